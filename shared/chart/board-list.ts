import type { IssueAssessment } from '../assessment/assess-round.ts';
import type { Id } from '../model/basics.ts';
import type { BoardWords } from './board-page.ts';
import type { Spot } from './geometry.ts';
import type { MatrixInput, MatrixOptions } from './matrix.ts';
import { textWidth, wrapEvenly, wrapText } from './metrics.ts';
import { categorySign, rule } from './picture.ts';
import type { Shape } from './scene.ts';
import { dividedSign, rankLabel, starSign, topOf } from './signs.ts';
import { write } from './text.ts';

/** Height of the list's head. */
export const LIST_HEAD = 24;
/** Height of a row that holds a name in two lines, as a share of the type's size. */
const LEADING = 2.15;
/** Rows are no higher than this. */
export const TWO_LINES = 30;
/** Lowest row and smallest type that are still read on paper, in pixels (8.5 px = 6.4 pt). */
export const LEAST = { row: 11.5, size: 8.5 } as const;
/** Between a column and the next one. */
const AIR = 9;
/** What a star takes before the number. */
const STAR = 11;

/** Where two columns leave little room for names, the head of the moves takes two lines of so much of its length. */
const HALF = 0.65;

/** Type of the heads of columns. */
function headSize(size: number): number {
  return Math.min(11, size * 0.95);
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
export function listOf(listed: Listed, room: ListRoom): Shape[] {
  const { assessment, t } = listed;
  const { issues } = assessment;
  const tops = topOf(assessment);
  const most = Math.floor((room.height - LIST_HEAD) / LEAST.row) * room.columns;
  const shown = issues.length > most ? issues.slice(0, most - 1) : issues;
  const sizes = listSizes(listed, room, shown.length + (shown.length < issues.length ? 1 : 0), tops);
  const { size, row, rows, column, numbers } = sizes;
  const placeOf = (index: number) => ({
    x: room.x + Math.floor(index / rows) * (column + BETWEEN),
    y: room.y + LIST_HEAD + (index % rows) * row + row * 0.5 + size * 0.36,
  });
  const shapes: Shape[] = Array.from({ length: room.columns }, (_unused, index) =>
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
  tops: ReadonlySet<Id>,
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
  const widest = (textOf: (issue: IssueAssessment) => string) =>
    Math.max(0, ...issues.map((issue) => textWidth(textOf(issue), size))) + AIR;
  const decisions =
    column > 300 && decided
      ? Math.min(
          column * 0.3,
          Math.max(
            widest(({ issueId }) => decisionOf(issueId)),
            textWidth(t('chart.board.decision'), size * 0.9) + AIR,
          ),
        )
      : 0;
  const figures = Math.max(
    widest((issue) => severityWords(t, issue)),
    textWidth(t('chart.board.severity'), headSize(size), true) + AIR,
  );
  const moves =
    changes && column > 260
      ? Math.max(
          textWidth(changes.head, headSize(size), true) * (room.columns === 1 ? 1 : HALF) + AIR,
          widest(({ issueId }) => changes.moveOf(issueId)),
        )
      : 0;
  const tiers = Math.max(textWidth(t('chart.board.tier'), size * 0.9), textWidth('0→0', size)) + 10;
  const numbers = widest(rankLabel) + (tops.size > 0 ? STAR : 0);
  const names = column - numbers - size * 1.6 - tiers - figures - moves - decisions;
  const nameLines = row >= size * LEADING - 0.01 ? 2 : 1;
  return { size, row, nameLines, rows, column, numbers, names, figures, moves, decisions };
}

function columnHead(x: number, y: number, sizes: ListSizes, { changes, t }: Listed): Shape[] {
  const { size, column, numbers, figures, moves, decisions } = sizes;
  const heading = (text: string, at: number, anchor: 'start' | 'end' = 'start', up = 0) =>
    write(text, at, y + 10 - up, {
      role: 'caption',
      size: headSize(size),
      anchor,
      bold: true,
      fill: 'faint',
    });
  return [
    heading(t('chart.column.issue'), x + numbers + size * 1.6),
    heading(t('chart.board.tier'), x + column - decisions - moves - figures - 6, 'end'),
    heading(t('chart.board.severity'), x + column - decisions - moves, 'end'),
    ...(moves > 0 && changes
      ? wrapEvenly(changes.head, headSize(size) * 1.07, moves - AIR / 2, 2).map((line, index, lines) =>
          heading(line, x + column - decisions, 'end', (lines.length - 1 - index) * headSize(size) * 1.1),
        )
      : []),
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
    ...(bold ? [starSign({ x: x + STAR / 2 - 1, y: y - size * 0.34 })] : []),
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
