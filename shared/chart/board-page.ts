import type { IssueAssessment } from '../assessment/assess-round.ts';
import type { IdOf } from '../model/id.ts';
import type { Spot } from './geometry.ts';
import { EDGE } from './ground.ts';
import { type MatrixInput, type MatrixOptions, matrixLayout } from './matrix.ts';
import { textWidth, wrapText } from './metrics.ts';
import { categorySign, rule } from './picture.ts';
import type { Scene, Shape } from './scene.ts';
import { dividedSign, rankLabel, starSign, topOf } from './signs.ts';
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
  /** What changed since the round before; null = there is none to compare with. */
  readonly changes: {
    /** Head of the column of moves. */
    readonly head: string;
    /** Empty = it stands where it did. */
    readonly moveOf: (issueId: IdOf<'issues'>) => string;
    /** Null = the tier is the same, or there was none. */
    readonly earlierTierOf: (issueId: IdOf<'issues'>) => number | null;
    /** Under the list: what left it, decisions that changed, places that were read anew. */
    readonly lines: readonly string[];
  } | null;
  /** Whose harm, and where, of what is monitored: a line each; null = nothing was said. */
  readonly impacts: {
    readonly head: string;
    readonly lines: readonly string[];
    /** Said in place of lines that have no room. */
    readonly moreOf: (count: number) => string;
  } | null;
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
  const room = { x: MARGIN + chartWidth + GAP, y: top, width: listWidth };
  const rows = Math.ceil(issues.length / columns);
  const moved = changeNotes(words.changes?.lines ?? [], { ...room, bottom: top + plot });
  const harmed = impactNotes(words.impacts, {
    ...room,
    bottom: top + plot - moved.height,
    height: plot - moved.height - LIST_HEAD - rows * EASY_ROW,
  });
  const below = { height: moved.height + harmed.height, shapes: [...harmed.shapes, ...moved.shapes] };
  const list = listOf(
    { ...input, decisionOf: words.decisionOf, changes: words.changes, t: options.t },
    { ...room, height: plot - below.height, columns },
  );
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
    front: [...move(drawn.front, dx, dy), ...list, ...below.shapes, ...foot],
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

/** Small type under the list, ending where the plot does. */
const NOTE_SIZE = 9.5;
/** Lines that the notes on changes may take together. */
const MOST_NOTES = 8;

/** What changed beside the moves, a paragraph each; what has no room ends in "…". */
function changeNotes(
  lines: readonly string[],
  { x, width, bottom }: { readonly x: number; readonly width: number; readonly bottom: number },
): { readonly shapes: Shape[]; readonly height: number } {
  const most = Math.max(1, Math.floor(MOST_NOTES / Math.max(1, lines.length)));
  const wrapped = lines.flatMap((line) => wrapText(line, NOTE_SIZE, width, most));
  const step = NOTE_SIZE * 1.35;
  const height = wrapped.length === 0 ? 0 : wrapped.length * step + 10;
  return {
    height,
    shapes: wrapped.map((text, index) =>
      write(text, x, bottom - (wrapped.length - 1 - index) * step, {
        role: 'note',
        size: NOTE_SIZE,
        fill: 'text',
      }),
    ),
  };
}

/** Rows of the list that are still read with ease, in pixels: lines about impacts take the room beyond them. */
const EASY_ROW = 15;

