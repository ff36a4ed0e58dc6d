import { NOTE_STEP, notesAt, notesThatFit } from './board-notes.ts';
import type { BoardWords } from './board-words.ts';
import { trendHeight, trendItems } from './figure-trends.ts';
import type { Shape } from './scene.ts';

/** Width of a small picture of a board page. */
const CELL = 176;
const BETWEEN = 18;
const PLOT = 54;
const HEIGHT = trendHeight(PLOT);
/** Of the width what the words have at least where there are pictures beside them. */
const WORDS = 0.36;
/** Lines of one theme or issue at most. */
const MOST_LINES = 3;

export interface MeasureStrip {
  readonly shapes: readonly Shape[];
  readonly height: number;
  /** What it says, for who does not see it. */
  readonly spoken: readonly string[];
}

/** A strip across the page: how what is monitored stands, in words, and its figures year by year. */
export function measureStrip(
  measures: BoardWords['measures'],
  { x, width, bottom }: { readonly x: number; readonly width: number; readonly bottom: number },
): MeasureStrip {
  if (!measures) return { shapes: [], height: 0, spoken: [] };
  const { head, trends } = measures;
  const most = Math.floor((width * (1 - WORDS)) / (CELL + BETWEEN));
  const across = Math.min(most, trends.lines.length);
  const pictured = across > 0;
  const pictures = across * (CELL + BETWEEN);
  const items = pictured
    ? trendItems(
        { ...trends, lines: trends.lines.slice(0, across) },
        {
          ...{ x: x + width - pictures + BETWEEN, y: bottom - HEIGHT + 10 },
          ...{ width: pictures - BETWEEN, across, plot: PLOT },
        },
      )
    : [];
  const room = { x, width: width - pictures - (pictured ? BETWEEN : 0), bottom, height: HEIGHT - NOTE_STEP };
  const notes = notesAt(notesThatFit(measures, room, MOST_LINES), room, head);
  const height = pictured ? Math.max(notes.height, HEIGHT) : notes.height;
  // Words and pictures begin at one height, whichever is higher.
  const up = height - notes.height;
  return {
    height,
    shapes: [
      ...notes.shapes.map((shape) => (shape.kind === 'text' ? { ...shape, y: shape.y - up } : shape)),
      ...items.flatMap(({ shapes }) => shapes),
    ],
    spoken: [head, ...measures.lines, ...items.map((one) => `${one.label}: ${one.description}`)],
  };
}
