import type { TrendLine } from '../../chart/figure-trends.ts';
import { breakAt, type GridCell, type GridRow, gridRows, isDisputed } from '../../figure-table/rows.ts';
import { FIGURE_AREAS, type FigureArea, figureArea } from '../../figures/area.ts';
import { remainderOf, wholesOf } from '../../figures/parts.ts';
import { countedFigures, isWhole, periodKey } from '../../figures/series.ts';
import { type FigureMark, marksOf } from '../../figures/signs.ts';
import { type TargetStatus, targetLines } from '../../figures/target.ts';
import { cellText, periodText, rangeText, unitText } from '../../figures/value-text.ts';
import type { Language } from '../../i18n/index.ts';
import { type FiscalYear, type Id, textIn } from '../../model/basics.ts';
import { type Figure, isValueless, type Valueless } from '../../model/figure.ts';
import type { IdOf } from '../../model/id.ts';
import type { Breakdown, Indicator } from '../../model/indicator.ts';
import { ProblemError } from '../../model/problem.ts';
import type { SourceId } from '../document.ts';
import { type CountingChange, changesOf, misfitsOf } from './counting-changes.ts';
import { type EntriesOf, entriesOfYear } from './dated-entries.ts';
import { type SupplierLens, supplierLens } from './supplier-lens.ts';
import { measuredIds, trendLines } from './trend-lines.ts';
import { type YearTables, YearWords } from './year-words.ts';

/** A figure as a cell of a table prints it. */
export interface PrintedCell {
  /** The number, or the sign of why there is none; one a source where sources differ. Empty = there is no figure. */
  readonly values: readonly { readonly text: string; readonly source: SourceId | null }[];
  /** `no`: it does not mean what the one before it does; `care`: to be compared with care. */
  readonly broken: 'no' | 'care' | null;
}

/** A line of figures, the years of the table one after the other. */
export interface PrintedRow {
  readonly indicatorId: IdOf<'indicators'>;
  readonly name: string;
  /** Of which part, through which channel or programme; empty = the whole, none. */
  readonly part: string;
  readonly via: string;
  /** Whose the figures are, as told; several where that differs by year. */
  readonly whose: string;
  readonly unit: string;
  readonly cells: readonly PrintedCell[];
}

/** Why a sign stands in a table. */
export type UsedSign = FigureMark | Valueless | 'break' | 'care' | 'disputed';

export type YearTableId = FigureArea;

export interface YearTable {
  readonly rows: readonly PrintedRow[];
  /** What is left of a whole that is broken down, computed: `28–30`. */
  readonly rests: readonly {
    readonly name: string;
    readonly of: string;
    readonly year: string;
    readonly text: string;
  }[];
  readonly signs: readonly UsedSign[];
}

/** A target with what came of it. */
export interface TargetRow {
  readonly name: string;
  readonly whose: string;
  readonly unit: string;
  readonly target: string;
  readonly year: string;
  readonly actual: string;
  readonly source: SourceId | null;
  readonly status: TargetStatus;
  /** Why there is no target. */
  readonly why: string;
}

/** The figures of a year beside those of the years before it, as they may be printed. */
export interface YearSummary {
  readonly fiscalYear: string;
  readonly company: string;
  readonly workspaceName: string;
  /** Years of the tables, the earliest first. */
  readonly years: readonly string[];
  readonly targets: readonly TargetRow[];
  readonly tables: Readonly<Record<YearTableId, YearTable>>;
  /** Indicators that are monitored, for a picture. */
  readonly trends: readonly TrendLine[];
  /** What happened and is planned, by what it happened to. */
  readonly entries: readonly EntriesOf[];
  /** Null = no supplier is known. */
  readonly lens: SupplierLens | null;
  readonly changes: readonly CountingChange[];
  /** Counts that are not told so that nobody is recognised by them. */
  readonly withheld: number;
  readonly sources: ReadonlyMap<SourceId, string>;
}

/**
 * What is printed of a year's figures. Counts of few cases are withheld unless their source can be read by anybody
 * (`withheldOutside`), and what was said off the record is not told.
 * @param year as it is stored: that in which the fiscal year begins
 * @throws ProblemError `figures-none` when there is no figure of the year or of the two before it
 */
