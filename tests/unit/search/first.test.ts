import { describe, expect, test } from 'vitest';
import { emptyState } from '#shared/model/tables.ts';
import { makeDialogue, makeIssue, makeParticipant, makeTurn } from '../../fixtures/state.ts';
import { ask, built, whole } from './workspace.ts';

/** What comes first of several that answer a question. */

test('by date the newest comes first, whether it holds all of a long question or not', () => {
  const [older, newer] = ['2019-05-01', '2021-05-01'].map((date) => makeDialogue({ title: '', date }));
  const turns = [
    makeTurn(older?.id ?? '', { text: 'Divers mend nets, ropes, sails and lamps at night.' }),
    makeTurn(newer?.id ?? '', { text: 'Divers mend nets by day.' }),
  ];
  const search = built({ ...emptyState(), dialogues: [older, newer] as never, turns });
  const { hits } = ask(search, 'divers mend nets ropes sails lamps night', { sort: 'date', kinds: ['turn'] });
  expect(hits.map(({ id }) => id)).toEqual([turns[1]?.id, turns[0]?.id]);
});

describe('a name with a title', () => {
  const dialogue = makeDialogue({ title: '' });
  const speaker = makeParticipant(dialogue.id, { name: 'Mirela Osei', label: 'Osei', title: '' });
  const turns = [
    makeTurn(dialogue.id, { participantId: speaker.id, text: 'The ropes were never inspected.' }),
    makeTurn(dialogue.id, { order: 1, text: 'Dr No is a film.' }),
  ];
  const search = built({ ...emptyState(), dialogues: [dialogue], participants: [speaker], turns });

  test.each(['Mr Osei ropes', 'Dr. Osei ropes', 'Ms Osei ropes'])('%s: is met without the title', (query) => {
    expect(whole(ask(search, query))).toEqual([`turn:${turns[0]?.id}`]);
  });

  test('a title alone, or at the end, is a word', () => {
    expect(whole(ask(search, 'dr'))).toEqual([`turn:${turns[1]?.id}`]);
    expect(whole(ask(search, 'film dr'))).toEqual([`turn:${turns[1]?.id}`]);
    expect(whole(ask(search, 'ropes dr'))).toEqual([]);
  });
});

describe('words that stand nowhere as they were typed', () => {
  const bonded = makeIssue({
    name: { en: 'Bonded work', ja: '債務労働' },
    synonyms: { en: ['peonage', 'thrall service'] },
    definition: {
      en: 'Work for a debt, in a definition of very many words, none of which is any of its names at all.',
    },
  });
  const dialogue = makeDialogue({ title: '' });
  const said = makeTurn(dialogue.id, { text: 'Peonage, peonage.' });
  const state = { ...emptyState(), issues: [bonded], dialogues: [dialogue], turns: [said] };

  test('lead to the issue that goes by them, then to where another of its names was said', () => {
    const { hits } = ask(built(state), 'thrallservice');
    expect(hits.map(({ id }) => id)).toEqual([bonded.id, said.id]);
  });

  test('but where they were said, that comes first', () => {
    const typed = makeTurn(dialogue.id, { order: 1, text: 'He was in thrall service for years.' });
    const { hits } = ask(built({ ...state, turns: [said, typed] }), 'thrall service');
    expect(hits[0]?.id).toBe(typed.id);
  });
});