/** One line an impact, as many as there is room for; the rest are counted. */
function impactNotes(
  impacts: BoardWords['impacts'],
  room: { readonly x: number; readonly width: number; readonly bottom: number; readonly height: number },
): { readonly shapes: Shape[]; readonly height: number } {
  if (!impacts || impacts.lines.length === 0) return { shapes: [], height: 0 };
  const { head, lines, moreOf } = impacts;
  const step = NOTE_SIZE * 1.35;
  const most = Math.max(0, Math.floor((room.height - 10) / step) - 1);
  const shown = lines.length <= most ? lines : lines.slice(0, Math.max(0, most - 1));
  const rest = lines.length - shown.length;
  const texts = [head, ...shown, ...(rest > 0 ? [moreOf(rest)] : [])];
  return {
    height: texts.length * step + 10,
    shapes: texts.flatMap((text, index) =>
      wrapText(text, NOTE_SIZE, room.width, 1, index === 0).map((line) =>
        write(line, room.x, room.bottom - (texts.length - 1 - index) * step, {
          role: 'note',
          size: NOTE_SIZE,
          bold: index === 0,
          fill: 'text',
        }),
      ),
    ),
  };
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

interface ListRoom {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
}

/** Between two columns of the list. */
const BETWEEN = 16;

/** Sizes of the list: all columns have the same. */
interface ListSizes {
  /** Of the type. */
  readonly size: number;
  /** Height of a row. */
  readonly row: number;
  /** Lines that a name may take. */
  readonly nameLines: 1 | 2;
  /** Rows in a column. */
  readonly rows: number;
  /** Width of a column, and within it of numbers, names, severities, moves and decisions (0 = none are shown). */
  readonly column: number;
  readonly numbers: number;
  readonly names: number;
  readonly figures: number;
  readonly moves: number;
  readonly decisions: number;
}

type Listed = Pick<MatrixInput, 'assessment' | 'nameOf'> &
  Pick<BoardWords, 'decisionOf' | 'changes'> &
  Pick<MatrixOptions, 't'>;

/** Every issue in salience order; what has no room is counted, never passed over in silence. */
function listOf(listed: Listed, room: ListRoom): Shape[] {
  const { assessment, t } = listed;
  const { issues } = assessment;
  const tops = topOf(assessment);
  const most = Math.floor((room.height - LIST_HEAD) / LEAST.row) * room.columns;
  const shown = issues.length > most ? issues.slice(0, most - 1) : issues;
  const sizes = listSizes(listed, room, shown.length + (shown.length < issues.length ? 1 : 0));
  const { size, row, rows, column, numbers } = sizes;
  const placeOf = (index: number) => ({
    x: room.x + Math.floor(index / rows) * (column + BETWEEN),
    y: room.y + LIST_HEAD + (index % rows) * row + row * 0.5 + size * 0.36,
  });
  const shapes = Array.from({ length: room.columns }, (_unused, index) =>
    columnHead(room.x + index * (column + BETWEEN), room.y, sizes, listed),
  ).flat();
  shown.forEach((issue, index) => {
    shapes.push(...rowShapes(issue, placeOf(index), tops.has(issue.issueId), sizes, listed));
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

/** As large as so many entries leave room for. */
function listSizes(
  { assessment, nameOf, decisionOf, changes, t }: Listed,
  room: ListRoom,
  entries: number,
): ListSizes {
  const { issues } = assessment;
  const column = (room.width - (room.columns - 1) * BETWEEN) / room.columns;
  const rows = Math.max(1, Math.ceil(entries / room.columns));
  const row = Math.min(TWO_LINES, (room.height - LIST_HEAD) / rows);
  const usual = Math.min(12, Math.max(LEAST.size, row * 0.66));
  const longest = Math.max(0, ...issues.map(({ issueId }) => textWidth(nameOf(issueId), usual)));
  // Smaller type where names would be cut otherwise and then fit in two lines.
  const size =
    row < usual * LEADING && longest > column * 0.5
      ? Math.min(usual, Math.max(LEAST.size, row / LEADING))
      : usual;
  const decided = issues.some(({ issueId }) => decisionOf(issueId) !== '');
  const decisions =
    column > 300 && decided
      ? Math.min(
          column * 0.27,
          Math.max(
            ...issues.map(({ issueId }) => textWidth(decisionOf(issueId), size)),
            textWidth(t('chart.board.decision'), size * 0.9),
          ) + 8,
        )
      : 0;
  const figures = textWidth('4.5 (1–5)', size) + 8;
  const moves =
    changes && column > 260
      ? Math.max(textWidth(changes.head, size * 0.95, true), textWidth('↓00*', size)) + 8
      : 0;
  const tiers = Math.max(textWidth(t('chart.board.tier'), size * 0.9), textWidth('0→0', size)) + 10;
  const numbers = textWidth('000', size) + 4;
  const names = column - numbers - size * 1.6 - tiers - figures - moves - decisions;
  const nameLines = row >= size * LEADING - 0.01 ? 2 : 1;
  return { size, row, nameLines, rows, column, numbers, names, figures, moves, decisions };
}

function columnHead(x: number, y: number, sizes: ListSizes, { changes, t }: Listed): Shape[] {
  const { size, column, numbers, figures, moves, decisions } = sizes;
  const heading = (text: string, at: number, anchor: 'start' | 'end' = 'start') =>
    write(text, at, y + 10, {
      role: 'caption',
      size: Math.min(11, size * 0.95),
      anchor,
      bold: true,
      fill: 'faint',
    });
  return [
    heading(t('chart.column.issue'), x + numbers + size * 1.6),
    heading(t('chart.board.tier'), x + column - decisions - moves - figures - 6, 'end'),
    heading(t('chart.board.severity'), x + column - decisions - moves, 'end'),
    ...(moves > 0 && changes ? [heading(changes.head, x + column - decisions, 'end')] : []),
    ...(decisions > 0 ? [heading(t('chart.board.decision'), x + column - decisions + 8)] : []),
    rule(x, y + 16, x + column, y + 16, { role: 'axis', stroke: 'line' }),
  ];
}

function rowShapes(
  issue: IssueAssessment,
  { x, y }: Spot,
  bold: boolean,
  { size, nameLines, column, numbers, names, figures, moves, decisions }: ListSizes,
  { nameOf, decisionOf, changes, t }: Listed,
): Shape[] {
  const nameX = x + numbers + size * 1.6;
  const name = nameOf(issue.issueId);
  const lines = wrapText(name, size, names - (issue.divided ? 14 : 0), nameLines, bold);
  const first = y - ((lines.length - 1) * size * 1.1) / 2;
  const text = { role: 'legend', size } as const;
  const [decision = ''] = decisions > 0 ? wrapText(decisionOf(issue.issueId), size, decisions - 8, 1) : [];
  return [
    write(rankLabel(issue), x + numbers - 4, y, { ...text, anchor: 'end', bold, fill: 'text' }),
    ...categorySign(issue.category, x + numbers + size * 0.65, y - size * 0.34, size * 0.4),
    ...lines.map((line, at) => write(line, nameX, first + at * size * 1.1, { ...text, bold })),
    ...(issue.divided
      ? dividedSign({ x: nameX + textWidth(lines[0] ?? '', size, bold) + 8, y: first - size * 0.34 })
      : []),
    write(tierWords(issue, changes), x + column - decisions - moves - figures - 6, y, {
      ...text,
      anchor: 'end',
      bold: issue.tier === 1,
    }),
    write(severityWords(t, issue), x + column - decisions - moves, y, {
      ...text,
      anchor: 'end',
      fill: 'text',
    }),
    ...(moves > 0 && changes
      ? [write(changes.moveOf(issue.issueId), x + column - decisions, y, { ...text, anchor: 'end' })]
      : []),
    ...(bold ? [starSign({ x: x + 4, y: y - size * 0.34 })] : []),
    ...(decision ? [write(decision, x + column - decisions + 8, y, text)] : []),
  ];
}

/** `1`, or `2→1` where it was another before. */
function tierWords({ issueId, tier }: IssueAssessment, changes: BoardWords['changes']): string {
  if (tier === null) return '–';
  const earlier = changes?.earlierTierOf(issueId) ?? null;
  return earlier === null ? String(tier) : `${earlier}→${tier}`;
}

function severityWords(
  t: MatrixOptions['t'],
  { severityFloor: floor, severityRange: range }: IssueAssessment,
) {
  if (!floor) return '–';
  const value = t('result.value', { value: floor.shown });
  return range && range.min < range.max ? `${value} (${range.min}–${range.max})` : value;
}
