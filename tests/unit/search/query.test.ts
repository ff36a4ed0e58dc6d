import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterText, parseQuery } from '#shared/search/query.ts';

const clausesOf = (typed: string, typing = false) => parseQuery(typed, typing).clauses;

test('words, phrases and what is not wanted are told apart', () => {
  expect(clausesOf('fees "right to remedy" -children')).toEqual([
    { words: 'fees', phrase: false, not: false, open: false },
    { words: 'right to remedy', phrase: true, not: false, open: false },
    { words: 'children', phrase: false, not: true, open: false },
  ]);
});

test('only the last word may be unfinished, and not once blank space or a quotation mark ends it', () => {
  expect(clausesOf('forced lab', true).map(({ open }) => open)).toEqual([false, true]);
  expect(clausesOf('forced lab ', true).map(({ open }) => open)).toEqual([false, false]);
  expect(clausesOf('"forced lab', true)).toEqual([
    { words: 'forced lab', phrase: true, not: false, open: true },
  ]);
  expect(clausesOf('"forced labour"', true)[0]?.open).toBe(false);
  expect(clausesOf('fees -lab', true)[1]?.open).toBe(false);
});

test('filters are understood in both languages and widths', () => {
  expect(parseQuery('kind:advice person:"Mirela Osei" -issue:privacy', false)).toEqual({
    clauses: [],
    filters: [
      { by: 'kind', kind: 'advice', not: false },
      { by: 'person', name: 'mirela osei', not: false },
      { by: 'issue', name: 'privacy', not: true },
    ],
  });
  expect(parseQuery('種類：助言　人物:大瀬', false).filters).toEqual([
    { by: 'kind', kind: 'advice', not: false },
    { by: 'person', name: '大瀬', not: false },
  ]);
});

test('what only looks like a filter is words', () => {
  expect(parseQuery('kind:nonsense', false).filters).toEqual([]);
  expect(clausesOf('constructor:x __proto__:y').length).toBeGreaterThan(0);
  expect(clausesOf('note: later').map(({ words }) => words)).toEqual(['note:', 'later']);
});

test('a written filter is read back as the same name', () => {
  for (const [name, language] of [
    ['Mirela Osei', 'en'],
    ['大瀬', 'ja'],
    ['The "Harbour" Union', 'ja'],
  ] as const) {
    const [filter] = parseQuery(filterText('person', name, language), false).filters;
    expect(filter).toMatchObject({ by: 'person', name: name.replaceAll('"', ' ').toLowerCase() });
  }
});

test('anything a person can type is a query', () => {
  const signs = fc.constantFrom(...'"“”-－:：*~^+()[]{}\\/!?. 　a語🙂');
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: signs })),
      fc.boolean(),
      (typed, typing) => {
        const { clauses } = parseQuery(typed, typing);
        expect(clauses.every(({ words }) => words.trim() !== '')).toBe(true);
      },
    ),
  );
});
