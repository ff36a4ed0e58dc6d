import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, boxAbout, contains, crosses, overlaps } from '#shared/chart/geometry.ts';
import { placeLabels } from '#shared/chart/place-labels.ts';
import { placeMarks } from '#shared/chart/place-marks.ts';

const BOUNDS: Box = { x: 0, y: 0, width: 800, height: 500 };
const REACH = 12;
const spot = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 500 }) });
/** Places on a coarse grid, so that many coincide: medians come in half steps. */
const cell = fc.record({
  x: fc.integer({ min: 1, max: 9 }).map((step) => step * 80),
  y: fc.integer({ min: 1, max: 9 }).map((step) => step * 50),
});

describe('marks', () => {
  const room = { reach: REACH, bounds: BOUNDS, obstacles: [] };
  const marksOf = (spots: readonly { x: number; y: number }[]) =>
    spots.map((at, index) => ({ id: `${index}`, at }));

  it('stay at their true place where nothing is in the way', () => {
    const placed = placeMarks(
      marksOf([
        { x: 100, y: 100 },
        { x: 200, y: 100 },
      ]),
      room,
    );
    expect([...placed.values()]).toEqual([
      { x: 100, y: 100 },
      { x: 200, y: 100 },
    ]);
  });

  it('never lie upon each other or outside, up to a hundred of them', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(spot, cell), { maxLength: 100, size: 'max' }), (spots) => {
        const placed = [...placeMarks(marksOf(spots), room).values()];
        for (const [index, a] of placed.entries()) {
          expect(contains(BOUNDS, boxAbout(a, REACH))).toBe(true);
          for (const b of placed.slice(0, index))
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(2 * REACH - 0.02);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('that coincide stay close, and the first keeps the place', () => {
    const placed = placeMarks(marksOf(Array.from({ length: 7 }, () => ({ x: 400, y: 250 }))), room);
    expect(placed.get('0')).toEqual({ x: 400, y: 250 });
    for (const at of placed.values())
      expect(Math.hypot(at.x - 400, at.y - 250)).toBeLessThanOrEqual(2 * REACH + 0.01);
  });
});

describe('labels', () => {
  const size = fc.record({
    width: fc.integer({ min: 20, max: 150 }),
    height: fc.constantFrom(15, 30, 45),
    cost: fc.constant(0),
  });
  const labelled = fc.record({
    at: fc.oneof(spot, cell),
    sizes: fc.array(size, { minLength: 1, maxLength: 3 }),
  });

  it('never overlap each other, a mark, an obstacle or the edge; no leader runs through any of them', () => {
    fc.assert(
      fc.property(
        fc.array(labelled, { maxLength: 40, size: 'max' }),
        fc.array(cell, { maxLength: 3, size: 'max' }),
        (entries, blocked) => {
          const obstacles = blocked.map(({ x, y }) => ({ x, y, width: 90, height: 15 }));
          const marks = placeMarks(
            entries.map(({ at }, index) => ({ id: `${index}`, at })),
            { reach: REACH, bounds: BOUNDS, obstacles },
          );
          const at = (index: number) => marks.get(`${index}`) ?? { x: 0, y: 0 };
          const placed = [
            ...placeLabels(
              entries.map(({ sizes }, index) => ({ id: `${index}`, at: at(index), sizes })),
              {
                bounds: BOUNDS,
                marks: [...marks.values()],
                reach: REACH,
                obstacles,
                lines: [],
                leaders: true,
              },
            ),
          ];
          for (const [index, [id, { box, leader }]] of placed.entries()) {
            expect(contains(BOUNDS, box)).toBe(true);
            for (const mark of marks.values()) expect(overlaps(box, boxAbout(mark, REACH))).toBe(false);
            for (const obstacle of obstacles) expect(overlaps(box, obstacle)).toBe(false);
            for (const [, other] of placed.slice(0, index)) expect(overlaps(box, other.box)).toBe(false);
            if (!leader) continue;
            for (const [otherId, other] of placed)
              if (otherId !== id) expect(crosses(leader, other.box)).toBe(false);
            for (const [markId, mark] of marks)
              if (markId !== id) expect(crosses(leader, boxAbout(mark, REACH))).toBe(false);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('stand beside their marks where there is room, without a leader', () => {
    const placed = placeLabels(
      [{ id: 'a', at: { x: 400, y: 250 }, sizes: [{ width: 100, height: 15, cost: 0 }] }],
      { bounds: BOUNDS, marks: [{ x: 400, y: 250 }], reach: REACH, obstacles: [], lines: [], leaders: true },
    );
    expect(placed.get('a')).toMatchObject({ leader: null, box: { x: 415, y: 242.5 } });
  });
});
