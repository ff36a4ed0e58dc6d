import { dequal } from 'dequal/lite';
import type { Amendment } from '../model/amendment.ts';
import type { Id } from '../model/basics.ts';
import type { Figure } from '../model/figure.ts';
import { withoutValues } from '../model/figures-of-values.ts';
import type { Indicator } from '../model/indicator.ts';
import { ProblemError } from '../model/problem.ts';
import { lastRecord } from '../model/record.ts';
import type { Round } from '../model/round.ts';
import {
  amendmentsOf,
  type Departure,
  departureFrom,
  isSignedOff,
  type SignedRecord,
  signedIndicatorIds,
} from '../model/signed-off.ts';
import type { Change } from './change-set.ts';
import type { RowReader } from './row-reader.ts';

/** A signed-off round whose decisions, indicators or figures are not what it was signed off with and amended to. */
export interface Departed {
  readonly round: Round;
  readonly record: SignedRecord;
  /** Those of its sign-off, in their order. */
  readonly amendments: readonly Amendment[];
  readonly departure: Departure;
}

/** Of some rounds those that are signed off, and changed otherwise than by amendment. */
export async function departedRounds(rows: RowReader, rounds: readonly Round[]): Promise<Departed[]> {
  const found: Departed[] = [];
  for (const round of rounds) {
    if (round.stage !== 'closed') continue;
    const record = lastRecord(await rows.find('records', 'roundId', round.id), round.id, 'closed');
    if (!isSignedOff(record)) continue;
    const amendments = amendmentsOf(record, await rows.find('amendments', 'roundId', round.id));
    const decisions = await rows.find('decisions', 'roundId', round.id);
    const present = await presentRows(rows, signedIndicatorIds(record, decisions));
    const departure = departureFrom(record, amendments, { decisions, ...present });
    if (departure) found.push({ round, record, amendments, departure });
  }
  return found;
}

/** Indicators with their figures, whether these are rows or were not brought into the register yet. */
async function presentRows(
  rows: RowReader,
  indicatorIds: readonly Id[],
): Promise<{ indicators: Map<Id, Indicator>; figures: Figure[] }> {
  const indicators = new Map<Id, Indicator>();
  const figures: Figure[] = [];
  for (const id of indicatorIds) {
    const row = await rows.get('indicators', id);
    if (!row) continue;
    const held = withoutValues(row);
    indicators.set(id, held.indicator);
    figures.push(...held.figures, ...(await rows.find('figures', 'indicatorId', id)));
  }
  return { indicators, figures };
}

/**
 * What a round was signed off with is changed by dated amendments alone (METHOD, Decisions): however a change came about,
 * decisions, indicators and their figures are afterwards as they were signed off and amended. An amendment itself never changes; it goes
 * when what it says is undone.
 * @throws ProblemError `signed-off`
 */
export async function guardSignedOff(changes: readonly Change[], rows: RowReader): Promise<void> {
  const rounds = await concerned(changes, rows);
  const [departed] = await departedRounds(rows, rounds);
  const rewritten = changes.some(
    ({ table, before, after }) => table === 'amendments' && before !== null && after !== null,
  );
  if (departed || rewritten) throw new ProblemError('signed-off', { round: departed?.round.name ?? '' });
}

/** Rounds whose sign-off the changes may touch. */
async function concerned(changes: readonly Change[], rows: RowReader): Promise<Round[]> {
  const ids = new Set<Id>();
  let since = Number.POSITIVE_INFINITY;
  for (const { table, id, before, after } of changes) {
    if (table === 'rounds') ids.add(id);
    for (const row of [before, after])
      if ((table === 'decisions' || table === 'amendments') && row && 'roundId' in row) ids.add(row.roundId);
    if (table === 'indicators' && before && after)
      since = Math.min(since, firstChanged(before as Indicator, after as Indicator));
    if (table === 'figures')
      // A target is signed off in the round before its year.
      for (const row of [before, after] as (Figure | null)[])
        if (row) since = Math.min(since, row.period.fiscalYear - (row.role === 'target' ? 1 : 0));
  }
  if (ids.size === 0 && since === Number.POSITIVE_INFINITY) return [];
  return (await rows.all('rounds')).filter(({ id, fiscalYear }) => ids.has(id) || fiscalYear >= since);
}

/** The first year of which an indicator says something else; 0 = its name, unit or target changed. */
function firstChanged(before: Indicator, after: Indicator): number {
  const [was, is] = [withoutValues(before), withoutValues(after)];
  if (!dequal(was.indicator, is.indicator)) return 0;
  const years = [...was.figures, ...is.figures].map(({ period }) => period.fiscalYear);
  return Math.min(Number.POSITIVE_INFINITY, ...years);
}
