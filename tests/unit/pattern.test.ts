import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneOf, type Part, part, partsJoined, pattern } from '#shared/pattern.ts';

/** Any text at all: halves of surrogate pairs, control characters, every sign that regular expressions know. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'\\^$.*+?()[]{}|/-,=!<>:&#%@~`\'" \n\u2028'), maxLength: 20 }),
  fc.string({ unit: fc.constantFrom('\ud83d', '\ude00', 'a', '-', '\u0301', '\ufe0f', '\u200b', '\u202e') }),
);

describe.each(['', 'u', 'v'])('in a regular expression with the flag “%s”', (flag) => {
  it('any text stands for itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(pattern(part`^${text}$`, flag).exec(text)?.[0]).toBe(text);
        expect(pattern(part`^(?:x|${text})`, flag).exec(text)?.index).toBe(0);
      }),
    );
  });

  it('any text behind another, and any of several', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(pattern(part`^${partsJoined([one, other])}$`, flag).test(one + other)).toBe(true);
        expect(pattern(part`^${partsJoined([one, other], /-/)}$`, flag).test(`${one}-${other}`)).toBe(true);
        const either = pattern(part`^(?:${oneOf([one, other])})$`, flag);
        expect([one, other].map((text) => either.test(text))).toEqual([true, true]);
      }),
    );
  });
});

describe('a part', () => {
  it('keeps its meaning inside another one, numbers are written out', () => {
    const letters: Part = /[a-z]/u;
    expect(pattern(part`^${letters}{${2}}\.$`, 'u').test('ab.')).toBe(true);
    expect(pattern(part`^${letters}{${2}}\.$`, 'u').test('abc')).toBe(false);
  });

  it('of a name with a hyphen is read under the flag u', () => {
    expect(pattern(part`Smith-Jones`, 'u').test('Smith-Jones')).toBe(true);
    expect(pattern(part`${'Smith-Jones'}`, 'u').test('Smith-Jones')).toBe(true);
  });
});
