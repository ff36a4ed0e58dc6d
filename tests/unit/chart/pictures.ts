import { expect } from 'vitest';
import { type Box, overlaps } from '#shared/chart/geometry.ts';
import { textWidth } from '#shared/chart/metrics.ts';
import type { Scene, Shape, TextShape } from '#shared/chart/scene.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { parseSvg } from './parse-svg.ts';

export const textsIn = (shapes: readonly Shape[]): TextShape[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : []));

/** Every shape of a scene that is not only for screens. */
export const shapesOf = (scene: Scene): Shape[] => [
  ...scene.backdrop,
  ...scene.items.flatMap(({ shapes }) => shapes),
  ...scene.front,
];

/** The ink of a line of text: from the middle of its ascenders to its baseline, without the estimate's air. */
export function inkOf({ text, size, x, y, anchor, bold = false }: TextShape): Box {
  const width = textWidth(text, size, bold) * 0.97;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - size * 0.78, width, height: size * 0.8 };
}

/** No text lies upon another, none is outside the picture, and the file is XML that a strict parser reads. */
export function expectSound(scene: Scene): void {
  const texts = textsIn(shapesOf(scene)).filter(({ text }) => text !== '');
  const boxes = texts.map((shape) => ({ shape, box: inkOf(shape) }));
  for (const [index, { shape, box }] of boxes.entries()) {
    expect(box.x, shape.text).toBeGreaterThanOrEqual(-0.5);
    expect(box.y, shape.text).toBeGreaterThanOrEqual(-0.5);
    expect(box.x + box.width, shape.text).toBeLessThanOrEqual(scene.width + 0.5);
    expect(box.y + box.height, shape.text).toBeLessThanOrEqual(scene.height + 0.5);
    for (const other of boxes.slice(0, index))
      if (overlaps(box, other.box)) expect.fail(`“${shape.text}” lies upon “${other.shape.text}”`);
  }
  expect(() => parseSvg(svgOf(scene))).not.toThrow();
}
