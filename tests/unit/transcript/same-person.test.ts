import { expect, test } from 'vitest';
import type { Person } from '#shared/model/person.ts';
import { maybeSame } from '#shared/transcript/same-person.ts';
import { makePerson } from '../../fixtures/person.ts';

const named = (name: Person['name'], fields: Partial<Person> = {}) => makePerson({ name, ...fields });
const alike = (...persons: Person[]) => {
  const found = maybeSame(persons);
  return persons.map(({ id }) => (found.get(id) ?? []).map((one) => persons.indexOf(one)));
};

test.each([
  ['a letter too many', { en: 'Mirela Osei' }, { en: 'Mirela Ossei' }],
  ['two letters that changed places', { en: 'Daisuke Takahashi' }, { en: 'Daisuke Takahsahi' }],
  ['the other order, and case', { en: 'Keiko Sato' }, { en: 'SATO Keiko' }],
  ['a kanji in its old form', { ja: '髙橋 大祐' }, { ja: '高橋 大祐' }],
  ['an accent', { en: 'Jürgen Müller' }, { en: 'Jurgen Muller' }],
])('%s may be the same person', (_, one, other) => {
  expect(alike(named(one), named(other), named({ en: 'Somebody Else' }))).toEqual([[1], [0], []]);
});

test('another spelling counts, and the reading', () => {
  const osei = named({ en: 'Mirela Osei' }, { aliases: ['M. Ossei-Mensah', 'Mirela Mensah'] });
  const mensah = named({ en: 'Mirela Mensah' });
  expect(alike(osei, mensah)).toEqual([[1], [0]]);
  const [one, other] = [
    named({ ja: '佐藤 恵子' }, { reading: 'さとう けいこ' }),
    named({ en: 'Keiko S.' }, { reading: 'サトウ ケイコ' }),
  ];
  expect(alike(one, other)).toEqual([[1], [0]]);
});

test('a surname, a short name and a number tell nothing', () => {
  const pairs: [string, string][] = [
    ['Tanaka', 'Tanaka'],
    ['Kim Li', 'Kim Lo'],
    ['Expert A', 'Expert B'],
    ['Keiko Sato', 'Kenji Sato'],
  ];
  for (const [one, other] of pairs)
    expect({ one, other, alike: alike(named({ en: one }), named({ en: other })) }).toEqual({
      one,
      other,
      alike: [[], []],
    });
});

test('a thousand people are compared at once', () => {
  const persons = Array.from({ length: 1000 }, (_, at) =>
    named({ en: `Given${String.fromCharCode(97 + (at % 26))}${at} Family${at * 7}` }),
  );
  expect([...maybeSame(persons).values()].every((list) => list.length < 5)).toBe(true);
});
