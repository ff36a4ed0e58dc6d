import type { CellStyle } from '../ooxml/workbook.ts';

const INK = '1F2430';
const PALE = 'EEF1F5';
/** How cells of the sheets look that are sent to assessors. */
export const STYLE = {
  key: { size: 8, color: '9AA1AD', text: true },
  title: { bold: true, size: 15 },
  line: { color: '4A5160' },
  how: { italic: true, color: '4A5160' },
  group: { bold: true, size: 9, color: '4A5160' },
  heading: {
    bold: true,
    color: 'FFFFFF',
    fill: '2F4A6D',
    border: true,
    wrap: true,
    across: 'center',
    down: 'center',
  },
  headingSoft: {
    bold: true,
    color: INK,
    fill: 'D5DCE6',
    border: true,
    wrap: true,
    across: 'center',
    down: 'center',
  },
  issue: { bold: true, fill: PALE, border: true, wrap: true, down: 'top', text: true },
  definition: { size: 9, color: '4A5160', fill: PALE, border: true, wrap: true, down: 'top', text: true },
  answer: { border: true, wrap: true, across: 'center', down: 'top', open: true },
  written: { border: true, wrap: true, down: 'top', open: true, text: true },
  section: { bold: true, size: 12 },
  body: { wrap: true, down: 'top', text: true },
  cell: { border: true, wrap: true, down: 'top', text: true },
  number: { border: true, across: 'center', down: 'top', bold: true },
} as const satisfies Record<string, CellStyle>;
