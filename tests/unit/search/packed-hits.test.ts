import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DialogueHits, packHits } from '#shared/search/packed-hits.ts';
import type { TurnHits } from '#shared/search/request.ts';

/** Turns of a dialogue in order, with hits that do not overlap; those without are left out of the answer. */
const anyDialogue = fc
  .array(fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 9 })), { maxLength: 4 }), { maxLength: 12 })
  .map((turns) => {
    const ids = turns.map((_, at) => `turn ${at}`);
    const hits = turns.flatMap((gaps, at): TurnHits[] => {
      let end = 0;
      const ranges = gaps.map(([gap, length]) => {
        const start = end + gap;
        end = start + length;
        return { start, end };
      });
      return ranges.length > 0 ? [{ turnId: ids[at] ?? '', ranges }] : [];
    });
    return { ids, hits };
  });

test('packed hits say what they said before, by position and by turn', () => {
  fc.assert(
    fc.property(anyDialogue, ({ ids, hits }) => {
      const packed = new DialogueHits(structuredClone(packHits({ hits, unquoted: [] })));
      const flat = hits.flatMap(({ turnId, ranges }) => ranges.map((range) => ({ turnId, ...range })));
      expect(packed.count).toBe(flat.length);
      expect(flat.map((_, at) => packed.at(at))).toEqual(flat);
      expect([packed.at(-1), packed.at(flat.length)]).toEqual([undefined, undefined]);
      for (const id of ids)
        expect(packed.of(id)).toEqual(hits.find(({ turnId }) => turnId === id)?.ranges ?? []);
    }),
  );
});

test('from any place the next hit is found, going round at the end', () => {
  fc.assert(
    fc.property(anyDialogue, fc.nat(14), fc.nat(60), ({ ids, hits }, turn, at) => {
      const indexOf = new Map(ids.map((id, index) => [id, index]));
      const flat = hits.flatMap(({ turnId, ranges }) => ranges.map((range) => ({ turnId, ...range })));
      const expected = flat.findIndex((hit) => {
        const index = indexOf.get(hit.turnId) ?? 0;
        return index > turn || (index === turn && hit.end > at);
      });
      const found = new DialogueHits(packHits({ hits, unquoted: [] })).from({ turn, at }, indexOf);
      expect(found).toBe(flat.length === 0 ? -1 : Math.max(0, expected));
    }),
  );
});
