import { isRecused, panelOf } from '../assessment/panel.ts';
import type { Draft } from '../change/draft.ts';
import { newId } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import { type Assessor, hasBegun, type Round } from '../model/round.ts';
import { type Reason, requireReason, signedInto, withLogged } from './round-log.ts';

export type AssessorFields = Pick<Assessor, 'name' | 'voice' | 'personId'> &
  Partial<Pick<Assessor, 'conflict'>>;

/** @throws ProblemError `assessor-twice`; `change-needs-reason` once rating has begun */
export async function addAssessor(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  fields: AssessorFields,
  reason?: Reason,
): Promise<Assessor> {
  const round = await draft.require('rounds', roundId);
  const assessor = freshAssessor(round, fields);
  await draft.patch('rounds', roundId, {
    assessors: [...round.assessors, assessor],
    log: withLogged(round, [{ kind: 'assessor-added', assessorId: assessor.id }], reason),
  });
  return assessor;
}

/**
 * Changes what is said of an assessor. In what capacity they rate decides whose view a figure is: once rating has begun
 * that needs a reason.
 * @throws ProblemError `assessor-twice` when another one has the name already; `change-needs-reason`
 */
export async function changeAssessor(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  assessorId: IdOf<'assessors'>,
  fields: Partial<AssessorFields>,
  reason?: Reason,
): Promise<void> {
  const round = await draft.require('rounds', roundId);
  const assessor = assessorIn(round, assessorId);
  if (fields.name !== undefined)
    refuseTwice(
      round.assessors.filter((one) => one.id !== assessorId),
      fields.name,
    );
  const [from, to] = [assessor.voice, fields.voice ?? assessor.voice];
  await draft.patch('rounds', roundId, {
    assessors: replaced(round, { ...assessor, ...fields }),
    log: withLogged(round, from === to ? [] : [{ kind: 'capacity', assessorId, from, to }], reason),
  });
}

/**
 * Removes an assessor while the round is set up.
 * @throws ProblemError `round-without-assessors` for the last one; `assessor-stays` once rating has begun: they can be
 * withdrawn
 */
export async function removeAssessor(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  assessorId: IdOf<'assessors'>,
): Promise<void> {
  const round = await draft.require('rounds', roundId);
  if (hasBegun(round)) throw new ProblemError('assessor-stays', { round: round.name });
  const assessors = round.assessors.filter((one) => one.id !== assessorId);
  if (assessors.length === 0) throw new ProblemError('round-without-assessors');
  await draft.patch('rounds', roundId, {
    assessors,
    finished: round.finished.filter((one) => one.assessorId !== assessorId),
    recusals: round.recusals.filter((one) => one.assessorId !== assessorId),
  });
  for (const rating of await draft.find('ratings', 'roundId', roundId))
    if (rating.assessorId === assessorId) await draft.remove('ratings', rating.id);
  for (const seal of await draft.find('seals', 'roundId', roundId))
    if (seal.assessorId === assessorId) await draft.remove('seals', seal.id);
}

/**
 * Leaves an assessor out of every figure from now on; what they rated is kept.
 * @throws ProblemError `change-needs-reason`, `round-without-assessors` for the last one, `assessor-withdrawn`
 */
export async function withdrawAssessor(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  assessorId: IdOf<'assessors'>,
  reason?: Reason,
): Promise<void> {
  const round = await draft.require('rounds', roundId);
  const assessor = assessorIn(round, assessorId);
  if (assessor.withdrawn) throw new ProblemError('assessor-withdrawn', { round: round.name });
  if (panelOf(round).length === 1) throw new ProblemError('round-without-assessors');
  await draft.patch('rounds', roundId, {
    assessors: replaced(round, { ...assessor, withdrawn: true }),
    log: signedInto(round, [{ kind: 'assessor-withdrawn', assessorId }], requireReason(reason)),
  });
}

/** Lets a withdrawn assessor and what they rated count again. @throws ProblemError `change-needs-reason` */
export async function returnAssessor(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  assessorId: IdOf<'assessors'>,
  reason?: Reason,
): Promise<void> {
  const round = await draft.require('rounds', roundId);
  const assessor = assessorIn(round, assessorId);
  if (!assessor.withdrawn) return;
  await draft.patch('rounds', roundId, {
    assessors: replaced(round, { ...assessor, withdrawn: false }),
    log: signedInto(round, [{ kind: 'assessor-returned', assessorId }], requireReason(reason)),
  });
}

/** Whose judgement of which issue. */
export interface Recusal {
  readonly assessorId: IdOf<'assessors'>;
  readonly issueId: IdOf<'issues'>;
}

/**
 * An assessor does not rate an issue, because they have an interest of their own in it. What they rated of it before is
 * kept and counts no more. Their interest is asked for at any stage.
 * @throws ProblemError `change-needs-reason`, `not-in-round`
 */
export async function recuse(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  { assessorId, issueId }: Recusal,
  reason?: Reason,
): Promise<void> {
  const round = await draft.require('rounds', roundId);
  assessorIn(round, assessorId);
  if (!round.issueIds.includes(issueId)) throw new ProblemError('not-in-round', { round: round.name });
  if (isRecused(round, assessorId, issueId)) return;
  await draft.patch('rounds', roundId, {
    recusals: [...round.recusals, { assessorId, issueId }],
    log: signedInto(round, [{ kind: 'recused', assessorId, issueId }], requireReason(reason)),
  });
}

/** An assessor rates an issue after all; what they had rated of it counts again. @throws ProblemError `change-needs-reason` */
export async function liftRecusal(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  { assessorId, issueId }: Recusal,
  reason?: Reason,
): Promise<void> {
  const round = await draft.require('rounds', roundId);
  if (!isRecused(round, assessorId, issueId)) return;
  await draft.patch('rounds', roundId, {
    recusals: round.recusals.filter((one) => one.assessorId !== assessorId || one.issueId !== issueId),
    log: signedInto(round, [{ kind: 'recusal-lifted', assessorId, issueId }], requireReason(reason)),
  });
}

/** An assessor to be added. @throws ProblemError `assessor-twice` */
export function freshAssessor(
  round: Pick<Round, 'assessors'>,
  { name, voice, personId, conflict = '' }: AssessorFields,
): Assessor {
  refuseTwice(round.assessors, name);
  return { id: newId(), name: name.trim(), voice, personId, conflict: conflict.trim(), withdrawn: false };
}

function assessorIn(round: Round, assessorId: IdOf<'assessors'>): Assessor {
  const assessor = round.assessors.find(({ id }) => id === assessorId);
  if (!assessor) throw new ProblemError('not-in-round', { round: round.name });
  return assessor;
}

function replaced({ assessors }: Round, assessor: Assessor): Assessor[] {
  return assessors.map((one) => (one.id === assessor.id ? assessor : one));
}

function refuseTwice(assessors: readonly Assessor[], name: string): void {
  const folded = (text: string) => text.trim().normalize('NFKC').toLowerCase();
  if (assessors.some((one) => folded(one.name) === folded(name))) throw new ProblemError('assessor-twice');
}
