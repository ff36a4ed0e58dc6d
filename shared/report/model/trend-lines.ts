import type { TrendLine, TrendPoint } from '../../chart/figure-trends.ts';
import { breakAt, comparablePieces, type GridRow } from '../../figure-table/rows.ts';
import { isWhole } from '../../figures/series.ts';
import { unitText } from '../../figures/value-text.ts';
import { groupBy } from '../../group.ts';
import type { Id } from '../../model/basics.ts';
import type { YearTables, YearWords } from './year-words.ts';

/** Indicators by which something is monitored in the year. */
export function measuredIds({ decisions }: Pick<YearTables, 'decisions'>, { year }: YearWords): Set<Id> {
  return new Set(
    decisions
      .filter(({ fiscalYear, level }) => fiscalYear === year && level !== 'none')
      .flatMap(({ indicatorIds }) => indicatorIds),
  );
}

/**
 * Lines in the years shown; nothing that is withheld.
 * @param isWanted whether an indicator is shown; `aimed`: it has a target
 */
export function trendLines(
  rows: readonly GridRow[],
  words: YearWords,
  isWanted: (indicatorId: Id, aimed: boolean) => boolean,
): TrendLine[] {
  const aims = rows.filter(({ role }) => role === 'target');
  // Where one indicator is counted through several channels, each line says which.
  const wholes = groupBy(
    rows.filter((row) => row.role === 'actual' && isWhole(row)),
    ({ indicatorId }) => indicatorId,
  );
  return rows.flatMap((row): TrendLine[] => {
    const own = aims.filter(({ indicatorId, via }) => indicatorId === row.indicatorId && via === row.via);
    if (row.role !== 'actual' || !isWhole(row) || !isWanted(row.indicatorId, own.length > 0)) return [];
    const pieces = comparablePieces(row)
      .map((piece) => piece.flatMap((cell) => pointOf(cell.standing[0], words)))
      .filter(({ length }) => length > 0);
    if (pieces.length === 0) return [];
    const whose = [...new Set([...row.cells.values()].map(({ standing }) => words.whose(standing[0])))];
    return [
      {
        id: row.key,
        name:
          (wholes.get(row.indicatorId)?.length ?? 0) > 1 ? words.row(row) : words.tell(row.indicator.name),
        aside: [words.tell(unitText(row.indicator, words.language, words.t)), ...whose]
          .filter(Boolean)
          .join(words.t('report.list.separator')),
        pieces,
        breaks: [...row.cells.values()].flatMap((cell) => {
          const found = breakAt(cell);
          const column = words.years.indexOf(cell.period.fiscalYear);
          return found !== null && (found === 'boundary' || found.effect === 'no') && column > 0
            ? [column]
            : [];
        }),
        targets: own.flatMap(({ cells }) =>
          [...cells.values()].flatMap(({ standing }) => pointOf(standing[0], words)),
        ),
      },
    ];
  });
}

function pointOf(figure: Parameters<YearWords['value']>[0], words: YearWords): TrendPoint[] {
  const column = words.years.indexOf(figure.period.fiscalYear);
  const { value, period } = figure;
  if (value === null || column < 0 || period.quarter !== null || words.hidden.has(figure.id)) return [];
  return [{ column, value, text: words.value(figure) }];
}
