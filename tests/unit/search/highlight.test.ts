import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joined, joinedPattern, type Marker, marksIn, phraseWritten } from '#shared/search/highlight.ts';
import { snippetOf } from '#shared/search/snippet.ts';

function marker(fields: Partial<Marker> = {}): Marker {
  return { terms: new Set(), prefixes: [], phrases: [], ...fields };
}

function phrase(text: string, open = false): Marker {
  const written = phraseWritten(text, open);
  return marker({ phrases: written ? [written.pattern] : [] });
}

const shown = (text: string, by: Marker) =>
  joined(text, marksIn(text, by)).map(({ start, end }) => text.slice(start, end));

describe('hits stand at their place in the text as stored', () => {
  test('in full width, decomposed letters and after pictures', () => {
    const text = '📈 ＡＵＤＩＴＳ of the cafe\u0301, audited';
    expect(shown(text, marker({ terms: new Set(['audit', 'cafe']) }))).toEqual([
      'ＡＵＤＩＴＳ',
      'cafe\u0301',
      'audited',
    ]);
  });

  test('neighbouring pieces of a Japanese word are one hit', () => {
    expect(shown('それは強制労働です。', marker({ terms: new Set(['強制', '制労', '労働']) }))).toEqual([
      '強制労働',
    ]);
  });

  test('of a single kanji only that one is marked, of the beginning of an English word the word', () => {
    expect(shown('人権を守る', marker({ prefixes: ['人'] }))).toEqual(['人']);
    expect(shown('ｶﾞｲﾄﾞ', marker({ prefixes: ['ガ'] }))).toEqual(['ｶﾞ']);
    expect(shown('remediation and remedies', marker({ prefixes: ['remed'] }))).toEqual([
      'remediation',
      'remedies',
    ]);
  });

  test('a phrase is found over line ends and punctuation, small words included, but not inside words', () => {
    expect(shown('the Right\nto — remedy, not copyright to remedy', phrase('right to remedy'))).toEqual([
      'Right\nto — remedy',
    ]);
    expect(shown('強制労働者の声', phrase('労働'))).toEqual(['労働']);
    expect(shown('right to remediation', phrase('right to rem', true))).toEqual(['right to remediation']);
    expect(shown('a 100% (sic) [b]', phrase('%'))).toEqual(['%']);
  });
});

test('a Japanese word is marked with its kana, which by themselves are no hit', () => {
  const pattern = joinedPattern('子どもの権利');
  const by = marker({ terms: new Set(['権利']), phrases: pattern ? [pattern] : [] });
  expect(shown('子どもの権利は、ものの権利とは違う。', by)).toEqual(['子どもの権利', '権利']);
  expect(joinedPattern('rights of 子')).toBeNull();
});

test('a phrase copied out of a text at the borders of its words is found there again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zé語労A-Z0-9]{1,6}$/u), { minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.nat(),
      (words, first, length) => {
        const from = first % words.length;
        const wanted = words.slice(from, from + 1 + (length % (words.length - from))).join(' ');
        expect(marksIn(words.join(' '), phrase(wanted)).length).toBeGreaterThan(0);
      },
    ),
  );
});

describe('a snippet', () => {
  const filler = 'Nothing of note was said for a long while. '.repeat(20);

  test('shows the place where most of what was asked for stands together', () => {
    const text = `A fee here. ${filler} Then the fee and the broker came up together. ${filler}`;
    const marks = marksIn(text, marker({ terms: new Set(['fee', 'broker']) }));
    const { text: cut, marks: hits, start, cutBefore, cutAfter } = snippetOf(text, marks, 160);
    expect(cut).toContain('fee and the broker');
    expect(hits.map((hit) => cut.slice(hit.start, hit.end))).toEqual(['fee', 'broker']);
    expect(text.slice(start, start + cut.length)).toBe(cut);
    expect([cutBefore, cutAfter]).toEqual([true, true]);
    expect(cut.length).toBeLessThanOrEqual(200);
  });

  test('without hits is the beginning, and a short text is shown whole', () => {
    expect(snippetOf(filler, [], 100)).toMatchObject({
      start: 0,
      cutBefore: false,
      cutAfter: true,
      marks: [],
    });
    expect(snippetOf('Short.', [], 100)).toMatchObject({ text: 'Short.', cutBefore: false, cutAfter: false });
  });

  test('is never cut within a character, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('📈', '𠮷', 'e\u0301', 'a', '語', ' ', 'fee'), { maxLength: 300 }),
        fc.integer({ min: 1, max: 120 }),
        (parts, width) => {
          const text = parts.join('');
          const marks = marksIn(text, marker({ terms: new Set(['fee', '語𠮷']) }));
          const snippet = snippetOf(text, marks, width);
          expect(snippet.text).not.toMatch(/\p{Surrogate}/u);
          expect(text.slice(snippet.start)).toMatch(/^(?!\u0301)/u);
          for (const { start, end } of snippet.marks) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(snippet.text.length);
          }
          if (marks.length > 0) expect(snippet.marks.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
