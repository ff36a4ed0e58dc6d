import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAt, holds, splitOverlaps } from '#shared/anchor/anchor.ts';

describe('anchorAt', () => {
  it('keeps the quote and up to 32 units of context on each side', () => {
    const text = `${'x'.repeat(40)} wages were held back ${'y'.repeat(40)}`;
    const anchor = anchorAt(text, 41, 62);
    expect(anchor?.quote).toBe('wages were held back');
    expect(anchor?.before).toBe(`${'x'.repeat(31)} `);
    expect(anchor?.after).toHaveLength(32);
  });

  it('leaves out blank space at the ends, ideographic space too', () => {
    expect(anchorAt('　 賃金 を払う　', 0, 10)).toMatchObject({ quote: '賃金 を払う', start: 2, end: 8 });
  });

  it('is null where nothing but blank space is selected', () => {
    expect(anchorAt('a   b', 1, 4)).toBeNull();
    expect(anchorAt('', 0, 0)).toBeNull();
  });

  it('never cuts a character in two', () => {
    const text = 'a𠮷b😀c';
    expect(anchorAt(text, 2, 3)?.quote).toBe('𠮷');
    expect(anchorAt(text, 1, 2)?.quote).toBe('𠮷');
    expect(anchorAt(text, 3, 5)?.quote).toBe('b😀');
  });

  it('holds in the text it was taken from, whatever was selected', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(60), fc.nat(60), (text, a, b) => {
        const anchor = anchorAt(text, a, b);
        if (!anchor) return;
        expect(holds(text, anchor)).toBe(true);
        expect(anchor.before + anchor.quote + anchor.after).toBe(
          text.slice(anchor.start - anchor.before.length, anchor.end + anchor.after.length),
        );
      }),
    );
  });
});

describe('splitOverlaps', () => {
  it('cuts where marks begin and end', () => {
    const a = { start: 2, end: 8 };
    const b = { start: 5, end: 12 };
    expect(splitOverlaps(15, [a, b])).toEqual([
      { start: 0, end: 2, marks: [] },
      { start: 2, end: 5, marks: [a] },
      { start: 5, end: 8, marks: [a, b] },
      { start: 8, end: 12, marks: [b] },
      { start: 12, end: 15, marks: [] },
    ]);
  });

  it('covers the text once, and each mark by just the segments inside it', () => {
    const mark = fc
      .tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: Math.min(60, start + length) }));
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 8 }), (marks) => {
        const segments = splitOverlaps(60, marks);
        expect(segments[0]?.start).toBe(0);
        expect(segments.at(-1)?.end).toBe(60);
        for (const [index, segment] of segments.entries()) {
          expect(segment.end).toBeGreaterThan(segment.start);
          if (index > 0) expect(segment.start).toBe(segments[index - 1]?.end);
        }
        for (const one of marks) {
          const covered = segments
            .filter((segment) => segment.marks.includes(one))
            .reduce((sum, segment) => sum + segment.end - segment.start, 0);
          expect(covered).toBe(one.end - one.start);
        }
      }),
    );
  });
});
