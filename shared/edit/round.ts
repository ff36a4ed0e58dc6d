import type { Draft } from '../change/draft.ts';
import { type Id, newId } from '../model/basics.ts';
import { ProblemError } from '../model/problem.ts';
import type { Assessor, Round } from '../model/round.ts';
import { removeDecision } from './decision.ts';

/** What a person says of a round when they begin it. */
export type RoundFields = Pick<
  Round,
  'fiscalYear' | 'name' | 'issueIds' | 'dialogueIds' | 'method' | 'scaleTexts' | 'thresholds' | 'note'
>;
export type AssessorFields = Pick<Assessor, 'name' | 'voice' | 'personId'>;

/**
 * Begins a round; it is at once in the stage of rating.
 * @throws ProblemError `round-without-issues`, `round-without-assessors`, `assessor-twice`, `row-missing`
 */
export async function newRound(
  draft: Draft,
  fields: RoundFields,
  assessors: readonly AssessorFields[],
): Promise<Round> {
  if (fields.issueIds.length === 0) throw new ProblemError('round-without-issues');
  const named = assessors.map((one) => ({ ...one, name: one.name.trim() })).filter((one) => one.name !== '');
  if (named.length === 0) throw new ProblemError('round-without-assessors');
  for (const issueId of fields.issueIds) await draft.require('issues', issueId);
  for (const dialogueId of fields.dialogueIds) await draft.require('dialogues', dialogueId);
  const round: Round = {
    id: newId(),
    ...fields,
    stage: 'rating',
    assessors: [],
    basedOn: null,
    finished: [],
    history: [],
    closedAt: null,
  };
  for (const one of named) round.assessors.push(freshAssessor(round, one));
  await draft.put('rounds', round);
  return round;
}

/** Changes what a round is set up with. Ratings of issues that it no longer holds are removed with them. */
export async function changeRound(draft: Draft, roundId: Id, fields: Partial<RoundFields>): Promise<void> {
  if (fields.issueIds?.length === 0) throw new ProblemError('round-without-issues');
  await draft.patch('rounds', roundId, fields);
  if (!fields.issueIds) return;
  const kept = new Set(fields.issueIds);
  for (const rating of await draft.find('ratings', 'roundId', roundId))
    if (!kept.has(rating.issueId)) await draft.remove('ratings', rating.id);
}

/**
 * Adds to and takes from what a round holds. Only the difference counts: two ticks in quick succession, the second
 * made before the first was shown, both hold.
 * @throws ProblemError `round-without-issues`
 */
export async function changeChoice(
  draft: Draft,
  roundId: Id,
  field: 'issueIds' | 'dialogueIds',
  { added, removed }: { readonly added: readonly Id[]; readonly removed: readonly Id[] },
): Promise<void> {
  const round = await draft.require('rounds', roundId);
  const kept = round[field].filter((id) => !removed.includes(id));
  const fresh = added.filter((id) => !kept.includes(id));
  await changeRound(draft, roundId, { [field]: [...kept, ...fresh] });
}

/** @throws ProblemError `assessor-twice` */
export async function addAssessor(draft: Draft, roundId: Id, fields: AssessorFields): Promise<Assessor> {
  const round = await draft.require('rounds', roundId);
  const assessor = freshAssessor(round, fields);
  await draft.patch('rounds', roundId, { assessors: [...round.assessors, assessor] });
  return assessor;
}

/** @throws ProblemError `assessor-twice` when another one has the name already */
export async function changeAssessor(
  draft: Draft,
  roundId: Id,
  assessorId: Id,
  fields: Partial<AssessorFields>,
): Promise<void> {
  const round = await draft.require('rounds', roundId);
  const others = round.assessors.filter((one) => one.id !== assessorId);
  if (fields.name !== undefined) refuseTwice(others, fields.name);
  await draft.patch('rounds', roundId, {
    assessors: round.assessors.map((one) => (one.id === assessorId ? { ...one, ...fields } : one)),
  });
}

/**
 * Removes an assessor with what they rated.
 * @throws ProblemError `round-without-assessors` for the last one
 */
export async function removeAssessor(draft: Draft, roundId: Id, assessorId: Id): Promise<void> {
  const round = await draft.require('rounds', roundId);
  const assessors = round.assessors.filter((one) => one.id !== assessorId);
  if (assessors.length === 0) throw new ProblemError('round-without-assessors');
  await draft.patch('rounds', roundId, { assessors });
  for (const rating of await draft.find('ratings', 'roundId', roundId))
    if (rating.assessorId === assessorId) await draft.remove('ratings', rating.id);
}

/**
 * Takes a round to another stage. `rating`: each assessor for themselves; `discussion`: everybody sees all ratings and
 * may still change their own; `closed`: ratings, method and thresholds are frozen (METHOD, Decisions).
 * @param at when, ISO 8601; kept as the moment of closing
 */
export async function moveToStage(
  draft: Draft,
  roundId: Id,
  stage: Round['stage'],
  at: string,
): Promise<void> {
  await draft.patch('rounds', roundId, { stage, closedAt: stage === 'closed' ? at : null });
}

/**
 * Removes a round with its ratings and decisions.
 * @throws ProblemError `round-closed`: it must be reopened first
 */
export async function removeRound(draft: Draft, roundId: Id): Promise<void> {
  const round = await draft.require('rounds', roundId);
  if (round.stage === 'closed') throw new ProblemError('round-closed', { round: round.name });
  for (const rating of await draft.find('ratings', 'roundId', roundId))
    await draft.remove('ratings', rating.id);
  for (const decision of await draft.find('decisions', 'roundId', roundId))
    await removeDecision(draft, decision.id);
  await draft.remove('rounds', roundId);
}

function freshAssessor(round: Pick<Round, 'assessors'>, { name, voice, personId }: AssessorFields): Assessor {
  refuseTwice(round.assessors, name);
  return { id: newId(), name: name.trim(), voice, personId, conflict: '' };
}

function refuseTwice(assessors: readonly Assessor[], name: string): void {
  const folded = (text: string) => text.trim().normalize('NFKC').toLowerCase();
  if (assessors.some((one) => folded(one.name) === folded(name)))
    throw new ProblemError('assessor-twice', { name: name.trim() });
}
