import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterText, yearsOf } from '#shared/search/fields.ts';
import { MOST_CHARACTERS, MOST_PARTS, parseQuery, type Query } from '#shared/search/query.ts';

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
    unquoted: [],
    clauses: [],
    filters: [
      { by: 'kind', kind: 'advice', not: false },
      { by: 'speaker', name: 'mirela osei', not: false },
      { by: 'issue', name: 'privacy', not: true },
    ],
    choices: [],
    anything: false,
    bounded: null,
  });
  expect(parseQuery('種類：助言　人物:大瀬 ダイアログ:調達 言語:日本語', false).filters).toEqual([
    { by: 'kind', kind: 'advice', not: false },
    { by: 'speaker', name: '大瀬', not: false },
    { by: 'dialogue', name: '調達', not: false },
    { by: 'lang', name: '日本語', not: false },
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
    expect(filter).toMatchObject({ by: 'speaker', name: name.replaceAll('"', ' ').toLowerCase() });
  }
});

/** A query as it was understood, with its parentheses: `|` between alternatives. */
function understood({ clauses, filters, choices }: Query): string {
  const minus = (not: boolean) => (not ? '-' : '');
  return [
    ...clauses.map(({ words, phrase, not }) => `${minus(not)}${phrase ? `"${words}"` : words}`),
    ...filters.map((one) => `${minus(one.not)}${one.by}`),
    ...choices.map(({ alternatives, not }) => `${minus(not)}(${alternatives.map(understood).join(' | ')})`),
  ].join(' ');
}

test.each([
  ['forced labour OR privacy', '(forced labour | privacy)'],
  ['a AND b OR c AND d', '(a b | c d)'],
  ['fees OR brokers kind:turn -audit', '-audit kind (fees | brokers)'],
  ['speaker:osei OR speaker:tanaka fees', 'fees (speaker | speaker)'],
  ['fees OR speaker:osei brokers', '(fees | brokers speaker)'],
  ['(a b) OR (c -d)', '(a b | c -d)'],
  ['(a OR b) c', 'c (a | b)'],
  ['NOT (a OR b) c', 'c -(a | b)'],
  ['NOT a', '-a'],
  ['NOT NOT a', 'a'],
  ['a ＯＲ b', '(a | b)'],
  ['船員 または 監査', '(船員 | 監査)'],
  ['「強制労働」の実態', '"強制労働" の実態'],
  ['『人権 方針』 監査', '"人権 方針" 監査'],
  ['right(s) of (crews)', 'right(s) of crews'],
  ['a or b and not c', 'a or b and not c'],
])('%s is understood as %s', (typed, meant) => {
  expect(understood(parseQuery(typed, false))).toBe(meant);
});

test('an operator or parenthesis that has nothing to work on is left out', () => {
  for (const typed of ['a OR', 'OR a', 'OR OR a OR', 'a AND', '(a', 'a (', '((a))', 'a NOT', 'a ()'])
    expect(understood(parseQuery(typed, false))).toBe('a');
  // … unless there is nothing else: then it is looked for as it is written.
  expect(clausesOf('OR').map(({ words }) => words)).toEqual(['OR']);
});

test('a field whose value is still to come asks for nothing', () => {
  expect(understood(parseQuery('speaker:', true))).toBe('');
  expect(understood(parseQuery('fees 発言者：', true))).toBe('fees');
});

test('a star after a word stands for any ending, wherever the word is', () => {
  expect(clausesOf('remed* crews')).toEqual([
    { words: 'remed', phrase: false, not: false, open: true },
    { words: 'crews', phrase: false, not: false, open: false },
  ]);
  for (const typed of ['*', ' ＊ ', '* fees', '**'])
    expect([parseQuery(typed, true).anything, clausesOf(typed).length]).toEqual([
      true,
      Number(typed.includes('f')),
    ]);
  expect(parseQuery('fees*', true).anything).toBe(false);
});

test('years are understood as they are written, and only years', () => {
  expect(yearsOf('fy2020')).toEqual({ from: 2020, to: 2020, as: 'fy' });
  expect(yearsOf('2019年度')).toEqual({ from: 2019, to: 2019, as: 'nendo' });
  expect(yearsOf('2020年')).toEqual({ from: 2020, to: 2020, as: 'calendar' });
  expect(yearsOf('2021..2019')).toEqual({ from: 2019, to: 2021, as: 'any' });
  expect(yearsOf('2019..')).toEqual({ from: 2019, to: null, as: 'any' });
  expect(yearsOf('..fy21')).toEqual({ from: null, to: 2021, as: 'fy' });
  for (const text of ['', '..', 'soon', '20', '1', '20200', '2019..soon']) expect(yearsOf(text)).toBeNull();
  expect(parseQuery('年度：２０１９', false).filters).toEqual([
    { by: 'year', years: { from: 2019, to: 2019, as: 'nendo' }, not: false },
  ]);
  expect(clausesOf('year:soon').map(({ words }) => words)).toEqual(['year', 'soon']);
});

test('what is too long is shortened, and says so', () => {
  const long = parseQuery('fee '.repeat(2_500), true);
  expect(long.bounded).toEqual({
    code: 'search.bounded.length',
    params: { given: 10_000, kept: expect.any(Number) },
  });
  expect(long.bounded?.params.kept).toBeLessThanOrEqual(MOST_CHARACTERS);
  expect(long.clauses.every(({ open }) => !open)).toBe(true);
  const many = parseQuery('a '.repeat(MOST_PARTS + 40), false);
  expect(many.clauses).toHaveLength(MOST_PARTS);
  expect(many.bounded).toEqual({
    code: 'search.bounded.words',
    params: { given: MOST_PARTS + 40, kept: MOST_PARTS },
  });
  expect(parseQuery('働'.repeat(10_000), false).clauses[0]?.words).toHaveLength(MOST_CHARACTERS);
});

test('anything a person can type is a query', () => {
  const signs = fc.constantFrom(
    ...'"“”「」『』()（）-－|*＊:：~^+[]{}\\/!?. 　a語🙂',
    ' OR ',
    ' AND ',
    ' NOT ',
    'kind:',
    'year:',
    'speaker:"',
  );
  const clausesWithin = ({ clauses, choices }: Query): Query['clauses'] => [
    ...clauses,
    ...choices.flatMap(({ alternatives }) => alternatives.flatMap(clausesWithin)),
  ];
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: signs, maxLength: 300 })),
      fc.boolean(),
      (typed, typing) => {
        const clauses = clausesWithin(parseQuery(typed, typing));
        expect(clauses.every(({ words }) => words.trim() !== '')).toBe(true);
        expect(clauses.length).toBeLessThanOrEqual(MOST_PARTS);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ['what did they say about the "right to remedy" on ships?', ['right to remedy']],
  ['they described the “open door” to us as a plan that nobody had seen', ['open door']],
  ['「苦情窓口」はいつから置かれているのですか', ['苦情窓口']],
  ['監査の「立ち会い」を求められて困ったという話', ['立ち会い']],
  ['「強制労働」の実態', []],
  ['"right to remedy"', []],
  ['"right to remedy" crews', []],
  ['speaker:"Mirela Osei" what did she say about fees', []],
])('%s: quotation marks of a sentence are no filter', (typed, unquoted) => {
  const parsed = parseQuery(typed, false);
  expect(parsed.unquoted).toEqual(unquoted);
  expect(parsed.clauses.some(({ phrase }) => phrase)).toBe(
    typed.includes('speaker') ? false : unquoted.length === 0,
  );
});
