import type { Draft } from '../change/draft.ts';
import { type Id, newId, tidy } from '../model/basics.ts';
import type { Decision } from '../model/decision.ts';
import type { IdOf } from '../model/id.ts';
import type { Indicator } from '../model/indicator.ts';
import { ProblemError } from '../model/problem.ts';
import { lastRecord } from '../model/record.ts';
import type { Round } from '../model/round.ts';
import type { Authorship } from './coding.ts';

/** What people decide; `suggested` is what the rule said at that moment, kept so that a departure can be seen later. */
export type DecisionFields = Pick<
  Decision,
  'level' | 'suggested' | 'why' | 'owner' | 'reviewDate' | 'fiscalYear'
> &
  Partial<Pick<Decision, 'dissent' | 'measure' | 'due'>>;

/** A decision that departs from a suggestion asks why. */
export function needsReason({ level, suggested }: Pick<Decision, 'level' | 'suggested'>): boolean {
  return suggested !== null && level !== suggested;
}

/**
 * Decides on an issue or theme of a round, or decides anew: there is one decision a subject and round. Indicators of
 * the earlier decision stay with it, and its dissent and measure where `fields` say nothing of one. Decisions are made after a
 * round is closed too: then on what the round held, whatever became of it since.
 * @throws ProblemError `decision-needs-reason` where it departs from the suggestion and does not say why;
 * `not-in-round` for what a closed round did not hold; `row-missing`
 */
export async function decide(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  subject: Decision['subject'],
  fields: DecisionFields,
  author: Authorship,
): Promise<Decision> {
  await requireSubject(draft, await draft.require('rounds', roundId), subject);
  if (needsReason(fields) && fields.why.trim() === '') throw new ProblemError('decision-needs-reason');
  const existing = (await draft.find('decisions', 'roundId', roundId)).find(
    (one) => one.subject.kind === subject.kind && one.subject.id === subject.id,
  );
  const decision: Decision = {
    id: existing?.id ?? newId(),
    roundId,
    subject,
    ...fields,
    why: fields.why.trim(),
    dissent: fields.dissent?.trim() ?? existing?.dissent ?? '',
    measure: fields.measure ? tidy(fields.measure) : (existing?.measure ?? {}),
    due: fields.due === undefined ? (existing?.due ?? null) : fields.due,
    owner: fields.owner.trim(),
    indicatorIds: existing?.indicatorIds ?? [],
    decidedBy: author.by,
    at: author.at,
  };
  await draft.put('decisions', decision);
  return decision;
}

async function requireSubject(draft: Draft, round: Round, { kind, id }: Decision['subject']): Promise<void> {
  const table = kind === 'theme' ? 'themes' : 'issues';
  const record =
    round.stage === 'closed'
      ? lastRecord(await draft.find('records', 'roundId', round.id), round.id, 'closed')
      : undefined;
  if (!record) await draft.require(table, id);
  else if (!record[table].some((one) => one.id === id))
    throw new ProblemError('not-in-round', { round: round.name });
}

/** Takes a decision away. Indicators that no other decision uses, and that hold no figures yet, go with it. */
export async function removeDecision(draft: Draft, decisionId: Id): Promise<void> {
  const { indicatorIds } = await draft.require('decisions', decisionId);
  await draft.remove('decisions', decisionId);
  for (const indicatorId of indicatorIds) await removeIfUnused(draft, indicatorId);
}

/** Adds a measure by which a decision is followed up (UNGP 20). */
export async function addIndicator(
  draft: Draft,
  decisionId: Id,
  fields: Pick<Indicator, 'name' | 'unit' | 'target'>,
): Promise<Indicator> {
  const decision = await draft.require('decisions', decisionId);
  const indicator: Indicator = { id: newId(), ...fields, values: [] };
  await draft.put('indicators', indicator);
  await draft.patch('decisions', decisionId, { indicatorIds: [...decision.indicatorIds, indicator.id] });
  return indicator;
}

/**
 * Writes what an indicator came to in a fiscal year. Neither figure nor note = the year is taken away again.
 * @throws ProblemError `row-missing`
 */
export async function setIndicatorValue(
  draft: Draft,
  indicatorId: IdOf<'indicators'>,
  { fiscalYear, value, note }: Indicator['values'][number],
): Promise<void> {
  const { values } = await draft.require('indicators', indicatorId);
  const others = values.filter((one) => one.fiscalYear !== fiscalYear);
  const kept = value === null && note.trim() === '' ? [] : [{ fiscalYear, value, note: note.trim() }];
  await draft.patch('indicators', indicatorId, {
    values: [...others, ...kept].sort((a, b) => a.fiscalYear - b.fiscalYear),
  });
}

export async function removeIndicator(
  draft: Draft,
  decisionId: Id,
  indicatorId: IdOf<'indicators'>,
): Promise<void> {
  const decision = await draft.require('decisions', decisionId);
  await draft.patch('decisions', decisionId, {
    indicatorIds: decision.indicatorIds.filter((id) => id !== indicatorId),
  });
  await removeIfUnused(draft, indicatorId);
}

async function removeIfUnused(draft: Draft, indicatorId: IdOf<'indicators'>): Promise<void> {
  const indicator = await draft.get('indicators', indicatorId);
  if (!indicator || indicator.values.length > 0) return;
  const commitments = await draft.all('commitments');
  if (commitments.some(({ measuredBy }) => measuredBy === indicatorId)) return;
  const decisions = await draft.all('decisions');
  if (!decisions.some((one) => one.indicatorIds.includes(indicatorId)))
    await draft.remove('indicators', indicatorId);
}
