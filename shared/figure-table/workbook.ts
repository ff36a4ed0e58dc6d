import { LANGUAGES } from '../i18n/index.ts';
import type { Workbook } from '../ooxml/workbook.ts';
import { LONG_COLUMNS, type LongColumn, type SheetWords } from './long-sheet.ts';

const WIDTHS: Readonly<Partial<Record<LongColumn, number>>> = {
  indicator: 44,
  part: 24,
  through: 28,
  whose: 24,
  note: 44,
  source: 36,
  replaces: 14,
  id: 14,
  sum: 10,
};

const HEAD = { bold: true, color: 'FFFFFF', fill: '2F4A6D', wrap: true } as const;

/** A table as a workbook with one sheet. Cells are text: what a sign or a break says would be lost in a number. */
export function workbookOf(
  kind: 'long' | 'wide',
  rows: readonly (readonly string[])[],
  { t, language }: SheetWords,
  made: { readonly at: string; readonly creator: string },
): Workbook {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, index) => {
    if (kind === 'long') return { width: WIDTHS[LONG_COLUMNS[index] ?? 'value'] ?? 14 };
    return { width: [44, 24, 28, 24, 12][index] ?? 14 };
  });
  const title = t(kind === 'long' ? 'figureSheet.long' : 'figureSheet.wide');
  return {
    title,
    creator: made.creator,
    at: made.at,
    font: LANGUAGES[language].officeFont,
    language,
    sheets: [
      {
        name: title,
        visibility: 'shown',
        columns,
        rows: rows.map((cells, index) => ({
          cells: cells.map((value) =>
            value === '' ? null : { value, style: index === 0 ? { ...HEAD, text: true } : { text: true } },
          ),
        })),
        frozen: { rows: 1, columns: 1 },
        protected: false,
      },
    ],
  };
}
