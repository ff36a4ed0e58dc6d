import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import {
  changeParticipant,
  changePerson,
  linkParticipant,
  mergePersons,
  removePerson,
  renameOrganisation,
  splitPerson,
} from '#shared/edit/person.ts';
import { newId } from '#shared/model/basics.ts';
import type { Participant } from '#shared/model/dialogue.ts';
import type { Person } from '#shared/model/person.ts';
import { dangling } from '#shared/model/references.ts';
import { emptyState } from '#shared/model/tables.ts';
import { EMPTY_QUERY } from '#shared/model/view.ts';
import { makePerson } from '../../fixtures/person.ts';
import { makeDialogue, makeParticipant, makeRound } from '../../fixtures/state.ts';

const AT = '2024-06-02T00:00:00.000Z';

/** Mirela Osei in three dialogues, in one of them misspelt and so somebody else. */
function setUp() {
  const dialogues = ['2022', '2023', '2024'].map((date) => makeDialogue({ date, language: 'en' }));
  const osei = makePerson({
    name: { en: 'Mirela Osei' },
    aliases: [],
    organisation: { en: 'Harbour Union' },
  });
  const misspelt = makePerson({
    name: { en: 'Mirela Ossei', ja: 'ミレラ・オセイ' },
    reading: 'みれら',
    aliases: ['M. Ossei'],
    organisation: { en: 'Harbour Union' },
  });
  const participants = dialogues.map(({ id }, at) =>
    makeParticipant(id, {
      personId: at === 2 ? misspelt.id : osei.id,
      name: at === 2 ? 'Mirela Ossei' : 'Mirela Osei',
      organisation: 'Harbour Union',
    }),
  );
  const round = makeRound({
    assessors: [
      { id: newId(), name: 'Osei', voice: 'expert', personId: misspelt.id, conflict: '', withdrawn: false },
    ],
  });
  const state = indexState({
    ...emptyState(),
    dialogues,
    participants,
    persons: [osei, misspelt],
    rounds: [round],
    views: [
      {
        id: newId(),
        name: 'Hers',
        query: { ...EMPTY_QUERY, speakerIds: [misspelt.id] },
        form: 'list',
        savedBy: 'Ren',
        at: AT,
      } as never,
    ],
  });
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    const changes = await draft.finish();
    applyChanges(state, changes);
    return { result, changes };
  };
  const person = (id: string) => state.persons.get(id) as Person;
  const linked = () => ([...state.participants.values()] as Participant[]).map(({ personId }) => personId);
  return { state, edit, person, linked, osei, misspelt, participants, round };
}

describe('a corrected name', () => {
  test('stays known as it was printed, and what was printed stays', async () => {
    const { state, edit, person, misspelt, participants } = setUp();
    await edit((draft) => changePerson(draft, misspelt.id, { name: { en: 'Mirela Osei' } }));
    expect(person(misspelt.id)).toMatchObject({
      name: { en: 'Mirela Osei' },
      aliases: ['M. Ossei', 'Mirela Ossei'],
    });
    expect(state.participants.get(participants[2]?.id ?? '')).toMatchObject({ name: 'Mirela Ossei' });
  });

  test('is no alias where no text prints it, and nobody loses their name', async () => {
    const { edit, person, osei } = setUp();
    await edit((draft) => changePerson(draft, osei.id, { name: { en: 'Mirela Osei', ja: 'オセイ' } }));
    expect(person(osei.id).aliases).toEqual([]);
    await expect(edit((draft) => changePerson(draft, osei.id, { name: { en: ' ' } }))).rejects.toMatchObject({
      problem: { code: 'person-unnamed' },
    });
  });
});

describe('merging', () => {
  test('links everything to the one who stays, who knows the names of both', async () => {
    const { state, edit, person, linked, osei, misspelt } = setUp();
    await edit((draft) => mergePersons(draft, misspelt.id, osei.id));
    expect(state.persons.has(misspelt.id)).toBe(false);
    expect(new Set(linked())).toEqual(new Set([osei.id]));
    expect(person(osei.id)).toMatchObject({
      name: { en: 'Mirela Osei', ja: 'ミレラ・オセイ' },
      reading: 'みれら',
      aliases: ['Mirela Ossei', 'M. Ossei'],
    });
    const [round] = [...state.rounds.values()];
    const [view] = [...state.views.values()];
    expect((round as ReturnType<typeof makeRound>).assessors[0]?.personId).toBe(osei.id);
    expect((view as { query: typeof EMPTY_QUERY }).query.speakerIds).toEqual([osei.id]);
    expect([...dangling(plainState(state))]).toEqual([]);
  });

  test('is refused where a closed round names the one who would go', async () => {
    const { state, edit, osei, misspelt, round } = setUp();
    applyChanges(state, [
      { table: 'rounds', id: round.id, before: round, after: { ...round, stage: 'closed' } } as never,
    ]);
    await expect(edit((draft) => mergePersons(draft, misspelt.id, osei.id))).rejects.toMatchObject({
      problem: { code: 'person-in-closed-round' },
    });
    await edit((draft) => mergePersons(draft, osei.id, misspelt.id));
    expect([...state.persons.keys()]).toEqual([misspelt.id]);
  });
});

