import { expect, test } from 'vitest';
import { called, calledToday } from '#shared/model/called.ts';
import { makePerson } from '../../fixtures/person.ts';
import { makeParticipant } from '../../fixtures/state.ts';

const person = makePerson({ name: { en: 'Mirela Osei', ja: 'ミレラ・オセイ' } });
const printed = makeParticipant('d', { personId: person.id, name: 'Mirela Ossei', title: 'Chair' });

test('whoever is linked is called by the person’s name in the reader’s language, or the nearest there is', () => {
  expect(called(printed, person, 'ja')).toEqual({ ...printed, name: 'ミレラ・オセイ' });
  expect(called(printed, person, 'en').name).toBe('Mirela Osei');
  expect(called(printed, person, 'fr').name).toBe('Mirela Osei');
});

test('who is linked to nobody, or to somebody without a name, keeps what was printed', () => {
  const alone = { ...printed, personId: null };
  expect(calledToday([alone], [person], 'en')).toEqual([alone]);
  expect(calledToday([printed], [{ ...person, name: {} }], 'en')).toEqual([printed]);
  expect(calledToday([printed], [], 'en')).toEqual([printed]);
});
