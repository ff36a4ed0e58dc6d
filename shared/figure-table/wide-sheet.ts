import { BREAK_SIGN, MARK_OF, marksOf } from '../figures/signs.ts';
import { toldOutside } from '../figures/small-counts.ts';
import { cellText, unitText, valueText } from '../figures/value-text.ts';
import { type Id, textIn } from '../model/basics.ts';
import type { SheetWords } from './long-sheet.ts';
import {
  breakAt,
  type FigureRows,
  type GridCell,
  type GridRow,
  gridRows,
  isDisputed,
  periodColumns,
} from './rows.ts';

/**
 * The table as it is printed: a row a line, a column a period, signs in the cells and what they mean below. It leaves the
 * office: counts of so few cases that somebody could be recognised are withheld in it.
 */
export function wideRows(stored: FigureRows, present: number, words: SheetWords): string[][] {
  const { t, language, period } = words;
  const state = { ...stored, figures: toldOutside(stored) };
  const rows = gridRows(state).filter(({ cells }) => cells.size > 0);
  const columns = periodColumns(rows, present).filter(({ key }) => rows.some(({ cells }) => cells.has(key)));
  const organisations = new Map(
    state.organisations.map(({ id, name }) => [id as Id, textIn(name, language)]),
  );
  const whose = ({ of }: GridRow) =>
    of === undefined
      ? t('figureGrid.varies')
      : of === null
        ? t('figureGrid.unstated')
        : (organisations.get(of) ?? '');
  return [
    [
      t('figureGrid.column.indicator'),
      t('figureSheet.column.part'),
      t('figureSheet.column.through'),
      t('figureGrid.column.whose'),
      t('figureGrid.column.unit'),
      ...columns.map((one) => period(one.period)),
    ],
    ...rows.map((row) => [
      textIn(row.indicator.name, language),
      [row.role === 'target' ? t('figureGrid.target') : '', cellText(row.indicator, row.cell, language)]
        .filter(Boolean)
        .join(' · '),
      textIn(row.arrangement?.name, language),
      whose(row),
      unitText(row.indicator, language, t),
      ...columns.map(({ key }) => printed(row.cells.get(key), words)),
    ]),
    ...notesBelow(rows, columns, words),
  ];
}

function printed(cell: GridCell | undefined, { t }: SheetWords): string {
  if (!cell) return '';
  const { standing } = cell;
  const shown = isDisputed(cell) ? standing : standing.slice(0, 1);
  const values = shown.map((one) => valueText(one, t));
  const marks = [...new Set(standing.flatMap(marksOf))].map((mark) => MARK_OF[mark]);
  const found = breakAt(cell);
  const bar = found === 'boundary' || found?.effect === 'no' ? `${BREAK_SIGN} ` : '';
  return `${bar}${values.join(' ≠ ')}${marks.length > 0 ? ` ${marks.join(' ')}` : ''}`;
}

/** Each break with what is counted otherwise, below the table. */
function notesBelow(
  rows: readonly GridRow[],
  columns: ReturnType<typeof periodColumns>,
  { t, language, period }: SheetWords,
): string[][] {
  const notes = rows.flatMap((row) =>
    columns.flatMap(({ key, period: at }) => {
      const cell = row.cells.get(key);
      const found = cell && breakAt(cell);
      if (!found) return [];
      const kind = found === 'boundary' ? 'boundary' : found.kind;
      const care = found !== 'boundary' && found.effect === 'care';
      const note = found === 'boundary' ? '' : textIn(found.note, language);
      const what = [t(`figureGrid.breakKind.${kind}`), note].filter(Boolean).join('; ');
      const params = { row: textIn(row.indicator.name, language), year: period(at), what };
      return [[t(care ? 'figurePaste.hint.care' : 'figurePaste.hint.no', params)]];
    }),
  );
  return notes.length > 0 ? [[], ...notes] : [];
}
