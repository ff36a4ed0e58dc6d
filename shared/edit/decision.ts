import type { Draft } from '../change/draft.ts';
import { lastWhole, yearFigure } from '../figures/series.ts';
import { typedTarget } from '../figures/typed-target.ts';
import { type Id, type LocalText, newId, tidy } from '../model/basics.ts';
import type { Decision } from '../model/decision.ts';
import { inEither, unitCalled, withoutValues } from '../model/figures-of-values.ts';
import type { IdOf } from '../model/id.ts';
import { blankIndicator, type Indicator } from '../model/indicator.ts';
import { ProblemError } from '../model/problem.ts';
import { lastRecord } from '../model/record.ts';
import type { Round } from '../model/round.ts';
import type { Authorship } from './coding.ts';
import { addFigure, changeFigure, citedAsEntered, removeFigure } from './figure.ts';
import { indicatorOfToday } from './figures-brought.ts';
import { forgetRow } from './forget.ts';

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
  await forgetRow(draft, 'decision', decisionId);
  await draft.remove('decisions', decisionId);
  for (const indicatorId of indicatorIds) await removeIfUnused(draft, indicatorId);
}

/** A measure as a person types it: its name, its unit in words, and a target such as `>= 85 % FY2023`, or in words. */
export interface NewIndicator {
  readonly name: LocalText;
  readonly unit: string;
  readonly target: string;
}

/** Adds a measure by which a decision is followed up (UNGP 20). A target that names its year becomes a figure. */
export async function addIndicator(
  draft: Draft,
  decisionId: Id,
  { name, unit: words, target }: NewIndicator,
  author: Authorship,
): Promise<Indicator> {
  const decision = await draft.require('decisions', decisionId);
  const [workspace] = await draft.all('workspace');
  const said = workspace ? typedTarget(target, workspace.fiscalYear) : null;
  const figured = said !== null && said.fiscalYear !== null;
  const called = unitCalled(words);
  const unit = called === 'other' && said?.percent ? 'percent' : called;
  const indicator = blankIndicator({
    id: newId(),
    name,
    unit,
    unitName: unit === 'other' ? inEither(words) : {},
    over: unit === 'percent' ? 'ratio' : 'flow',
    aim: figured ? {} : inEither(target),
  });
  await draft.put('indicators', indicator);
  if (figured && said.fiscalYear !== null)
    await addFigure(
      draft,
      {
        indicatorId: indicator.id,
        role: 'target',
        compare: said.compare ?? '>=',
        value: said.value,
        period: { fiscalYear: said.fiscalYear },
      },
      author,
    );
  await draft.patch('decisions', decisionId, { indicatorIds: [...decision.indicatorIds, indicator.id] });
  return indicator;
}

/** What an indicator came to in a fiscal year, as it is typed beside a decision. */
export interface TypedValue {
  readonly fiscalYear: number;
  readonly value: number | null;
  readonly note: string;
}

/**
 * Writes what an indicator came to in a fiscal year, as a whole. Neither figure nor note = the year is taken away again.
 * @throws ProblemError `row-missing`, and as `changeFigure` and `removeFigure`
 */
export async function setIndicatorValue(
  draft: Draft,
  indicatorId: IdOf<'indicators'>,
  { fiscalYear, value, note: words }: TypedValue,
  author: Authorship,
): Promise<void> {
  await indicatorOfToday(draft, indicatorId);
  const figures = await draft.find('figures', 'indicatorId', indicatorId);
  const before = yearFigure(figures, fiscalYear);
  const note = inEither(words);
  if (value === null && words.trim() === '') {
    if (before) await removeFigure(draft, before.id);
    return;
  }
  const cited = value === null ? null : (before?.cited ?? (await citedAsEntered(draft)));
  if (before) await changeFigure(draft, before.id, { value, note, cited }, author);
  else {
    // It goes on with the line that is there: the same organisation, the same channel or programme.
    const { of = null, ofBasis = 'unstated', via = null } = lastWhole(figures) ?? {};
    const line = { indicatorId, of, ofBasis, via, period: { fiscalYear } };
    await addFigure(draft, { ...line, value, note, cited }, author);
  }
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

/** Removes an indicator that has no figures, and by which nothing is measured. @returns whether it went */
export async function removeIfUnused(draft: Draft, indicatorId: IdOf<'indicators'>): Promise<boolean> {
  const indicator = await draft.get('indicators', indicatorId);
  if (!indicator || withoutValues(indicator).figures.length > 0) return false;
  if ((await draft.find('figures', 'indicatorId', indicatorId)).length > 0) return false;
  const commitments = await draft.all('commitments');
  if (commitments.some(({ measuredBy }) => measuredBy === indicatorId)) return false;
  const decisions = await draft.all('decisions');
  if (decisions.some((one) => one.indicatorIds.includes(indicatorId))) return false;
  await forgetRow(draft, 'indicator', indicatorId);
  await draft.remove('indicators', indicatorId);
  return true;
}
