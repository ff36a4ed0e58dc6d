import type { Draft } from '../change/draft.ts';
import { countedFigures, placeKey } from '../figures/series.ts';
import { newId } from '../model/basics.ts';
import { type Break, blankFigure, type Figure, type Period } from '../model/figure.ts';
import { OFFICE_CITED, OFFICE_SOURCE } from '../model/figures-of-values.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Authorship } from './coding.ts';

type Kept = 'id' | 'period' | 'replaces' | 'why' | 'standing' | 'standingWhy' | 'by' | 'at';

/** What a person says of a figure; what is not given is the usual (`blankFigure`). */
export type FigureFields = Partial<Omit<Figure, Kept>> &
  Pick<Figure, 'indicatorId'> & { readonly period: Partial<Period> & Pick<Period, 'fiscalYear'> };

/** What of a figure its number is. */
const NUMBER = ['value', 'most', 'outOf', 'precision', 'status', 'compare'] as const;
export type FigureNumber = Pick<Figure, 'value'> &
  Partial<Pick<Figure, (typeof NUMBER)[number] | 'note' | 'marks'>>;

/**
 * Adds a figure. Another source's number of the same thing stays beside it, as a dispute.
 * @throws ProblemError `figure-there`: the same source has one already, which is changed or restated instead;
 * `figure-cell`, and what `guardFigure` refuses
 */
export async function addFigure(draft: Draft, fields: FigureFields, author: Authorship): Promise<Figure> {
  const figure = blankFigure({ ...fields, id: newId(), by: author.by, at: author.at });
  await requireCell(draft, figure);
  const others = await draft.find('figures', 'indicatorId', figure.indicatorId);
  if (others.some((one) => isSamePlace(one, figure))) throw new ProblemError('figure-there');
  draft.add('figures', figure);
  return figure;
}

function isSamePlace(one: Figure, other: Figure): boolean {
  const source = ({ cited }: Figure) => `${cited?.sourceId} ${cited?.passageId}`;
  return placeKey(one) === placeKey(other) && source(one) === source(other);
}

/** A part that is counted is a member of a breakdown of its indicator. */
async function requireCell(draft: Draft, { indicatorId, cell }: Figure): Promise<void> {
  const { breakdowns } = await draft.require('indicators', indicatorId);
  const isKnown = Object.entries(cell).every(([code, member]) =>
    breakdowns.some((one) => one.code === code && one.members.some((own) => own.code === member)),
  );
  if (!isKnown) throw new ProblemError('figure-cell');
}

/**
 * Corrects a figure in its place. The number of one that stands in a report of the company is never overwritten.
 * @throws ProblemError `figure-published`: it is restated instead; `figure-cell`, `row-missing`
 */
export async function changeFigure(
  draft: Draft,
  figureId: IdOf<'figures'>,
  fields: Partial<Omit<Figure, 'id' | 'replaces' | 'why' | 'by' | 'at'>>,
  author: Authorship,
): Promise<Figure> {
  const before = await draft.require('figures', figureId);
  const figure: Figure = withStatus({ ...before, ...fields }, fields);
  if (NUMBER.some((field) => before[field] !== figure[field])) await refusePublished(draft, before);
  await requireCell(draft, figure);
  const after: Figure = { ...figure, by: author.by, at: author.at };
  await draft.put('figures', after);
  return after;
}

/**
 * Says through which channel or programme an indicator's figures are counted: those of all years, parts and targets that
 * were counted through another one, or through none.
 * @throws ProblemError `figure-there` where a source says something of the same through that one already
 */
export async function countThrough(
  draft: Draft,
  indicatorId: IdOf<'indicators'>,
  from: Figure['via'],
  via: Figure['via'],
  author: Authorship,
): Promise<void> {
  if (via !== null) await draft.require('arrangements', via);
  const all = await draft.find('figures', 'indicatorId', indicatorId);
  const there = all.filter((one) => one.via === via);
  for (const one of all.filter((figure) => figure.via === from)) {
    const moved: Figure = { ...one, via, by: author.by, at: author.at };
    if (there.some((other) => isSamePlace(other, moved))) throw new ProblemError('figure-there');
    await draft.put('figures', moved);
  }
}

