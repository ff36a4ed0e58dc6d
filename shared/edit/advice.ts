import type { Draft } from '../change/draft.ts';
import { type Advice, type AdviceStatus, NEXT_STATUSES } from '../model/advice.ts';
import { activeCodings } from '../model/coding.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Authorship } from './coding.ts';
import { idAt } from './derived-id.ts';

/** What may be written about advice once it was taken down; its passages and its status have acts of their own. */
export type AdviceDetails = Partial<
  Pick<
    Advice,
    'kind' | 'issueIds' | 'restatement' | 'addressee' | 'response' | 'commitment' | 'owner' | 'due'
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
 * Takes advice a step further (`NEXT_STATUSES`); the status it has is left as it is.
 * @throws ProblemError `advice-step` for a step that does not follow from where the advice stands
 */
export async function setAdviceStatus(
  draft: Draft,
  adviceId: IdOf<'advice'>,
  status: AdviceStatus,
): Promise<void> {
  const advice = await draft.require('advice', adviceId);
  if (advice.status === status) return;
  if (!NEXT_STATUSES[advice.status].includes(status))
    throw new ProblemError('advice-step', { from: advice.status, to: status });
  await draft.patch('advice', adviceId, { status });
}
