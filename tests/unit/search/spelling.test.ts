import { expect, test } from 'vitest';
import { nearestWord } from '#shared/search/spelling.ts';
import { atOnce } from '#shared/search/steps.ts';
import { ask, built, talks, whole } from './workspace.ts';

const WORDS = [
  'audit',
  'auditor',
  'broker',
  'brokers',
  'fee',
  'fees',
  'privacy',
  'recruitment',
  'remediation',
  'wage',
];
const vocabulary = {
  surfacesBeginningWith: (prefix: string) => WORDS.filter((word) => word.startsWith(prefix)),
};
const nearest = (word: string, frequency: (surface: string) => number = () => 1) =>
  atOnce(nearestWord(word, vocabulary, frequency));

test('a slip of the finger is put right: a letter left out, added, changed, or two swapped', () => {
  expect(['adit', 'auddit', 'audot', 'aduit'].map((word) => nearest(word))).toEqual(Array(4).fill('audit'));
});

test('two slips only in a long word, one in a shorter, none in a short one', () => {
  expect(nearest('recuitmnet')).toBe('recruitment');
  expect(nearest('prviayc')).toBeNull();
  expect(nearest('fe')).toBeNull();
  expect(nearest('wag')).toBeNull();
  expect(nearest('zzzzzzzz')).toBeNull();
});

test('the nearest is taken, then the most frequent; with its first letter where there is one', () => {
  expect(nearest('brokerz', (word) => (word === 'broker' ? 9 : 1))).toBe('broker');
  expect(nearest('brokerz', (word) => (word === 'brokers' ? 9 : 1))).toBe('brokers');
  expect(nearest('rbokers')).toBe('brokers');
});

test('numbers and other scripts are left as they are', () => {
  for (const word of ['2031', 'c190', '強制労同', 'プライバシ', 'людии']) expect(nearest(word)).toBeNull();
});

test('search puts a word right only where it stands nowhere, and says so', () => {
  const { state, turns } = talks();
  const search = built(state);
  const answer = ask(search, 'recruitmnet feees');
  expect(answer.corrected).toEqual([
    { from: 'recruitmnet', to: 'recruitment' },
    { from: 'feees', to: 'fees' },
  ]);
  expect(whole(answer)).toContain(`turn:${turns[1]?.id}`);
  expect(ask(search, 'audit').corrected).toEqual([]);
  // The beginning of a word that is there is no mistake, while it is being typed.
  expect(ask(search, 'recruitm', { typing: true }).corrected).toEqual([]);
  expect(whole(ask(search, '"recruitmnet"'))).toEqual([]);
  expect(whole(ask(search, 'crews -brokrs'))).toContain(`turn:${turns[1]?.id}`);
});
