import type { Draft } from '../change/draft.ts';
import { type FiscalYear, type Id, newId } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { type Issue, isActive } from '../model/issue.ts';
import { successor } from '../model/lineage.ts';
import { ProblemError } from '../model/problem.ts';
import { type Assessor, METHOD_VERSION, type Round, type StageMove } from '../model/round.ts';
import type { Authorship } from './coding.ts';
import { removeDecision } from './decision.ts';
import { recordRound, signOff } from './round-record.ts';

/** What a person says of a round when they begin it. */
export type RoundFields = Pick<
  Round,
  'fiscalYear' | 'name' | 'issueIds' | 'dialogueIds' | 'method' | 'scaleTexts' | 'thresholds' | 'note'
> &
  Partial<Pick<Round, 'grossOrNet' | 'focus'>>;
export type AssessorFields = Pick<Assessor, 'name' | 'voice' | 'personId'> &
  Partial<Pick<Assessor, 'conflict'>>;

/** How a round begins: `open` while it is set up, or at once with rating; and who began it. */
export interface Beginning {
  readonly stage: 'open' | 'rating';
  readonly author: Authorship;
}

/**
 * Begins a round. Without a beginning it is at once in the stage of rating, and its history begins with the next move.
 * @throws ProblemError `round-without-issues`, `round-without-assessors`, `assessor-twice`, `row-missing`
 */
export async function newRound(
  draft: Draft,
  fields: RoundFields,
  assessors: readonly AssessorFields[],
  beginning?: Beginning,
): Promise<Round> {
  if (fields.issueIds.length === 0) throw new ProblemError('round-without-issues');
  const named = assessors.map((one) => ({ ...one, name: one.name.trim() })).filter((one) => one.name !== '');
  if (named.length === 0) throw new ProblemError('round-without-assessors');
  for (const issueId of fields.issueIds) await draft.require('issues', issueId);
  for (const dialogueId of fields.dialogueIds) await draft.require('dialogues', dialogueId);
  const round: Round = {
    id: newId(),
    grossOrNet: null,
    focus: {},
    ...fields,
    stage: beginning?.stage ?? 'rating',
    assessors: [],
    basedOn: null,
    finished: [],
    history: beginning ? [{ stage: beginning.stage, ...signed(beginning.author), why: '' }] : [],
    closedAt: null,
  };
  for (const one of named) round.assessors.push(freshAssessor(round, one));
  await draft.put('rounds', round);
  return round;
}

/** What a round takes over from an earlier one beside issues, method, thresholds and scale texts. */
export interface StartOptions {
  readonly fiscalYear: FiscalYear;
  readonly name: Round['name'];
  /** The same people in the same capacities; conflicts are declared anew. Otherwise `assessors` begin it. */
  readonly keepAssessors: boolean;
  readonly assessors?: readonly AssessorFields[];
  /** Dialogues whose evidence the round considers; none = to be chosen while it is set up. */
  readonly dialogueIds?: readonly IdOf<'dialogues'>[];
  readonly stage?: Beginning['stage'];
}

/**
 * Begins a round where an earlier one ended: with the issues of it that are still on the list (an issue that was
 * merged is followed to its successor), its method, thresholds and scale texts, gross or net as it was. Ratings are made anew.
 * @throws ProblemError `round-without-issues`, `round-without-assessors`, `assessor-twice`, `row-missing`
 */
export async function startFrom(
  draft: Draft,
  earlierId: Id,
  { fiscalYear, name, keepAssessors, assessors = [], dialogueIds = [], stage = 'open' }: StartOptions,
  author: Authorship,
): Promise<Round> {
  const earlier = await draft.require('rounds', earlierId);
  const issues = new Map((await draft.all('issues')).map((issue) => [issue.id, issue]));
  const kept = earlier.issueIds.flatMap((id) => onList(issues, id)?.id ?? []);
  const same = keepAssessors
    ? earlier.assessors.map((one) => ({ name: one.name, voice: one.voice, personId: one.personId }))
    : [];
  const round = await newRound(
    draft,
    {
      fiscalYear,
      name,
      issueIds: [...new Set(kept)],
      dialogueIds: [...dialogueIds],
      method: { ...earlier.method, version: METHOD_VERSION },
      scaleTexts: earlier.scaleTexts,
      thresholds: earlier.thresholds,
      grossOrNet: earlier.grossOrNet,
      note: {},
    },
    [...same, ...assessors],
    { stage, author },
  );
  const based: Round = { ...round, basedOn: earlierId };
  await draft.put('rounds', based);
  return based;
}

/** The issue itself or what it was merged into, while that is on the list. */
function onList(issues: ReadonlyMap<Id, Issue>, id: Id): Issue | undefined {
  const issue = issues.get(successor((one) => issues.get(one), id));
  return issue && isActive(issue) ? issue : undefined;
}

/** Changes what a round is set up with. Ratings and impact lines of issues that it no longer holds go with them. */
export async function changeRound(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  fields: Partial<RoundFields>,
): Promise<void> {
  if (fields.issueIds?.length === 0) throw new ProblemError('round-without-issues');
  await draft.patch('rounds', roundId, fields);
  if (!fields.issueIds) return;
  const kept = new Set(fields.issueIds);
  for (const rating of await draft.find('ratings', 'roundId', roundId))
    if (!kept.has(rating.issueId)) await draft.remove('ratings', rating.id);
  for (const impact of await draft.find('impacts', 'roundId', roundId))
    if (!kept.has(impact.issueId)) await draft.remove('impacts', impact.id);
}

