import { describe, expect, test } from 'vitest';
import type { Participant } from '#shared/model/dialogue.ts';
import type { Person } from '#shared/model/person.ts';
import {
  type KnownPerson,
  NO_FILTER,
  organisationsOf,
  passes,
  sorted,
} from '../../../renderer/features/people/known.ts';
import { makePerson } from '../../fixtures/person.ts';
import { makeParticipant } from '../../fixtures/state.ts';

function known(fields: Partial<Person>, days: Partial<Participant>[] = [], rest: Partial<KnownPerson> = {}) {
  const person = makePerson(fields);
  const participants = days.map((one) => makeParticipant('d', { personId: person.id, ...one }));
  return { person, participants, dialogues: participants.length, turns: 0, latest: '', ...rest };
}
const names = (people: readonly KnownPerson[]) =>
  people.map(({ person }) => person.name.ja ?? person.name.en);

describe('the list', () => {
  test('is in the order of the reading in Japanese, and of the name in English', () => {
    const people = [
      known({ name: { en: 'Aoki', ja: '青木' }, reading: 'あおき' }),
      known({ name: { en: 'Watanabe', ja: '渡辺' }, reading: 'わたなべ' }),
      known({ name: { en: 'Zama', ja: '座間' }, reading: 'ざま' }),
    ];
    expect(names(sorted(people, 'name', 'ja'))).toEqual(['青木', '座間', '渡辺']);
    expect(names(sorted(people, 'name', 'en'))).toEqual(['青木', '渡辺', '座間']);
  });

  test('puts last who is of no organisation, and first who spoke most or last', () => {
    const people = [
      known({ name: { en: 'A' }, organisation: {} }, [], { turns: 1, latest: '2024' }),
      known({ name: { en: 'B' }, organisation: { en: 'Union' } }, [], { turns: 3, latest: '2023' }),
      known({ name: { en: 'C' }, organisation: { en: 'Academy' } }, [], { turns: 2, latest: '' }),
    ];
    expect(names(sorted(people, 'organisation', 'en'))).toEqual(['C', 'B', 'A']);
    expect(names(sorted(people, 'turns', 'en'))).toEqual(['B', 'C', 'A']);
    expect(names(sorted(people, 'latest', 'en'))).toEqual(['A', 'B', 'C']);
  });

  test('is narrowed by any spelling, by what was printed that day, by kind and side', () => {
    const one = known(
      { name: { en: 'Mirela Müller', ja: '髙橋' }, reading: 'たかはし', aliases: ['M. M.'], kind: 'union' },
      [{ name: 'Mirela Muler', organisation: 'Old Union', external: false }],
    );
    const found = (text: string) => passes(one, { ...NO_FILTER, text });
    for (const text of ['muller', '高橋', 'タカハシ', 'm. m.', 'muler', 'old mirela', ' '])
      expect({ text, found: found(text) }).toEqual({ text, found: true });
    expect(found('mirela nobody')).toBe(false);
    expect(passes(one, { ...NO_FILTER, kind: 'ngo' })).toBe(false);
    expect(passes(one, { ...NO_FILTER, side: 'external' })).toBe(false);
    expect(passes(one, { ...NO_FILTER, kind: 'union', side: 'company' })).toBe(true);
    expect(passes(known({}), { ...NO_FILTER, side: 'company' })).toBe(false);
  });
});

test('people share an organisation where they share its name in any language', () => {
  const people = [
    known({ name: { en: 'A' }, organisation: { en: 'ILO', ja: '国際労働機関' } }),
    known({ name: { en: 'B' }, organisation: { ja: '国際労働機関' } }),
    known({ name: { en: 'C' }, organisation: {} }),
    known({ name: { en: 'D' }, organisation: { en: 'ilo' } }),
    known({ name: { en: 'E' }, organisation: { en: 'Amnesty' } }),
  ];
  const groups = organisationsOf(people, 'en').map(({ name, people: members }) => [
    name.en ?? '',
    names(members),
  ]);
  expect(groups).toEqual([
    ['Amnesty', ['E']],
    ['ILO', ['A', 'B', 'D']],
    ['', ['C']],
  ]);
});
