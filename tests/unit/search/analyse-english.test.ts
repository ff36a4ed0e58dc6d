import { expect, test } from 'vitest';
import { analyse, analyseQuery } from '#shared/search/analysis/analyse.ts';
import { isQuestion } from '#shared/search/analysis/question.ts';

const term = (word: string) => analyse(word).map((token) => token.term);

test.each([
  ['labour', 'labor'],
  ['labourers', 'laborers'],
  ['behavioural', 'behavioral'],
  ['neighbourhood', 'neighborhood'],
  ['organisation', 'organization'],
  ['organising', 'organizing'],
  ['recognised', 'recognized'],
  ['analyse', 'analyze'],
  ['centre', 'center'],
  ['fibres', 'fibers'],
  ['dialogue', 'dialog'],
  ['catalogues', 'catalogs'],
  ['travelling', 'traveling'],
  ['judgement', 'judgment'],
  ['defence', 'defense'],
  ['licences', 'licenses'],
  ['programmes', 'programs'],
  ['enrolment', 'enrollment'],
])('%s and %s are one word', (britain, america) => {
  expect(term(britain)).toEqual(term(america));
});

test.each([
  ['hour', 'hor'],
  ['course', 'corse'],
  ['tour', 'tor'],
  ['acre', 'acer'],
  ['advice', 'advise'],
])('%s and %s are two', (one, other) => {
  expect(term(one)).not.toEqual(term(other));
});

test('a hyphenated word is its parts, and the word that they make together', () => {
  expect(term('e-mail')).toEqual(expect.arrayContaining(['mail', ...term('email')]));
  expect(term('sub-contractor')).toEqual(expect.arrayContaining(term('subcontractor')));
  expect(analyseQuery('co-operation', false)).toContainEqual({
    term: 'oper',
    prefix: null,
    also: term('cooperation'),
  });
  const text = 'They sub-contract.';
  const together = analyse(text).find(({ term: one }) => one === term('subcontract')[0]);
  expect(text.slice(together?.start, together?.end)).toBe('sub-contract');
});

test('a question is told from words that are looked for', () => {
  expect(
    ['where did anyone speak about recruitment fees?', 'who pays the brokers', '誰が手数料を払いますか'].map(
      isQuestion,
    ),
  ).toEqual([true, true, true]);
  expect(isQuestion('サプライチェーンにおける人権デューデリジェンスの取組状況と今後の課題および対応')).toBe(
    true,
  );
  expect(['recruitment fees', 'right to remedy', '強制労働', '手数料の返還'].map(isQuestion)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('words that only say that something was said are not asked for in a question, but by themselves', () => {
  const asked = (words: string) =>
    analyseQuery(words, false)
      .filter(({ helps }) => !helps)
      .map((piece) => piece.term);
  expect(asked('where did anyone speak about recruitment fees?')).toEqual(['recruit', 'fee']);
  expect(asked('anyone speak')).toEqual(['anyon', 'speak']);
  expect(asked('what did they discuss?')).toEqual(['discuss']);
});
