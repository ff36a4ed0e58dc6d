import { LEAST, LIST_HEAD, listOf, TWO_LINES } from './board-list.ts';
import { measureStrip } from './board-measures.ts';
import { NOTE_SIZE, NOTE_STEP, type NoteRoom, notesAt, notesThatFit } from './board-notes.ts';
import type { BoardWords } from './board-words.ts';
import { EDGE } from './ground.ts';
import { type MatrixInput, type MatrixOptions, matrixLayout } from './matrix.ts';
import { wrapText } from './metrics.ts';
import { rule } from './picture.ts';
import type { Scene, Shape } from './scene.ts';
import { move, write } from './text.ts';

/** Sheets of paper on their long side, in CSS pixels (96 to the inch). */
export const PAPERS = {
  A4: { width: 1123, height: 794 },
  A3: { width: 1587, height: 1123 },
} as const;
export type Paper = keyof typeof PAPERS;

export interface BoardOptions
  extends Omit<MatrixOptions, 'width' | 'height' | 'heading' | 'lists' | 'legendWidth'> {
  readonly paper?: Paper;
}

const MARGIN = 36;
const GAP = 22;
/**
 * One page for a board: the matrix with its legend, beside it every issue in salience order with its tier, severity
 * and decision; below them how what is monitored stands. Pure; the page is a scene like any other, so SVG and PNG come of it.
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
  const end = height - MARGIN - 20;
  const measured = measureStrip(words.measures, { x: MARGIN, width: inner, bottom: end });
  const bottom = end - measured.height;
  const { issues } = input.assessment;

  const fit = Math.floor((bottom - top - LIST_HEAD - 60) / LEAST.row);
  const columns = issues.length > fit ? 2 : 1;
  const listWidth = Math.round(inner * (columns === 1 ? 0.4 : 0.52));
  const chartWidth = inner - listWidth - GAP;
  const { scene: drawn, plot } = matrixAt(input, options, chartWidth, bottom - top);
  const room = { x: MARGIN + chartWidth + GAP, y: top, width: listWidth };
  const rows = Math.ceil(issues.length / columns);
  const free = plot - LIST_HEAD - rows * TWO_LINES;
  const moved = changeNotes(words.changes?.lines ?? [], { ...room, bottom: top + plot, height: free / 2 });
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
    description: [drawn.description, ...measured.spoken].join('. '),
    language,
    backdrop: [...head.shapes, ...move(drawn.backdrop, dx, dy)],
    items: drawn.items.map((item) => ({
      ...item,
      x: item.x + dx,
      y: item.y + dy,
      shapes: move(item.shapes, dx, dy),
    })),
    front: [...move(drawn.front, dx, dy), ...list, ...below.shapes, ...measured.shapes, ...foot],
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

/** Lines that the notes on changes may take together where the list leaves no more room. */
const MOST_NOTES = 8;
/** Lines that one note may take. */
const MOST_LINES = 4;

/** What changed beside the moves, a paragraph each; what has no room ends in "…". */
function changeNotes(lines: readonly string[], room: NoteRoom): { shapes: Shape[]; height: number } {
  const all = Math.max(MOST_NOTES, Math.floor(room.height / NOTE_STEP));
  const most = Math.max(1, Math.floor(all / Math.max(1, lines.length)));
  return notesAt(
    lines.flatMap((line) => wrapText(line, NOTE_SIZE, room.width, most)),
    room,
  );
}

/** Rows of the list that are still read with ease, in pixels: lines about impacts take the room beyond them. */
const EASY_ROW = 15;

/** Impacts in as many lines as there is room for; those without room are counted. */
function impactNotes(
  impacts: BoardWords['impacts'],
  room: NoteRoom,
): { readonly shapes: Shape[]; readonly height: number } {
  if (!impacts || impacts.lines.length === 0) return { shapes: [], height: 0 };
  const { head, lines, moreOf } = impacts;
  const texts = notesThatFit(
    { lines, moreOf },
    { ...room, height: room.height - 10 - NOTE_STEP },
    MOST_LINES,
  );
  return notesAt(texts, room, head);
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
