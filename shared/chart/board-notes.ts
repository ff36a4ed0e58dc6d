import { wrapText } from './metrics.ts';
import type { Shape } from './scene.ts';
import { write } from './text.ts';

/** Small type beside the picture of a board page. */
export const NOTE_SIZE = 9.5;
export const NOTE_STEP = NOTE_SIZE * 1.35;

export interface NoteRoom {
  readonly x: number;
  readonly width: number;
  readonly bottom: number;
  readonly height: number;
}

/** Notes as many as there is room for, each in so many lines at most; those without room are counted. */
export function notesThatFit(
  { lines, moreOf }: { readonly lines: readonly string[]; readonly moreOf: (count: number) => string },
  { width, height }: Pick<NoteRoom, 'width' | 'height'>,
  longest: number,
): string[] {
  const most = Math.max(0, Math.floor(height / NOTE_STEP));
  const wrapped = (each: number) => lines.flatMap((line) => wrapText(line, NOTE_SIZE, width, each));
  for (let each = longest; each > 0; each--) {
    const texts = wrapped(each);
    if (texts.length <= most) return texts;
  }
  const shown = wrapped(1).slice(0, Math.max(0, most - 1));
  return [...shown, moreOf(lines.length - shown.length)];
}

/** Lines of small type that end at the bottom of their room. */
export function notesAt(
  texts: readonly string[],
  { x, bottom, width }: NoteRoom,
  head?: string,
): { shapes: Shape[]; height: number } {
  const all = head === undefined ? texts : [wrapText(head, NOTE_SIZE, width, 1, true)[0] ?? '', ...texts];
  return {
    height: all.length === 0 ? 0 : all.length * NOTE_STEP + 10,
    shapes: all.map((text, index) =>
      write(text, x, bottom - (all.length - 1 - index) * NOTE_STEP, {
        role: 'note',
        size: NOTE_SIZE,
        ...(head !== undefined && index === 0 ? { bold: true } : {}),
        fill: 'text',
      }),
    ),
  };
}
