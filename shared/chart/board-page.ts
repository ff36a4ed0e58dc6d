import type { IssueAssessment } from '../assessment/assess-round.ts';
import type { IdOf } from '../model/id.ts';
import { EDGE } from './ground.ts';
import { type MatrixInput, type MatrixOptions, matrixLayout } from './matrix.ts';
import { textWidth, wrapText } from './metrics.ts';
import { categorySign, rule } from './picture.ts';
import type { Scene, Shape } from './scene.ts';
import { dividedSign, starSign, topOf } from './signs.ts';
import { move, write } from './text.ts';

/** Sheets of paper on their long side, in CSS pixels (96 to the inch). */
export const PAPERS = {
  A4: { width: 1123, height: 794 },
  A3: { width: 1587, height: 1123 },
} as const;
export type Paper = keyof typeof PAPERS;

/** What is printed around the picture; the page itself knows no words but those of the picture. */
export interface BoardWords {
  readonly title: string;
  /** Under the title, e.g. stage of the round and date; empty = none. */
  readonly subtitle: string;
  /** What a reader must know of the figures; empty = none. */
  readonly note: string;
  /** Foot of the page, left and right: standard, method, checksum, who printed it when. */
  readonly footer: readonly [left: string, right: string];
  /** What was decided of an issue, in a word or two; empty = nothing. */
  readonly decisionOf: (issueId: IdOf<'issues'>) => string;
}

export interface BoardOptions
  extends Omit<MatrixOptions, 'width' | 'height' | 'heading' | 'lists' | 'legendWidth'> {
  readonly paper?: Paper;
}

const MARGIN = 36;
const LIST_HEAD = 24;
/** Height of a row that holds a name in two lines, as a share of the type's size. */
const LEADING = 2.15;
/** Rows are no higher than this. */
const TWO_LINES = 30;
const GAP = 22;
/** Lowest row and smallest type that are still read on paper, in pixels (8.5 px = 6.4 pt). */
const LEAST = { row: 11.5, size: 8.5 } as const;

/**
 * One page for a board: the matrix with its legend, beside it every issue in salience order with its tier, severity
 * and decision. Pure; the page is a scene like any other, so SVG and PNG come of it.
 */
export function boardPage(
  input: Omit<MatrixInput, 'title' | 'note'>,
  words: BoardWords,
  { paper = 'A4', ...options }: BoardOptions,
): Scene {
  const { language } = options;
  const { width, height } = PAPERS[paper];
  const inner = width - 2 * MARGIN;
  const head = headOf(words, inner);
  const foot = footOf(words.footer, width, height);
  const top = MARGIN + head.height + 8;
  const bottom = height - MARGIN - 20;
  const { issues } = input.assessment;

  const fit = Math.floor((bottom - top - LIST_HEAD - 60) / LEAST.row);
  const columns = issues.length > fit ? 2 : 1;
  const listWidth = Math.round(inner * (columns === 1 ? 0.4 : 0.52));
  const chartWidth = inner - listWidth - GAP;
  const { scene: drawn, plot } = matrixAt(input, options, chartWidth, bottom - top);
  const list = listOf(input, words, options, {
    x: MARGIN + chartWidth + GAP,
    y: top,
    width: listWidth,
    height: plot,
    columns,
  });
  const [dx, dy] = [MARGIN - EDGE, top - 14];
  return {
    width,
    height,
    title: words.title,
    description: drawn.description,
    language,
    backdrop: [...head.shapes, ...move(drawn.backdrop, dx, dy)],
    items: drawn.items.map((item) => ({
      ...item,
      x: item.x + dx,
      y: item.y + dy,
      shapes: move(item.shapes, dx, dy),
    })),
    front: [...move(drawn.front, dx, dy), ...list, ...foot],
  };

  /** The matrix so high that it ends where the page does, its legend included, which has the page's whole width. */
  function matrixAt(
    matrix: Omit<MatrixInput, 'title' | 'note'>,
    { effectFrom, lens, ...rest }: Omit<BoardOptions, 'paper'>,
    chart: number,
    room: number,
  ): { readonly scene: Scene; readonly plot: number } {
    const draw = (plot: number) =>
      matrixLayout(
        { ...matrix, title: words.title, note: words.note },
        {
          ...rest,
          ...(lens === undefined ? {} : { lens }),
          ...(effectFrom === undefined ? {} : { effectFrom }),
          width: chart + 2 * EDGE,
          legendWidth: inner + 2 * EDGE,
          height: plot,
          heading: false,
          lists: false,
          ...(columns === 2 ? { names: 0 } : {}),
        },
      );
    const guess = room - 80;
    const plot = Math.max(240, room - (draw(guess).height - guess) + 14);
    return { scene: draw(plot), plot: plot - 20 };
  }
}

