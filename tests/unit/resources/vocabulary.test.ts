import { expect, test } from 'vitest';
import words from '#resources/vocabulary/human-rights.json' with { type: 'json' };
import { termOf } from '#shared/search/concept-terms.ts';

test('every term has names in both languages, each once, and each can be looked for', () => {
  expect(words.terms.length).toBeGreaterThan(300);
  for (const { en, ja } of words.terms) {
    const names = [...en, ...ja];
    expect(en.length * ja.length, names.join()).toBeGreaterThan(0);
    for (const list of [en, ja]) expect(new Set(list).size, list.join()).toBe(list.length);
    for (const name of names) expect(termOf(name), name).not.toBeNull();
  }
});

test('no two terms begin with the same name, and the list says what it rests on', () => {
  const first = words.terms.map(({ en }) => en[0]);
  expect(new Set(first).size).toBe(first.length);
  expect(words.sources.length).toBeGreaterThan(0);
});