export function yearSummary(state: YearTables, year: FiscalYear, language: Language): YearSummary {
  const known = summaries.get(state) ?? new Map<string, YearSummary>();
  summaries.set(state, known);
  const summary = known.get(`${year} ${language}`) ?? summarised(state, year, language);
  known.set(`${year} ${language}`, summary);
  return summary;
}

/** The choice of pictures, the sections and the picture itself are made of the same summary of the same state. */
const summaries = new WeakMap<YearTables, Map<string, YearSummary>>();

function summarised(stored: YearTables, year: FiscalYear, language: Language): YearSummary {
  const words = new YearWords(stored, year, language);
  const state = words.told(stored);
  const rows = gridRows(state).filter((row) => words.years.some((one) => row.cells.has(key(one))));
  if (rows.length === 0) throw new ProblemError('figures-none', { year: words.yearOf(year) });
  const measured = measuredIds(state, words);
  const tables = Object.fromEntries(
    FIGURE_AREAS.map((id) => [
      id,
      figureTableOf(
        rows.filter((row) => tableIdOf(row, words) === id),
        words,
      ),
    ]),
  ) as Record<YearTableId, YearTable>;
  return {
    fiscalYear: words.yearOf(year),
    company: textIn(state.workspace[0]?.company, language),
    workspaceName: textIn(state.workspace[0]?.name, language),
    years: words.years.map(words.yearOf),
    targets: targetRows(state, words),
    trends: trendLines(rows, words, (id, aimed) => aimed || measured.has(id)),
    tables,
    entries: entriesOfYear(state, words),
    lens: supplierLens(state, words),
    changes: rows.flatMap((row) => changesOf(row, words)).concat(misfitsOf(state, words)),
    withheld: words.hidden.size,
    sources: words.sources.texts,
  };
}

/** Targets have a table of their own. */
function tableIdOf(row: GridRow, { organisations }: YearWords): YearTableId | null {
  if (row.role === 'target') return null;
  return figureArea(row.arrangement?.kind, organisations.get(row.of ?? '')?.kind);
}

const key = (fiscalYear: FiscalYear) => periodKey({ fiscalYear, quarter: null });

/** Rows of figures as they may be printed, over the years of the words. */
export function figureTableOf(rows: readonly GridRow[], words: YearWords): YearTable {
  const signs = new Set<UsedSign>();
  const printed = rows.map((row): PrintedRow => {
    const { indicator, cell, arrangement } = row;
    return {
      indicatorId: indicator.id,
      name: words.tell(indicator.name),
      part: words.tell(cellText(indicator, cell, words.language)),
      via: words.tell(arrangement?.name ?? {}),
      whose: whoseOf(row, words),
      unit: words.tell(unitText(indicator, words.language, words.t)),
      cells: words.years.map((year) => printedCell(row.cells.get(key(year)), words, signs)),
    };
  });
  return { rows: printed, rests: restsOf(rows, words), signs: [...signs] };
}

/** Whose the figures of the years shown are: once where that is the same, else by year. */
function whoseOf(row: GridRow, words: YearWords): string {
  const figures = words.years.flatMap((year) => row.cells.get(key(year))?.standing ?? []);
  const [first, ...others] = [...new Set(figures.map((one) => words.whose(one)))];
  if (others.length === 0) return first ?? '';
  return figures
    .map((one) =>
      words.t('report.aside', {
        text: words.whose(one),
        aside: periodText(one.period, words.t, words.yearOf),
      }),
    )
    .join(words.t('report.source.separator'));
}

/** A cell as it may be told. @param signs gets those that it needs explained */
export function printedCell(cell: GridCell | undefined, words: YearWords, signs: Set<UsedSign>): PrintedCell {
  if (!cell) return { values: [], broken: null };
  const found = breakAt(cell);
  const broken = found === null ? null : found === 'boundary' ? 'no' : found.effect;
  if (broken !== null) signs.add(broken === 'no' ? 'break' : 'care');
  if (isDisputed(cell)) signs.add('disputed');
  for (const figure of cell.standing) {
    if (words.hidden.has(figure.id)) signs.add('withheld');
    else if (isValueless(figure.status)) signs.add(figure.status);
    else for (const mark of marksOf(figure)) signs.add(mark);
  }
  return {
    values: cell.standing.map((one) => ({ text: words.value(one), source: words.source(one) })),
    broken,
  };
}

