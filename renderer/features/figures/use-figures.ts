import { useMemo } from 'react';
import {
  type FigureRows,
  type GridRow,
  type PeriodColumn,
  periodColumns,
  RowMaker,
} from '#shared/figure-table/rows.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { Period } from '#shared/model/figure.ts';
import { fiscalYearOf, type Workspace } from '#shared/model/workspace.ts';
import { today } from '../../platform/today.ts';
import { readAhead, useKeptTables } from '../../store/kept-tables.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** What the table of figures is made of. */
export interface Figures {
  readonly state: FigureRows;
  readonly workspace: Workspace;
  readonly rows: readonly GridRow[];
  readonly columns: readonly PeriodColumn[];
  /** A period as the workspace names it in the reader's language. */
  readonly periodName: (period: Period) => string;
}

const TABLES = ['figures', 'indicators', 'organisations', 'arrangements', 'sources', 'workspace'] as const;
/** Keeps what it made for the next change, and for the next time that the view is opened. */
const maker = new RowMaker();
readAhead(TABLES, (state) => maker.rowsOf(state));

/** The figures of the workspace as a table, live. */
export function useFigures(): Figures | undefined {
  const { t, language } = useSpeech();
  const read = useKeptTables(TABLES);
  return useMemo(() => {
    const workspace = read?.workspace[0];
    if (!read || !workspace) return undefined;
    const state = read;
    const rows = maker.rowsOf(state);
    return {
      state,
      workspace,
      rows,
      columns: periodColumns(rows, presentYear(workspace)),
      periodName: ({ fiscalYear, quarter }) => {
        const year = fiscalYearLabel(fiscalYear, workspace.fiscalYear, language);
        return quarter === null ? year : t('figure.quarter', { year, quarter });
      },
    };
  }, [read, t, language]);
}

/** The fiscal year that is on. */
export function presentYear({ fiscalYear }: Workspace): number {
  return fiscalYearOf(today(), fiscalYear);
}
