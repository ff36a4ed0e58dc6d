import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Language } from '../../i18n/index.ts';
import type { Block, Cell, Column, Line } from '../document.ts';
import { INK, TEXT_WIDTH } from './design.ts';
import { runsOf } from './inline.ts';
import { STYLE } from './styles.ts';
import { CELL_MARGIN, columnWidths, linesOf, textOf } from './widths.ts';

type TableBlock = Extract<Block, { readonly kind: 'table' }>;

const ALIGN = { start: AlignmentType.START, center: AlignmentType.CENTER, end: AlignmentType.END } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: INK.hairline } as const;
const RULE = { style: BorderStyle.SINGLE, size: 8, color: INK.heading } as const;

/**
 * Rows with more text than this may break over pages: kept whole, they would leave a page half empty, and Word cannot
 * show a row that is longer than a page. In characters of its longest cell.
 */
const LONGEST_WHOLE_ROW = 1200;

/** A table with a head that repeats on every page; widths are fixed, so that Word and LibreOffice draw the same. */
export function tableOf(block: TableBlock, language: Language): Table {
  const widths = columnWidths(block.columns, block.rows, language);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          shading: { fill: INK.headFill },
          verticalAlign: VerticalAlign.BOTTOM,
          children: [paragraph(STYLE.tableHead, column.head, column, true)],
        }),
    ),
  });
  const last = block.rows.length - 1;
  const rows = block.rows.map((cells, rowIndex) => {
    // The first rows stay with the head, and the last two together: no lone row at either edge of a page.
    const keep = rowIndex < last && (rowIndex === 0 || rowIndex === last - 1);
    // A note under the table stays with its last row.
    const keepNext = keep || (rowIndex === last && block.note !== undefined);
    return new TableRow({
      cantSplit: Math.max(...cells.map(lengthOf)) <= LONGEST_WHOLE_ROW,
      children: block.columns.map((column, index) => {
        const cell = cells[index] ?? '';
        const lines = linesOf(cell);
        const apart = typeof cell !== 'string' && 'apart' in cell;
        return new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlign.TOP,
          children: lines.map((line, at) =>
            paragraph(STYLE.tableText, line, column, keepNext, apart && at < lines.length - 1),
          ),
        });
      }),
    });
  });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 57, bottom: 57, left: CELL_MARGIN, right: CELL_MARGIN },
    borders: {
      top: RULE,
      bottom: RULE,
      left: NONE,
      right: NONE,
      insideHorizontal: HAIRLINE,
      insideVertical: NONE,
    },
    rows: [head, ...rows],
  });
}

/** In twentieths of a point. */
const AIR = 60;

function paragraph(
  style: string,
  line: Line,
  column: Column,
  keepNext: boolean,
  airBelow = false,
): Paragraph {
  return new Paragraph({
    style,
    keepNext,
    ...(airBelow ? { spacing: { after: AIR } } : {}),
    ...(column.align ? { alignment: ALIGN[column.align] } : {}),
    children: runsOf(line),
  });
}

function lengthOf(cell: Cell): number {
  return linesOf(cell).reduce((sum, line) => sum + textOf(line).length, 0);
}
