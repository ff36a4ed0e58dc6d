import { type GridRow, gridRows } from '../../figure-table/rows.ts';
import { figureArea } from '../../figures/area.ts';
import { periodKey } from '../../figures/series.ts';
import type { Language } from '../../i18n/index.ts';
import { type FiscalYear, type Id, textIn } from '../../model/basics.ts';
import { ProblemError } from '../../model/problem.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import { scopeFilter } from '../../statement/scope.ts';
import type { Omission, SourceId } from '../document.ts';
import { type CountingChange, changesOf } from './counting-changes.ts';
import { type KeptUp, KeptUpLines } from './kept-up.ts';
import { omissionsOf } from './statement.ts';
import { RowTelling, type ToldRow } from './told-rows.ts';
import { figureTableOf, type YearTable } from './year.ts';
import { YearWords } from './year-words.ts';

/** What a company did for human rights in a year, as its register tells it. */
export interface HumanRightsSummary {
  readonly fiscalYear: string;
  readonly company: string;
  readonly workspaceName: string;
  readonly years: readonly string[];
  readonly policies: readonly KeptUp[];
  readonly framework: readonly KeptUp[];
  readonly channels: readonly KeptUp[];
  readonly suppliers: readonly KeptUp[];
  readonly statements: readonly KeptUp[];
  readonly training: readonly KeptUp[];
  readonly initiatives: readonly KeptUp[];
  readonly activities: {
    readonly monitored: readonly ToldRow[];
    readonly dialogues: readonly ToldRow[];
    readonly done: readonly ToldRow[];
    readonly planned: readonly ToldRow[];
  };
  readonly figures: Readonly<Record<'training' | 'grievances' | 'suppliers', YearTable>>;
  readonly changes: readonly CountingChange[];
  readonly withheld: number;
  readonly sources: ReadonlyMap<SourceId, string>;
  readonly omissions: readonly Omission[];
}

/**
 * The human-rights page of a year: what is in the register, and nothing else.
 * @param year as it is stored: that in which the fiscal year begins
 * @throws ProblemError `register-empty` when the register holds nothing of the year
 */
export function humanRightsSummary(
  state: WorkspaceState,
  year: FiscalYear,
  language: Language,
): HumanRightsSummary {
  const words = new YearWords(state, year, language);
  const telling = new RowTelling(state, words);
  const filter = scopeFilter(state, { of: null, fiscalYear: year });
  const kept = new KeptUpLines(state, words, telling, filter, year);
  const rows = gridRows(state).filter(({ cells }) =>
    words.years.some((one) => cells.has(periodKey({ fiscalYear: one, quarter: null }))),
  );
  const areaOf = ({ arrangement, of }: GridRow) =>
    figureArea(arrangement?.kind, words.organisations.get(of ?? '')?.kind);
  const areas = ['training', 'grievances', 'suppliers'] as const;
  const shown = rows.filter((row) => row.role === 'actual' && areas.some((area) => area === areaOf(row)));
  const table = (area: (typeof areas)[number]) =>
    figureTableOf(
      shown.filter((row) => areaOf(row) === area),
      words,
    );
  const summary: HumanRightsSummary = {
    fiscalYear: words.yearOf(year),
    company: textIn(state.workspace[0]?.company, language),
    workspaceName: textIn(state.workspace[0]?.name, language),
    years: words.years.map(words.yearOf),
    policies: kept.policies(),
    framework: kept.ofKinds('body', 'review', 'council'),
    channels: kept.ofKinds('channel'),
    suppliers: kept.ofKinds('supplier-programme'),
    statements: kept.ofKinds('statement'),
    training: kept.ofKinds('training'),
    initiatives: kept.ofKinds('membership'),
    activities: {
      monitored: decided(state, year).flatMap((id) => telling.tell({ to: 'decision', id }) ?? []),
      dialogues: state.dialogues
        .filter(({ date }) => filter.isInYear(date))
        .flatMap(({ id }) => telling.tell({ to: 'dialogue', id }) ?? []),
      done: kept.freeEvents('done'),
      planned: kept.freeEvents('planned'),
    },
    figures: { training: table('training'), grievances: table('grievances'), suppliers: table('suppliers') },
    changes: shown.flatMap((row) => changesOf(row, words)),
    withheld: shown
      .flatMap(({ cells }) => [...cells.values()].flatMap(({ standing }) => standing))
      .filter(({ id }) => words.hidden.has(id)).length,
    sources: words.sources.texts,
    omissions: [],
  };
  if (isEmpty(summary)) throw new ProblemError('register-empty', { year: summary.fiscalYear });
  return { ...summary, omissions: omissionsOf(telling, words) };
}

function isEmpty({
  policies,
  framework,
  channels,
  suppliers,
  statements,
  training,
  initiatives,
  ...rest
}: HumanRightsSummary) {
  const kept = [policies, framework, channels, suppliers, statements, training, initiatives];
  const tables = Object.values(rest.figures).map(({ rows }) => rows);
  return [...kept, ...Object.values(rest.activities), ...tables].every(({ length }) => length === 0);
}

/** Decisions of the year's round, or that hold in the year, on what is monitored closely; the latest first. */
function decided({ decisions, rounds }: WorkspaceState, year: FiscalYear): Id[] {
  const of = new Map<Id, FiscalYear>(rounds.map(({ id, fiscalYear }) => [id, fiscalYear]));
  return decisions
    .filter(({ level }) => level === 'monitor-closely')
    .filter(({ fiscalYear, roundId }) => fiscalYear === year || of.get(roundId) === year)
    .sort((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