function headOf({ title, subtitle, note }: BoardWords, width: number): { shapes: Shape[]; height: number } {
  const lines = [
    ...wrapText(title, 22, width, 2, true).map((text) => ({ text, size: 22, bold: true, faint: false })),
    ...wrapText(subtitle, 12.5, width, 1).map((text) => ({ text, size: 12.5, bold: false, faint: false })),
    ...wrapText(note, 11.5, width, 2).map((text) => ({ text, size: 11.5, bold: false, faint: true })),
  ];
  let height = 0;
  const shapes = lines.map(({ text, size, bold, faint }) => {
    height += size * 1.4;
    return write(text, MARGIN, MARGIN + height - size * 0.4, {
      role: 'note',
      size,
      bold,
      fill: faint ? 'faint' : 'text',
    });
  });
  return { shapes, height };
}

function footOf([left, right]: BoardWords['footer'], width: number, height: number): Shape[] {
  const y = height - MARGIN + 6;
  const half = (width - 2 * MARGIN) * 0.72;
  const [first = ''] = wrapText(left, 10, half, 1);
  const [second = ''] = wrapText(right, 10, width - 2 * MARGIN - half - 12, 1);
  const style = { role: 'note', size: 10, fill: 'faint' } as const;
  return [
    rule(MARGIN, y - 16, width - MARGIN, y - 16, { role: 'axis', stroke: 'line' }),
    ...(first ? [write(first, MARGIN, y, style)] : []),
    ...(second ? [write(second, width - MARGIN, y, { ...style, anchor: 'end' })] : []),
  ];
}

