import { type GridCell, type GridRow, gridRows } from '../../figure-table/rows.ts';
import { breakWords } from '../../figure-table/spoken.ts';
import { byPeriod, countedFigures, isWhole } from '../../figures/series.ts';
import { isSameLine, type TargetStatus, targetLines, tellingTarget } from '../../figures/target.ts';
import { periodText, unitText } from '../../figures/value-text.ts';
import type { Id } from '../../model/basics.ts';
import type { IdOf } from '../../model/id.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import { standingDecisions } from '../../overview/due.ts';
import type { CommitmentItem } from './commitments.ts';
import type { Told } from './told-advice.ts';
import { type PrintedCell, printedCell, type UsedSign } from './year.ts';
import type { YearWords } from './year-words.ts';

/** A line of figures by which it can be seen what became of advice, or of a commitment. */
export interface MeasuredRow {
  readonly indicatorId: IdOf<'indicators'>;
  readonly name: string;
  readonly unit: string;
  readonly whose: string;
  /** Numbers of the advice that it bears on, as the document counts them. */
  readonly advice: readonly number[];
  /** It measures a commitment that answers no advice. */
  readonly promised: boolean;
  /** The last figure that is more than awaited. */
  readonly last: PrintedCell;
  readonly signs: readonly UsedSign[];
  /** Of when it is; empty = there is none. */
  readonly period: string;
  /** Printed, with its year; empty = there is none. */
  readonly target: string;
  readonly status: TargetStatus;
  /** What is counted otherwise than in the figure before, in a sentence; empty = nothing. */
  readonly broken: string;
  /** Why there is no target. */
  readonly why: string;
}

interface ToldOf {
  readonly advice: readonly Told[];
  /** In answer to no advice. */
  readonly promised: readonly CommitmentItem[];
}

/**
 * The figures of what commitments are measured by, and of what the issues of the advice are monitored by, as far as the
 * decisions on them stand. Small counts are withheld (`YearWords.hidden`).
 */
export function measuredRows(stored: WorkspaceState, told: ToldOf, words: YearWords): MeasuredRow[] {
  const state = words.told(stored);
  const bearing = bearingsOf(state, told);
  const rows = gridRows(state).filter(
    ({ indicatorId, role }) => role === 'actual' && bearing.has(indicatorId),
  );
  const shown = rows.filter(
    (row) => isWhole(row) || !rows.some((one) => one.indicatorId === row.indicatorId && isWhole(one)),
  );
  return shown
    .map((row): MeasuredRow => {
      // Where one indicator is counted through several channels, each line says which.
      const alone = shown.filter(({ indicatorId }) => indicatorId === row.indicatorId).length === 1;
      const { advice, promised } = bearing.get(row.indicatorId) ?? { advice: new Set(), promised: false };
      return { ...rowOf(row, alone, state, words), advice: [...advice].sort((a, b) => a - b), promised };
    })
    .sort((a, b) => (a.advice[0] ?? Infinity) - (b.advice[0] ?? Infinity));
}

interface Bearing {
  readonly advice: Set<number>;
  promised: boolean;
}

/** By indicator: what it bears on. */
function bearingsOf(state: WorkspaceState, { advice, promised }: ToldOf): Map<Id, Bearing> {
  const found = new Map<Id, Bearing>();
  const at = (id: Id): Bearing => {
    const known = found.get(id) ?? { advice: new Set<number>(), promised: false };
    found.set(id, known);
    return known;
  };
  const monitored = standingDecisions(state.decisions, state.themes).filter(({ level }) => level !== 'none');
  const members = new Map<Id, readonly Id[]>(state.themes.map(({ id, issueIds }) => [id, issueIds]));
  for (const { advice: row, item } of advice) {
    const issues = new Set<Id>(row.issueIds);
    for (const { indicatorId } of item.commitments) if (indicatorId) at(indicatorId).advice.add(item.number);
    for (const { subject, indicatorIds } of monitored)
      if ((members.get(subject.id) ?? [subject.id]).some((id) => issues.has(id)))
        for (const id of indicatorIds) at(id).advice.add(item.number);
  }
  for (const { indicatorId } of promised) if (indicatorId) at(indicatorId).promised = true;
  return found;
}

function rowOf(
  row: GridRow,
  alone: boolean,
  state: WorkspaceState,
  words: YearWords,
): Omit<MeasuredRow, 'advice' | 'promised'> {
  const { indicator } = row;
  const last = lastCell(row);
  const signs = new Set<UsedSign>();
  const figures = countedFigures(state.figures).filter(({ indicatorId }) => indicatorId === indicator.id);
  const target = tellingTarget(targetLines(figures, words.year).filter((one) => isSameLine(row, one.target)));
  const unit = words.tell(unitText(indicator, words.language, words.t));
  return {
    indicatorId: indicator.id,
    name: alone ? words.tell(indicator.name) : words.row(row),
    unit,
    whose: last ? words.whose(last.standing[0]) : target ? words.whose(target.target) : '',
    // The notes that the marks of a figure stand for are not in a handout.
    last: printedCell(last && withoutMarks(last), words, signs),
    signs: [...signs],
    period: last ? periodText(last.period, words.t, words.yearOf) : '',
    target: target
      ? words.t('figure.target', {
          target: words.value(target.target),
          year: periodText(target.target.period, words.t, words.yearOf),
        })
      : words.tell(indicator.aim),
    // Whether it is met would tell a count that is withheld.
    status:
      target?.actual && words.hidden.has(target.actual.id)
        ? 'not-comparable'
        : (target?.status ?? 'no-target'),
    broken: last ? words.tell(brokenBefore(last, unit, words)) : '',
    why: target ? '' : words.tell(indicator.noTargetWhy),
  };
}

function lastCell({ cells }: GridRow): GridCell | undefined {
  const inOrder = [...cells.values()].sort((a, b) => byPeriod(a.period, b.period));
  return (
    inOrder.findLast(({ standing }) => standing.some(({ status }) => status !== 'awaited')) ?? inOrder.at(-1)
  );
}

function withoutMarks(cell: GridCell): GridCell {
  const [first, ...others] = cell.standing;
  return { ...cell, standing: [{ ...first, marks: [] }, ...others.map((one) => ({ ...one, marks: [] }))] };
}

function brokenBefore(cell: GridCell, unit: string, { t, language, yearOf }: YearWords): string {
  return breakWords(cell, { t, language, unit, period: (period) => periodText(period, t, yearOf) }) ?? '';
}