/** What of a whole is in none of the parts that are told: a part that is withheld is in it, and it says so. */
function restsOf(rows: readonly GridRow[], words: YearWords): YearTable['rests'] {
  const indicators = new Map<Id, Indicator>(rows.map(({ indicator }) => [indicator.id, indicator]));
  return [...indicators.values()].flatMap((indicator) => {
    const figures = rows
      .filter(({ indicatorId }) => indicatorId === indicator.id)
      .flatMap(({ cells }) => words.years.flatMap((year) => cells.get(key(year))?.standing ?? []));
    const hidden = figures.filter(({ id }) => words.hidden.has(id));
    const told = figures.filter(({ id }) => !words.hidden.has(id));
    return wholesOf(indicator, told).flatMap((one) => {
      const { whole, breakdown } = one;
      const isPartHidden = hidden.some(
        ({ period }) => whole && periodKey(period) === periodKey(whole.period),
      );
      const rest = remainderOf(isPartHidden ? { ...one, breakdown: asSome(breakdown) } : one);
      if (!rest || !whole) return [];
      const own = words.tell(textIn(breakdown.rest, words.language));
      return [
        {
          name: rest.hidden || isPartHidden ? words.t('figure.rest.hidden') : own || words.t('figure.rest'),
          of: words.tell(indicator.name),
          year: periodText(whole.period, words.t, words.yearOf),
          text: rangeText(rest, words.t),
        },
      ];
    });
  });
}

/** Parts of which one is not told are no longer all. */
function asSome(breakdown: Breakdown): Breakdown {
  return breakdown.relation === 'all-parts' ? { ...breakdown, relation: 'some-parts' } : breakdown;
}

/** Targets that are on or over, and indicators of decisions that have none. */
function targetRows(state: YearTables, words: YearWords): TargetRow[] {
  const measured = measuredIds(state, words);
  const counted = countedFigures(state.figures);
  return state.indicators.flatMap((indicator): TargetRow[] => {
    const figures = counted.filter(({ indicatorId }) => indicatorId === indicator.id);
    const named = {
      name: words.tell(indicator.name),
      unit: words.tell(unitText(indicator, words.language, words.t)),
    };
    const lines = targetLines(figures, words.year + 1)
      .filter(({ target }) => target.period.fiscalYear >= (words.years[0] ?? words.year))
      .map(({ target, actual, status }): TargetRow => {
        const isHidden = actual !== null && words.hidden.has(actual.id);
        return {
          ...named,
          name: partName(named.name, indicator, target, words),
          whose: words.whose(target),
          target: words.value(target),
          year: periodText(target.period, words.t, words.yearOf),
          actual: actual ? words.value(actual) : '',
          source: actual ? words.source(actual) : null,
          // Whether it is met would tell a count that is withheld.
          status: isHidden ? 'not-comparable' : status,
          why: '',
        };
      });
    if (lines.length > 0 || !measured.has(indicator.id)) return lines;
    const aim = words.tell(indicator.aim);
    const latest = figures
      .filter((one) => one.role === 'actual' && isWhole(one) && one.period.fiscalYear === words.year)
      .find(({ value }) => value !== null);
    return [
      {
        ...named,
        whose: latest ? words.whose(latest) : '',
        target: aim,
        year: '',
        actual: latest ? words.value(latest) : '',
        source: latest ? words.source(latest) : null,
        status: 'no-target',
        why: words.tell(indicator.noTargetWhy),
      },
    ];
  });
}

function partName(name: string, indicator: Indicator, { cell }: Figure, words: YearWords): string {
  const part = words.tell(cellText(indicator, cell, words.language));
  return part === '' ? name : words.t('report.aside', { text: name, aside: part });
}
