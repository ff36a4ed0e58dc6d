import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctRanges, overlapGroups } from '#shared/coding/ranges.ts';
import { makeTurn } from '../../fixtures/state.ts';
import { anyWorld, makeCoding, makePassage } from '../retrieval/workspace.ts';

describe('distinct ranges', () => {
  it('count overlapping codings of one coder to one issue once, and no others', () => {
    const turn = makeTurn('01900000-0000-7000-8000-000000000002');
    const [first, over, touching, apart] = [
      makePassage(turn, 0, 10),
      makePassage(turn, 5, 15),
      makePassage(turn, 15, 20),
      makePassage(turn, 30, 34),
    ] as const;
    const codings = [
      makeCoding(over, 'labour'),
      makeCoding(first, 'labour'),
      makeCoding(touching, 'labour'),
      makeCoding(apart, 'labour'),
      makeCoding(over, 'privacy'),
      makeCoding(over, 'labour', 'Ben'),
    ];
    const ranges = distinctRanges(codings, [first, over, touching, apart]).map(
      ({ issueId, coder, start, end, codings: members }) => [issueId, coder, start, end, members.length],
    );
    expect(ranges).toEqual([
      ['labour', 'Aiko', 0, 15, 2],
      ['labour', 'Aiko', 15, 20, 1],
      ['labour', 'Aiko', 30, 34, 1],
      ['privacy', 'Aiko', 5, 15, 1],
      ['labour', 'Ben', 5, 15, 1],
    ]);
  });

  it('hold every coding once, cover what the codings cover, and never overlap among themselves', () => {
    fc.assert(
      fc.property(anyWorld, ({ state }) => {
        const ranges = distinctRanges(state.codings, state.passages);
        expect(ranges.flatMap(({ codings }) => codings.map(({ id }) => id)).sort()).toEqual(
          state.codings.map(({ id }) => id).sort(),
        );
        const anchored = ranges.filter((range) => range.anchored);
        for (const a of anchored)
          for (const b of anchored)
            if (a !== b && a.turnId === b.turnId && a.issueId === b.issueId && a.coder === b.coder)
              expect(a.start < b.end && b.start < a.end).toBe(false);
        for (const { codings, start, end } of ranges) {
          const passages = codings.map(({ passageId }) => state.passages.find(({ id }) => id === passageId));
          expect(start).toBe(Math.min(...passages.map((one) => one?.start ?? Number.NaN)));
          expect(end).toBe(Math.max(...passages.map((one) => one?.end ?? Number.NaN)));
        }
      }),
    );
  });

  it('group by overlap whatever the order they come in', () => {
    const range = fc.record({ start: fc.nat(30), length: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (list, dice) => {
        const ranges = list.map(({ start, length }) => ({ start, end: start + length }));
        const shuffled = ranges
          .map((one) => ({ one, at: dice.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(overlapGroups(shuffled)).toEqual(overlapGroups(ranges));
      }),
    );
  });
});
