import { useMemo } from 'react';
import {
  type FigureRows,
  type GridRow,
  gridRows,
  type PeriodColumn,
  periodColumns,
} from '#shared/figure-table/rows.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { Period } from '#shared/model/figure.ts';
import type { Workspace } from '#shared/model/workspace.ts';
import { today } from '../../platform/today.ts';
import { useRows } from '../../store/index.ts';
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

/** The figures of the workspace as a table, read anew whenever one changes. */
export function useFigures(): Figures | undefined {
  const { t, language } = useSpeech();
  const read = useRows(async (db) => {
    const [figures, indicators, organisations, arrangements, sources, workspace] = await Promise.all([
      db.figures.toArray(),
      db.indicators.toArray(),
      db.organisations.toArray(),
      db.arrangements.toArray(),
      db.sources.toArray(),
      db.workspace.toArray(),
    ]);
    return { state: { figures, indicators, organisations, arrangements, sources }, workspace: workspace[0] };
  }, []);
  return useMemo(() => {
    if (!read?.workspace) return undefined;
    const { state, workspace } = read;
    const rows = gridRows(state);
    return {
      state,
      workspace,
      rows,
      columns: periodColumns(rows, presentYear(workspace)),
      periodName: ({ fiscalYear, quarter }) => {
        const year = fiscalYearLabel(fiscalYear, workspace.fiscalYear, language);
        return quarter === null ? year : t('figureGrid.quarter', { year, quarter });
      },
    };
  }, [read, t, language]);
}

/** The fiscal year that is on. */
export function presentYear({ fiscalYear: { firstMonth } }: Workspace): number {
  const [year = 0, month = 1] = today().split('-').map(Number);
  return month >= firstMonth ? year : year - 1;
}
