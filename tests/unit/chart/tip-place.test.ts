import { describe, expect, it } from 'vitest';
import { tipPlace } from '../../../renderer/charts/tip-place.ts';

const size = { width: 800, height: 600 };
const item = (id: string, x: number, y: number) => ({
  id,
  label: 'Working environment',
  description: 'Place 3 of 5, tier 2. Severity 3.',
  x,
  y,
  radius: 9,
  shapes: [],
});
const place = (own: ReturnType<typeof item>, others: readonly ReturnType<typeof item>[] = []) =>
  tipPlace(own, own, [own, ...others], size, 2);

describe('where the words of a point stand', () => {
  it('is inside the picture and beside the mark, wherever the mark is', () => {
    for (const [x, y] of [
      [10, 10],
      [790, 10],
      [10, 590],
      [790, 590],
      [400, 300],
    ] as const) {
      const own = item('own', x, y);
      const at = place(own);
      expect(at.x).toBeGreaterThanOrEqual(0);
      expect(at.x + at.width).toBeLessThanOrEqual(size.width);
      expect(at.y).toBeGreaterThanOrEqual(0);
      expect(at.x > x + own.radius || at.x + at.width < x - own.radius || at.y > y || at.y < y).toBe(true);
    }
  });

  it('is the other side where neighbours would be hidden', () => {
    const own = item('own', 400, 300);
    const right = [item('a', 470, 280), item('b', 500, 300), item('c', 520, 320)];
    expect(place(own).x).toBeGreaterThan(own.x);
    const at = place(own, right);
    for (const other of right)
      expect(at.x > other.x || at.x + at.width < other.x || at.y > other.y || at.y + 80 < other.y).toBe(true);
  });
});