/** A number that comes where there was none is stated; one that goes is awaited. Unless something else is said. */
function withStatus(figure: Figure, said: Partial<Figure>): Figure {
  if (said.status !== undefined || said.value === undefined) return figure;
  const isNone = said.value === null;
  const fits = isNone === ['not-collected', 'not-applicable', 'withheld', 'awaited'].includes(figure.status);
  return fits ? figure : { ...figure, status: isNone ? 'awaited' : 'stated' };
}

/**
 * Restates a figure: the new one is told with the reason, the old one stays as it was.
 * @throws ProblemError `figure-needs-reason`; `figure-restated` where that was done already
 */
export async function restateFigure(
  draft: Draft,
  figureId: IdOf<'figures'>,
  said: FigureNumber & Partial<Pick<Figure, 'cited'>>,
  why: string,
  author: Authorship,
): Promise<Figure> {
  const before = await draft.require('figures', figureId);
  if (why.trim() === '') throw new ProblemError('figure-needs-reason');
  const others = await draft.find('figures', 'indicatorId', before.indicatorId);
  if (others.some(({ replaces }) => replaces === figureId)) throw new ProblemError('figure-restated');
  const bare: Figure = { ...before, most: null, outOf: null, precision: 'exact' };
  const figure: Figure = {
    ...withStatus({ ...bare, ...said }, said),
    id: newId(),
    replaces: figureId,
    why: why.trim(),
    by: author.by,
    at: author.at,
  };
  draft.add('figures', figure);
  return figure;
}

/** Says what is counted otherwise from a figure on, or that nothing is. */
export async function setBreak(
  draft: Draft,
  figureId: IdOf<'figures'>,
  breakBefore: Break | null,
  author: Authorship,
): Promise<void> {
  await draft.patch('figures', figureId, { breakBefore, by: author.by, at: author.at });
}

/**
 * Decides where sources differ: one stands, the others are set aside with the reason. All of them stay.
 * @throws ProblemError `figure-needs-reason`; `figure-elsewhere` for figures that are not of one thing
 */
export async function settleDispute(
  draft: Draft,
  standsId: IdOf<'figures'>,
  othersIds: readonly IdOf<'figures'>[],
  why: string,
  author: Authorship,
): Promise<void> {
  if (why.trim() === '') throw new ProblemError('figure-needs-reason');
  const stands = await draft.require('figures', standsId);
  const told = { by: author.by, at: author.at, standingWhy: why.trim() };
  for (const id of othersIds) {
    if (placeKey(await draft.require('figures', id)) !== placeKey(stands))
      throw new ProblemError('figure-elsewhere');
    await draft.patch('figures', id, { ...told, standing: 'set-aside' });
  }
  await draft.patch('figures', standsId, { ...told, standing: 'stands' });
}

/** Takes a decision between sources back: all stand again, as a dispute. */
export async function reopenDispute(
  draft: Draft,
  figureIds: readonly IdOf<'figures'>[],
  author: Authorship,
): Promise<void> {
  for (const id of figureIds)
    await draft.patch('figures', id, { standing: 'stands', standingWhy: '', by: author.by, at: author.at });
}

/**
 * Removes a figure. Those that were set aside for it stand again, since nothing else does.
 * @throws ProblemError `figure-restated`: another one restates it; `figure-published`
 */
export async function removeFigure(draft: Draft, figureId: IdOf<'figures'>): Promise<void> {
  const figure = await draft.require('figures', figureId);
  const others = await draft.find('figures', 'indicatorId', figure.indicatorId);
  if (others.some(({ replaces }) => replaces === figureId)) throw new ProblemError('figure-restated');
  await refusePublished(draft, figure);
  await draft.remove('figures', figureId);
  const left = others.filter((one) => one.id !== figureId && placeKey(one) === placeKey(figure));
  if (figure.standing === 'stands' && countedFigures(left).length === 0)
    for (const { id, standing } of left)
      if (standing === 'set-aside') await draft.patch('figures', id, { standing: 'stands', standingWhy: '' });
}

async function refusePublished(draft: Draft, { cited, value }: Figure): Promise<void> {
  if (value === null || cited?.sourceId == null) return;
  const source = await draft.get('sources', cited.sourceId);
  if (source?.kind === 'own-report') throw new ProblemError('figure-published');
}

/** Where a figure is stated that a person types without naming a source. */
export async function citedAsEntered(draft: Draft): Promise<Figure['cited']> {
  if (!(await draft.get('sources', OFFICE_SOURCE.id))) await draft.put('sources', OFFICE_SOURCE);
  return OFFICE_CITED;
}
