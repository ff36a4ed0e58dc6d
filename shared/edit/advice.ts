import type { Draft } from '../change/draft.ts';
import { type Advice, type AdviceStatus, NEXT_STATUSES } from '../model/advice.ts';
import { activeCodings } from '../model/coding.ts';
import { isOpen } from '../model/commitment.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Authorship } from './coding.ts';
import { addCommitment, type NewCommitment, setCommitmentStatus, updateCommitment } from './commitment.ts';
import { idAt } from './derived-id.ts';

/** What may be written about advice once it was taken down; its passages and its status have acts of their own. */
export type AdviceDetails = Partial<
  Pick<
    Advice,
    'kind' | 'issueIds' | 'restatement' | 'addressee' | 'response' | 'noCommitmentWhy' | 'owner' | 'due'
  >
>;

/**
 * Writes what the office and the company say of a piece of advice. Where it is put to a further issue, its passages
 * are coded to that issue too (as when advice is taken down); a coding is never taken away by this.
 * @throws ProblemError `row-missing` for an unknown issue
 */
export async function updateAdvice(
  draft: Draft,
  adviceId: IdOf<'advice'>,
  details: AdviceDetails,
  author: Authorship,
): Promise<void> {
  const advice = await draft.require('advice', adviceId);
  const issueIds = details.issueIds ? [...new Set(details.issueIds)] : undefined;
  await draft.patch('advice', adviceId, { ...details, ...(issueIds ? { issueIds } : {}) });
  const fresh = issueIds?.filter((id) => !advice.issueIds.includes(id)) ?? [];
  for (const issueId of fresh) {
    await draft.require('issues', issueId);
    for (const passageId of advice.passageIds) {
      const existing = await draft.find('codings', 'passageId', passageId);
      if (activeCodings(existing).some((coding) => coding.issueId === issueId)) continue;
      const { dialogueId } = await draft.require('passages', passageId);
      await draft.put('codings', {
        id: await idAt(draft, 'codings', [passageId, issueId, author.by]),
        dialogueId,
        passageId,
        issueId,
        coder: author.by,
        at: author.at,
        memo: '',
        reconciled: null,
      });
    }
  }
}

/**
 * Takes advice further. What follows at once (`NEXT_STATUSES`) is one step; over the steps between, as from *heard* to
 * *done*, it goes in one as well where the company's response is on record: to consider and to accept are what that tells,
 * and without it nobody could say later why the advice was settled. The status it has is left as it is.
 * @throws ProblemError `advice-step` where no way leads there, `advice-response` where the response is missing
 */
export async function setAdviceStatus(
  draft: Draft,
  adviceId: IdOf<'advice'>,
  status: AdviceStatus,
): Promise<void> {
  const advice = await draft.require('advice', adviceId);
  if (advice.status === status) return;
  const params = { from: advice.status, to: status };
  if (!canFollow(advice.status, status)) throw new ProblemError('advice-step', params);
  if (needsResponse(advice, status)) throw new ProblemError('advice-response', params);
  await draft.patch('advice', adviceId, { status });
}

/** Whether some way leads from a status to another. */
export function canFollow(from: AdviceStatus, to: AdviceStatus): boolean {
  const reached = new Set<AdviceStatus>([from]);
  for (const status of reached) for (const next of NEXT_STATUSES[status]) reached.add(next);
  return from !== to && reached.has(to);
}

/** Whether the response is to be asked for before advice goes to a status: it would go over steps between. */
export function needsResponse(advice: Pick<Advice, 'status' | 'response'>, status: AdviceStatus): boolean {
  if (advice.status === status || NEXT_STATUSES[advice.status].includes(status)) return false;
  return advice.response.trim() === '';
}

/** What is written to several pieces of advice at once. */
export interface SharedDetails {
  readonly owner?: string;
  readonly due?: Advice['due'];
  readonly status?: AdviceStatus;
  /** Written where there is none yet: nobody's answer is overwritten. */
  readonly response?: string;
  /** What is promised in answer to each that has no commitment yet. */
  readonly commitment?: NewCommitment;
  /** Why nothing is promised in answer to those that have no commitment. */
  readonly noCommitmentWhy?: string;
  /** What is still open of what was promised was kept. */
  readonly kept?: true;
}

/**
 * Writes the same to several pieces of advice: all of them, or none. Where something is promised in answer and still
 * open, owner and due date are the promise's.
 * @throws ProblemError as `setAdviceStatus`
 */
export async function updateSeveral(
  draft: Draft,
  adviceIds: readonly IdOf<'advice'>[],
  { status, response, commitment, noCommitmentWhy, kept, ...details }: SharedDetails,
  author: Authorship,
): Promise<void> {
  for (const id of adviceIds) {
    const advice = await draft.require('advice', id);
    const answered = response && advice.response.trim() === '' ? { response } : {};
    const own = (await draft.all('commitments')).filter(
      ({ madeIn }) => madeIn.to === 'advice' && madeIn.id === id,
    );
    const open = own.filter(isOpen);
    await draft.patch('advice', id, {
      ...(open.length === 0 ? details : {}),
      ...answered,
      ...(noCommitmentWhy && own.length === 0 ? { noCommitmentWhy } : {}),
    });
    for (const one of open) {
      await updateCommitment(draft, one.id, details);
      if (kept) await setCommitmentStatus(draft, one.id, 'kept');
    }
    if (commitment && own.length === 0) await addCommitment(draft, { to: 'advice', id }, commitment, author);
    if (status) await setAdviceStatus(draft, id, status);
  }
}
