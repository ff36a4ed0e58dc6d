import { expect, test } from 'vitest';
import { isKnown, isPlainWord, wordsOf } from '#shared/spelling.ts';

test('only plain words of Latin letters are looked up', () => {
  for (const word of ['suppliers', 'Labour', 'don’t', "people's", 'naïve', 'Él'])
    expect(isPlainWord(word)).toBe(true);
  for (const word of ['NGO', 'iPad', 'A4', '人権', 'FY2020', 'a', '', '-', 'xn--p1ai'])
    expect(isPlainWord(word)).toBe(false);
});

test('the words of names and texts are known, in any case, as genitives, and with either apostrophe', () => {
  const known = wordsOf(['Shigeki Shimizu', 'Children’s rights', '救済へのアクセス', 'O’Neill & Sons (UK)']);
  for (const word of ['Shimizu', 'shimizu', 'Shimizu’s', 'Children’s', "children's", "O'Neill", 'sons']) {
    expect(isKnown(word, known), word).toBe(true);
  }
  for (const word of ['Shimizus', 'right', 'Neil']) expect(isKnown(word, known), word).toBe(false);
});