test('whatever is merged and split, the inverse leads exactly back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.boolean(), fc.nat(9), fc.nat(9)), { maxLength: 6 }),
      async (acts) => {
        const { state, edit } = setUp();
        for (const [merges, first, second] of acts) {
          const persons = [...state.persons.keys()];
          const participants = [...state.participants.keys()];
          const at = (list: readonly string[], number: number) => list[number % list.length] as string;
          const before = structuredClone(plainState(state));
          const done = await edit(async (draft) => {
            if (merges) await mergePersons(draft, at(persons, first), at(persons, second));
            else await splitPerson(draft, at(persons, first), [at(participants, second)]);
          }).catch(() => null);
          if (!done) continue;
          const after = structuredClone(plainState(state));
          expect([...dangling(after)]).toEqual([]);
          applyChanges(state, invert(done.changes));
          expect(sorted(plainState(state))).toEqual(sorted(before));
          applyChanges(state, done.changes);
          expect(sorted(plainState(state))).toEqual(sorted(after));
        }
      },
    ),
  );
});

function sorted({ persons, participants, rounds, views }: ReturnType<typeof plainState>) {
  const byId = <R extends { id: string }>(rows: readonly R[]) =>
    rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return [byId(persons), byId(participants), byId(rounds), byId(views)];
}

describe('splitting', () => {
  test('gives the chosen dialogues to somebody new, named as printed there', async () => {
    const { edit, person, linked, osei, misspelt, participants } = setUp();
    await edit((draft) => mergePersons(draft, misspelt.id, osei.id));
    const { result } = await edit((draft) => splitPerson(draft, osei.id, [participants[2]?.id ?? '']));
    expect(linked()).toEqual([osei.id, osei.id, result.id]);
    expect(result).toMatchObject({ name: { en: 'Mirela Ossei' }, organisation: { en: 'Harbour Union' } });
    expect(person(osei.id).aliases).toEqual(['M. Ossei']);
  });

  test('needs somebody to go and somebody to stay', async () => {
    const { edit, osei, participants } = setUp();
    const [first, second] = participants.map(({ id }) => id);
    for (const ids of [[], [first, second]])
      await expect(
        edit((draft) =>
          splitPerson(
            draft,
            osei.id,
            ids.filter((one) => one !== undefined),
          ),
        ),
      ).rejects.toMatchObject({ problem: { code: 'person-split-nothing' } });
  });
});

test('a person goes only where nobody refers to them', async () => {
  const { state, edit, osei, misspelt, participants } = setUp();
  await expect(edit((draft) => removePerson(draft, misspelt.id))).rejects.toMatchObject({
    problem: { code: 'person-in-use', params: { dialogues: 1, rounds: 1 } },
  });
  for (const { id } of participants.slice(0, 2))
    await edit((draft) => linkParticipant(draft, id, misspelt.id));
  await edit((draft) => removePerson(draft, osei.id));
  expect([...state.persons.keys()]).toEqual([misspelt.id]);
});

test('a participant is somebody new, or somebody known by the printed name from now on', async () => {
  const { edit, person, osei, participants } = setUp();
  const last = participants[2]?.id ?? '';
  await edit((draft) => linkParticipant(draft, last, osei.id));
  expect(person(osei.id).aliases).toEqual(['Mirela Ossei']);
  const { result } = await edit((draft) => linkParticipant(draft, last, null));
  expect(person(result)).toMatchObject({ name: { en: 'Mirela Ossei' }, title: { en: 'Director' } });
  await edit((draft) => changeParticipant(draft, last, { title: 'Chair' }));
  expect(person(result).title).toEqual({ en: 'Director' });
});

test('an organisation is renamed for its people, and in print only where that is asked for', async () => {
  const { state, edit, person, osei, misspelt } = setUp();
  const printed = () => [
    ...new Set(([...state.participants.values()] as Participant[]).map(({ organisation }) => organisation)),
  ];
  const both = [osei.id, misspelt.id];
  await edit((draft) => renameOrganisation(draft, both, { en: 'Harbour Workers', ja: '港湾労組' }, false));
  expect(person(misspelt.id).organisation).toEqual({ en: 'Harbour Workers', ja: '港湾労組' });
  expect(printed()).toEqual(['Harbour Union']);
  await edit((draft) => renameOrganisation(draft, both, { en: 'Harbour Union' }, false));
  await edit((draft) => renameOrganisation(draft, both, { en: 'Harbour Workers' }, true));
  expect(printed()).toEqual(['Harbour Workers']);
});
