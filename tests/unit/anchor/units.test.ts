import { describe, expect, it } from 'vitest';
import { sentences, stepSelection } from '#shared/anchor/units.ts';

const ENGLISH = 'Brokers take fees. Repay them, please. Thank you.';
const JAPANESE = '手数料が問題です。返金してください。';

describe('sentences', () => {
  it('finds them in English and Japanese', () => {
    expect(sentences(ENGLISH, 'en').map(({ start, end }) => ENGLISH.slice(start, end))).toEqual([
      'Brokers take fees.',
      'Repay them, please.',
      'Thank you.',
    ]);
    expect(sentences(JAPANESE, 'ja').map(({ start, end }) => JAPANESE.slice(start, end))).toEqual([
      '手数料が問題です。',
      '返金してください。',
    ]);
  });
});

describe('stepSelection', () => {
  const quote = (span: { start: number; end: number } | null) => span && ENGLISH.slice(span.start, span.end);

  it('walks by sentences, stops at the ends', () => {
    const first = stepSelection(ENGLISH, 'en', null, 'next-sentence');
    expect(quote(first)).toBe('Brokers take fees.');
    const second = stepSelection(ENGLISH, 'en', first, 'next-sentence');
    expect(quote(second)).toBe('Repay them, please.');
    const third = stepSelection(ENGLISH, 'en', second, 'next-sentence');
    expect(stepSelection(ENGLISH, 'en', third, 'next-sentence')).toEqual(third);
    expect(stepSelection(ENGLISH, 'en', second, 'previous-sentence')).toEqual(first);
  });

  it('grows and shrinks by words, never to nothing', () => {
    const first = stepSelection(ENGLISH, 'en', null, 'next-sentence');
    const grown = stepSelection(ENGLISH, 'en', first, 'grow');
    expect(quote(grown)).toBe('Brokers take fees. Repay');
    const shrunk = stepSelection(ENGLISH, 'en', stepSelection(ENGLISH, 'en', grown, 'shrink'), 'shrink');
    expect(quote(shrunk)).toBe('Brokers take');
    const one = stepSelection(ENGLISH, 'en', shrunk, 'shrink');
    expect(quote(one)).toBe('Brokers');
    expect(stepSelection(ENGLISH, 'en', one, 'shrink')).toEqual(one);
  });

  it('goes on from a place between two characters', () => {
    const at = (place: number) => ({ start: place, end: place });
    expect(quote(stepSelection(ENGLISH, 'en', at(3), 'next-sentence'))).toBe('Brokers take fees.');
    expect(quote(stepSelection(ENGLISH, 'en', at(18), 'next-sentence'))).toBe('Repay them, please.');
    expect(quote(stepSelection(ENGLISH, 'en', at(18), 'previous-sentence'))).toBe('Brokers take fees.');
    const end = at(ENGLISH.length);
    expect(stepSelection(ENGLISH, 'en', end, 'next-sentence')).toBe(end);
  });

  it('walks by words, out of a sentence into it, and back to the sentence', () => {
    const second = stepSelection(ENGLISH, 'en', { start: 18, end: 18 }, 'next-sentence');
    const word = stepSelection(ENGLISH, 'en', second, 'next-word');
    expect(quote(word)).toBe('Repay');
    expect(quote(stepSelection(ENGLISH, 'en', word, 'next-word'))).toBe('them');
    expect(quote(stepSelection(ENGLISH, 'en', second, 'previous-word'))).toBe('please');
    expect(quote(stepSelection(ENGLISH, 'en', word, 'previous-word'))).toBe('fees');
    expect(stepSelection(ENGLISH, 'en', word, 'sentence')).toEqual(second);
    const japanese = stepSelection(JAPANESE, 'ja', null, 'next-word');
    expect(japanese && JAPANESE.slice(japanese.start, japanese.end)).toBe('手数料');
  });

  it('stretches by sentences and moves the beginning by words', () => {
    const first = stepSelection(ENGLISH, 'en', null, 'next-sentence');
    const two = stepSelection(ENGLISH, 'en', first, 'grow-sentence');
    expect(quote(two)).toBe('Brokers take fees. Repay them, please.');
    expect(stepSelection(ENGLISH, 'en', two, 'shrink-sentence')).toEqual(first);
    expect(stepSelection(ENGLISH, 'en', first, 'shrink-sentence')).toEqual(first);
    const later = stepSelection(ENGLISH, 'en', first, 'shrink-start');
    expect(quote(later)).toBe('take fees.');
    expect(stepSelection(ENGLISH, 'en', later, 'grow-start')).toEqual(first);
  });

  it('takes the whole turn, and nothing from an empty one', () => {
    expect(quote(stepSelection(ENGLISH, 'en', null, 'turn'))).toBe(ENGLISH);
    expect(stepSelection('  ', 'en', null, 'next-sentence')).toBeNull();
  });
});