/**
 * Adds to and takes from what a round holds. Only the difference counts: two ticks in quick succession, the second
 * made before the first was shown, both hold.
 * @throws ProblemError `round-without-issues`
 */
export async function changeChoice(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  field: 'issueIds' | 'dialogueIds',
  { added, removed }: { readonly added: readonly Id[]; readonly removed: readonly Id[] },
): Promise<void> {
  const round = await draft.require('rounds', roundId);
  const kept = round[field].filter((id) => !removed.includes(id));
  const fresh = added.filter((id) => !kept.includes(id));
  await changeRound(draft, roundId, { [field]: [...kept, ...fresh] });
}

/** @throws ProblemError `assessor-twice` */
export async function addAssessor(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  fields: AssessorFields,
): Promise<Assessor> {
  const round = await draft.require('rounds', roundId);
  const assessor = freshAssessor(round, fields);
  await draft.patch('rounds', roundId, { assessors: [...round.assessors, assessor] });
  return assessor;
}

/** @throws ProblemError `assessor-twice` when another one has the name already */
export async function changeAssessor(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  assessorId: IdOf<'assessors'>,
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
export async function removeAssessor(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  assessorId: IdOf<'assessors'>,
): Promise<void> {
  const round = await draft.require('rounds', roundId);
  const assessors = round.assessors.filter((one) => one.id !== assessorId);
  if (assessors.length === 0) throw new ProblemError('round-without-assessors');
  const finished = round.finished.filter((one) => one.assessorId !== assessorId);
  await draft.patch('rounds', roundId, { assessors, finished });
  for (const rating of await draft.find('ratings', 'roundId', roundId))
    if (rating.assessorId === assessorId) await draft.remove('ratings', rating.id);
}

/**
 * Takes a round to another stage and writes the move into its history. `open`: it is set up; `rating`: each assessor
 * for themselves; `discussion`: everybody sees all ratings and may still change their own; `closed`: ratings, method,
 * thresholds, evidence, decisions and indicators are signed off (METHOD, Decisions).
 *
 * What the round rests on is kept when its ratings are first shown to all, and each time it is closed.
 * @param why asked for when a closed round is opened again
 * @throws ProblemError `reopen-needs-reason`, `round-without-assessors`, `round-without-issues`
 */
export async function moveToStage(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  stage: Round['stage'],
  author: Authorship,
  why = '',
): Promise<void> {
  const before = await draft.require('rounds', roundId);
  if (before.stage === stage) return;
  if (before.stage === 'closed' && why.trim() === '') throw new ProblemError('reopen-needs-reason');
  const move: StageMove = { stage, ...signed(author), why: why.trim() };
  const round: Round = {
    ...before,
    stage,
    // Until it is closed a round is read by the rules of the day (`rulesOf`): these are the ones it is closed under.
    method: stage === 'closed' ? { ...before.method, version: METHOD_VERSION } : before.method,
    history: [...before.history, move],
    closedAt: stage === 'closed' ? author.at : null,
  };
  await draft.put('rounds', round);
  if (stage === 'closed') await signOff(draft, round, author);
  if (stage === 'discussion' && before.stage !== 'closed')
    await recordRound(draft, round, 'before-discussion', author);
}

function signed({ by, at }: Authorship): Pick<StageMove, 'by' | 'at'> {
  return { by, at };
}

/**
 * Removes a round with its ratings, impact lines, decisions and records. Rounds that began with it no longer name it, except closed
 * ones, which never change.
 * @throws ProblemError `round-closed`: it must be reopened first; `round-compared`: a later round was signed off with it
 */
export async function removeRound(draft: Draft, roundId: IdOf<'rounds'>): Promise<void> {
  const round = await draft.require('rounds', roundId);
  if (round.stage === 'closed') throw new ProblemError('round-closed', { round: round.name });
  for (const rating of await draft.find('ratings', 'roundId', roundId))
    await draft.remove('ratings', rating.id);
  for (const impact of await draft.find('impacts', 'roundId', roundId))
    await draft.remove('impacts', impact.id);
  for (const decision of await draft.find('decisions', 'roundId', roundId))
    await removeDecision(draft, decision.id);
  for (const amendment of await draft.find('amendments', 'roundId', roundId))
    await draft.remove('amendments', amendment.id);
  await removeRecords(draft, roundId);
  for (const one of await draft.all('rounds'))
    if (one.basedOn === roundId && one.stage !== 'closed')
      await draft.patch('rounds', one.id, { basedOn: null });
  await draft.remove('rounds', roundId);
}

/** The records of a round; those that other rounds were compared with once they were closed stay, and the round with them. */
async function removeRecords(draft: Draft, roundId: IdOf<'rounds'>): Promise<void> {
  const own = new Set((await draft.find('records', 'roundId', roundId)).map(({ id }) => id));
  if (own.size === 0) return;
  for (const record of await draft.all('records'))
    if (!own.has(record.id) && record.earlier?.some(({ recordId }) => own.has(recordId)))
      throw new ProblemError('round-compared', {
        round: (await draft.get('rounds', record.roundId))?.name ?? '',
      });
  for (const id of own) await draft.remove('records', id);
}

function freshAssessor(
  round: Pick<Round, 'assessors'>,
  { name, voice, personId, conflict = '' }: AssessorFields,
): Assessor {
  refuseTwice(round.assessors, name);
  return { id: newId(), name: name.trim(), voice, personId, conflict: conflict.trim() };
}

function refuseTwice(assessors: readonly Assessor[], name: string): void {
  const folded = (text: string) => text.trim().normalize('NFKC').toLowerCase();
  if (assessors.some((one) => folded(one.name) === folded(name))) throw new ProblemError('assessor-twice');
}