/** Every issue in salience order; what has no room is counted, never passed over in silence. */
function listOf(
  { assessment, nameOf }: Pick<MatrixInput, 'assessment' | 'nameOf'>,
  { decisionOf }: Pick<BoardWords, 'decisionOf'>,
  { t }: Pick<MatrixOptions, 't'>,
  room: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly columns: number;
  },
): Shape[] {
  const tops = topOf(assessment);
  const columnWidth = (room.width - (room.columns - 1) * 16) / room.columns;
  const most = Math.floor((room.height - LIST_HEAD) / LEAST.row) * room.columns;
  const { issues } = assessment;
  const shown = issues.length > most ? issues.slice(0, most - 1) : issues;
  const rows = Math.max(1, Math.ceil((shown.length + (shown.length < issues.length ? 1 : 0)) / room.columns));
  const row = Math.min(TWO_LINES, (room.height - LIST_HEAD) / rows);
  const usual = Math.min(12, Math.max(LEAST.size, row * 0.66));
  const longest = Math.max(0, ...issues.map(({ issueId }) => textWidth(nameOf(issueId), usual)));
  // Smaller type where names would be cut otherwise and then fit in two lines.
  const size =
    row < usual * LEADING && longest > columnWidth * 0.5
      ? Math.min(usual, Math.max(LEAST.size, row / LEADING))
      : usual;
  const decided = issues.some(({ issueId }) => decisionOf(issueId) !== '');
  const wide = columnWidth > 300 && decided;
  const decisions = wide
    ? Math.min(
        columnWidth * 0.27,
        Math.max(
          ...issues.map(({ issueId }) => textWidth(decisionOf(issueId), size)),
          textWidth(t('chart.board.decision'), size * 0.9),
        ) + 8,
      )
    : 0;
  const figures = textWidth('4.5 (1–5)', size) + 8;
  const tiers = Math.max(textWidth(t('chart.board.tier'), size * 0.9), textWidth('0', size)) + 10;
  const numbers = textWidth('000', size) + 4;
  const names = columnWidth - numbers - size * 1.6 - tiers - figures - decisions;
  const shapes: Shape[] = [];
  for (let column = 0; column < room.columns; column++) {
    const x = room.x + column * (columnWidth + 16);
    const heading = (text: string, at: number, anchor: 'start' | 'end' = 'start') =>
      shapes.push(
        write(text, at, room.y + 10, {
          role: 'caption',
          size: Math.min(11, size * 0.95),
          anchor,
          bold: true,
          fill: 'faint',
        }),
      );
    heading(t('chart.column.issue'), x + numbers + size * 1.6);
    heading(t('chart.board.tier'), x + columnWidth - decisions - figures - 6, 'end');
    heading(t('chart.board.severity'), x + columnWidth - decisions, 'end');
    if (wide) heading(t('chart.board.decision'), x + columnWidth - decisions + 8);
    shapes.push(rule(x, room.y + 16, x + columnWidth, room.y + 16, { role: 'axis', stroke: 'line' }));
  }
  const placeOf = (index: number) => ({
    x: room.x + Math.floor(index / rows) * (columnWidth + 16),
    y: room.y + LIST_HEAD + (index % rows) * row + row * 0.5 + size * 0.36,
  });
  shown.forEach((issue, index) => {
    const { x, y } = placeOf(index);
    const bold = tops.has(issue.issueId);
    const nameX = x + numbers + size * 1.6;
    const lines = wrapText(
      nameOf(issue.issueId),
      size,
      names - (issue.divided ? 14 : 0),
      row >= size * LEADING - 0.01 ? 2 : 1,
      bold,
    );
    const first = y - ((lines.length - 1) * size * 1.1) / 2;
    shapes.push(
      write(String(issue.position), x + numbers - 4, y, {
        role: 'legend',
        size,
        anchor: 'end',
        bold,
        fill: 'text',
      }),
      ...categorySign(issue.category, x + numbers + size * 0.65, y - size * 0.34, size * 0.4),
      ...lines.map((line, at) => write(line, nameX, first + at * size * 1.1, { role: 'legend', size, bold })),
      ...(issue.divided
        ? dividedSign({ x: nameX + textWidth(lines[0] ?? '', size, bold) + 8, y: first - size * 0.34 })
        : []),
      write(issue.tier === null ? '–' : String(issue.tier), x + columnWidth - decisions - figures - 6, y, {
        role: 'legend',
        size,
        anchor: 'end',
        bold: issue.tier === 1,
      }),
      write(severityWords(t, issue), x + columnWidth - decisions, y, {
        role: 'legend',
        size,
        anchor: 'end',
        fill: 'text',
      }),
    );
    if (bold) shapes.push(starSign({ x: x + 4, y: y - size * 0.34 }));
    if (wide) {
      const [decision = ''] = wrapText(decisionOf(issue.issueId), size, decisions - 8, 1);
      if (decision)
        shapes.push(write(decision, x + columnWidth - decisions + 8, y, { role: 'legend', size }));
    }
  });
  if (shown.length < issues.length) {
    const { x, y } = placeOf(shown.length);
    shapes.push(
      write(t('chart.board.more', { count: issues.length - shown.length }), x + numbers + size * 1.6, y, {
        role: 'legend',
        size,
        fill: 'faint',
      }),
    );
  }
  return shapes;
}

function severityWords(
  t: MatrixOptions['t'],
  { severityFloor: floor, severityRange: range }: IssueAssessment,
) {
  if (!floor) return '–';
  const value = t('result.value', { value: floor.shown });
  return range && range.min < range.max ? `${value} (${range.min}–${range.max})` : value;
}
