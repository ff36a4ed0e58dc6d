import { useCallback, useMemo, useRef } from 'react';
import {
  type FigureRows,
  type GridRow,
  gridRows,
  type PeriodColumn,
  periodColumns,
  RowMaker,
} from '#shared/figure-table/rows.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { Period } from '#shared/model/figure.ts';
import { fiscalYearOf, type Workspace } from '#shared/model/workspace.ts';
import { today } from '../../platform/today.ts';
import { readAhead, useKeptInParts } from '../../store/kept-tables.ts';
import type { ReadFirst } from '../../store/table-keeper.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** What the table of figures is made of. */
export interface Figures {
  readonly state: FigureRows;
  readonly workspace: Workspace;
  readonly rows: readonly GridRow[];
  /** False = figures are still being read: `rows` are the first ones of the table, each complete. */
  readonly isWhole: boolean;
  readonly columns: readonly PeriodColumn[];
  /** A period as the workspace names it in the reader's language. */
  readonly periodName: (period: Period) => string;
}

const TABLES = ['figures', 'indicators', 'organisations', 'arrangements', 'sources', 'workspace'] as const;
/** Of so many indicators the figures are read first: they fill a tall window. */
const SHOWN_FIRST = 40;

/** What the first rows of the table are made of, out of tens of thousands of figures. */
const readFirst: ReadFirst<(typeof TABLES)[number]> = (db) =>
  db.transaction('r', [...TABLES], async () => {
    const [indicators, organisations, arrangements, sources, workspace] = await Promise.all([
      db.indicators.orderBy(':id').toArray(),
      db.organisations.orderBy(':id').toArray(),
      db.arrangements.orderBy(':id').toArray(),
      db.sources.orderBy(':id').toArray(),
      db.workspace.toArray(),
    ]);
    // One question for each: a question for several is answered row by row, each a way there and back.
    const figures = await Promise.all(
      indicators.slice(0, SHOWN_FIRST).map(({ id }) => db.figures.where('indicatorId').equals(id).toArray()),
    );
    return { figures: figures.flat(), indicators, organisations, arrangements, sources, workspace };
  });

const KEPT = { tables: TABLES, readFirst } as const;

/** Keeps what it made for the next change, and for the next time that the view is opened. */
const maker = new RowMaker();
readAhead(KEPT, (state) => maker.rowsOf(state));

/** The figures of the workspace as a table, live. */
export function useFigures(): Figures | undefined {
  const { t, language } = useSpeech();
  const read = useKeptInParts(KEPT);
  const workspace = read?.rows.workspace[0];
  const convention = workspace?.fiscalYear;
  const periodName = useCallback(
    ({ fiscalYear, quarter }: Period) => {
      const year = convention ? fiscalYearLabel(fiscalYear, convention, language) : '';
      return quarter === null ? year : t('figure.quarter', { year, quarter });
    },
    [convention, t, language],
  );
  const rows = useMemo(
    () => read && (read.isWhole ? maker.rowsOf(read.rows) : gridRows(firstOf(read.rows))),
    [read],
  );
  const columns = useSame(
    useMemo(() => (rows && workspace ? periodColumns(rows, presentYear(workspace)) : []), [rows, workspace]),
  );
  return useMemo(
    () =>
      read && rows && workspace
        ? { state: read.rows, isWhole: read.isWhole, workspace, rows, columns, periodName }
        : undefined,
    [read, rows, workspace, columns, periodName],
  );
}

/** The columns that were there before, as long as no other ones came. */
function useSame(columns: readonly PeriodColumn[]): readonly PeriodColumn[] {
  const before = useRef(columns);
  const isSame =
    before.current.length === columns.length &&
    before.current.every(({ key }, index) => key === columns[index]?.key);
  if (!isSame) before.current = columns;
  return before.current;
}

function firstOf(state: FigureRows): FigureRows {
  return { ...state, indicators: state.indicators.slice(0, SHOWN_FIRST) };
}

/** The fiscal year that is on. */
export function presentYear({ fiscalYear }: Workspace): number {
  return fiscalYearOf(today(), fiscalYear);
}
