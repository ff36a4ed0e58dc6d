import type { Box } from './geometry.ts';
import { textWidth } from './metrics.ts';
import type { Shape, TextShape } from './scene.ts';

/** One line of text at a place; what is not said is small, in the text's ink, and begins there. */
export function write(
  text: string,
  x: number,
  y: number,
  more: Partial<Omit<TextShape, 'kind' | 'text' | 'x' | 'y'>> = {},
): TextShape {
  return { kind: 'text', role: 'label', x, y, text, size: 11.5, anchor: 'start', fill: 'text', ...more };
}

/** The room that a line of text takes, with a little air. */
export function boxOf({ text, size, x, y, anchor, bold = false }: TextShape): Box {
  const width = textWidth(text, size, bold) + 4;
  const left = anchor === 'start' ? x - 2 : anchor === 'end' ? x - width + 2 : x - width / 2;
  return { x: left, y: y - size, width, height: size * 1.35 };
}

/** Shapes at another place, e.g. a picture on a page. */
export function move(shapes: readonly Shape[], dx: number, dy: number): Shape[] {
  return shapes.map((shape) =>
    shape.kind === 'line'
      ? { ...shape, x1: shape.x1 + dx, x2: shape.x2 + dx, y1: shape.y1 + dy, y2: shape.y2 + dy }
      : { ...shape, x: shape.x + dx, y: shape.y + dy },
  );
}
