import { describe, expect, it } from 'vitest';
import { invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState, indexState } from '#shared/change/state.ts';
import {
  closeDoubt,
  type DialogueDetails,
  importDialogue,
  newDialogue,
  updateDialogue,
} from '#shared/edit/dialogue.ts';
import { emptyState, type Rows, type TableName } from '#shared/model/tables.ts';
import type { ReadBlock, ReadParticipant, ReadResult } from '#shared/transcript/result.ts';

const DETAILS: DialogueDetails = {
  title: ' Talk of the orchards ',
  date: '2023-05',
  place: 'Nagano',
  form: 'hybrid',
  fiscalYear: 2023,
  attribution: 'affiliation',
  language: 'en',
  sourceNote: 'Typed from notes',
};
const SOURCE = { name: 'talk.docx', sha256: 'a'.repeat(64), size: 12 };

function participant(label: string, fields: Partial<ReadParticipant> = {}): ReadParticipant {
  return {
    name: `Ana ${label}`,
    label,
    title: 'Director',
    organisation: 'Rivers Network',
    external: true,
    voice: 'expert',
    kind: 'ngo',
    ...fields,
  };
}

function block(text: string, fields: Partial<ReadBlock> = {}): ReadBlock {
  return {
    kind: 'speech',
    speaker: null,
    heading: null,
    start: null,
    end: null,
    cues: [],
    lines: null,
    text,
    ...fields,
  };
}

function result(fields: Partial<ReadResult> = {}): ReadResult {
  return {
    format: 'docx',
    encoding: '',
    title: null,
    date: null,
    language: 'en',
    participants: [participant('Roth'), participant('Holt', { organisation: '', external: false })],
    headings: ['Pay'],
    blocks: [
      block('Held in spring.', { kind: 'narration' }),
      block('Who pays?', { speaker: 'Roth', heading: 'Pay', start: 1, end: 2.5 }),
      block('Growers.', { speaker: 'Holt', heading: 'Pay' }),
      block('Somebody coughs.', { speaker: 'Nobody we know', heading: 'Pay' }),
    ],
    warnings: [],
    source: [],
    alarms: [],
    ledger: [],
    others: [],
    ...fields,
  };
}

async function edit<R>(state: IndexedState, recipe: (draft: Draft) => Promise<R> | R) {
  const draft = new Draft(stateReader(state));
  const value = await recipe(draft);
  const changes = await draft.finish();
  applyChanges(state, changes);
  return { value, changes };
}

function rows<T extends TableName>(state: IndexedState, table: T): Rows[T][] {
  return [...state[table].values()] as Rows[T][];
}

describe('importDialogue', () => {
  it('stores the dialogue, its people and its turns in their order', async () => {
    const state = indexState(emptyState());
    const { value: id } = await edit(state, (draft) =>
      importDialogue(draft, { result: result(), details: DETAILS, source: SOURCE }),
    );
    expect(state.dialogues.get(id)).toMatchObject({
      title: 'Talk of the orchards',
      date: '2023-05',
      form: 'hybrid',
      attribution: 'affiliation',
      sourceNote: 'Typed from notes',
      summary: '',
      openDoubts: [],
      source: {
        ...SOURCE,
        format: 'docx',
        encoding: '',
        mediaType: expect.stringContaining('wordprocessingml'),
      },
    });
    const people = rows(state, 'participants').sort((a, b) => a.order - b.order);
    expect(people.map(({ label, dialogueId }) => [label, dialogueId])).toEqual([
      ['Roth', id],
      ['Holt', id],
    ]);
    expect(rows(state, 'persons').map(({ name }) => name)).toEqual([{ en: 'Ana Roth' }, { en: 'Ana Holt' }]);
    expect(people.map(({ personId }) => personId)).toEqual(rows(state, 'persons').map((person) => person.id));

    const turns = rows(state, 'turns').sort((a, b) => a.order - b.order);
    expect(turns.map(({ text }) => text)).toEqual([
      'Held in spring.',
      'Who pays?',
      'Growers.',
      'Somebody coughs.',
    ]);
    expect(turns.map(({ participantId }) => participantId)).toEqual([
      null,
      people[0]?.id,
      people[1]?.id,
      null,
    ]);
    expect(turns[1]).toMatchObject({ kind: 'speech', heading: 'Pay', start: 1, end: 2.5 });
    // There is room to put a turn between two others.
    expect((turns[1]?.order ?? 0) - (turns[0]?.order ?? 0)).toBeGreaterThan(1);
  });

  it('knows people again by exactly their name and organisation', async () => {
    const state = indexState(emptyState());
    const take = (fields: Partial<ReadParticipant>[]) =>
      edit(state, (draft) =>
        importDialogue(draft, {
          result: result({ participants: fields.map((one, index) => participant(`P${index}`, one)) }),
          details: DETAILS,
          source: null,
        }),
      );
    await take([{ name: 'Ana Roth' }]);
    const [known] = rows(state, 'persons');
    state.persons.set(known?.id ?? '', { ...(known as Rows['persons']), aliases: ['アナ・ロート'] });
    await take([{ name: 'Ana Roth' }, { name: 'アナ・ロート' }]);
    expect(state.persons.size).toBe(1);
    await take([
      { name: 'Ana Roth', organisation: 'Other House' },
      { name: 'ana roth' },
      { name: 'Ana Roth', organisation: '' },
    ]);
    expect(state.persons.size).toBe(4);
    // Twice in one dialogue is still one person.
    await take([{ name: 'Bo Lindt' }, { name: 'Bo Lindt' }]);
    expect(state.persons.size).toBe(5);
  });

  it('keeps what is in doubt, each with its turn, until it is settled', async () => {
    const blocks = [
      block('Who pays?', { speaker: 'Roth', lines: { from: 1, to: 1 } }),
      block('Growers.\nKubo; Not all.', { speaker: 'Holt', lines: { from: 3, to: 4 } }),
    ];
    const alarm = { code: 'label-like', line: 4, text: 'Kubo; Not all.', label: 'Kubo' } as const;
    const read = result({
      blocks,
      source: [
        { number: 1, text: 'Roth: Who pays?', role: 'label' },
        { number: 3, text: 'Holt: Growers.', role: 'label' },
        { number: 4, text: 'Kubo; Not all.', role: 'words' },
      ],
      alarms: [{ ...alarm, rest: 'Not all.', like: 'label-like kubo' }],
      ledger: [{ part: 'comment', words: 'Ask again', count: 1 }],
    });
    const state = indexState(emptyState());
    const { value: id } = await edit(state, (draft) =>
      importDialogue(draft, { result: read, details: DETAILS, source: null }),
    );
    const stored = () => rows(state, 'dialogues')[0]?.openDoubts ?? [];
    const turn = rows(state, 'turns').find(({ text }) => text.startsWith('Growers'));
    expect(stored()).toEqual([
      {
        key: expect.any(String),
        code: 'label-like',
        label: 'Kubo',
        text: 'Kubo; Not all.',
        turnId: turn?.id,
      },
      { key: expect.any(String), code: 'loss', label: 'comment', text: 'Ask again', turnId: null },
    ]);
    await edit(state, (draft) => closeDoubt(draft, id, stored()[0]?.key ?? ''));
    expect(stored().map(({ code }) => code)).toEqual(['loss']);
  });

  it('is one step that can be taken back', async () => {
    const state = indexState(emptyState());
    const { changes } = await edit(state, (draft) =>
      importDialogue(draft, { result: result(), details: DETAILS, source: SOURCE }),
    );
    applyChanges(state, invert(changes));
    expect(state).toEqual(indexState(emptyState()));
  });

  it('refuses what has no text or no title, and stores nothing', async () => {
    const state = indexState(emptyState());
    const empty = edit(state, (draft) =>
      importDialogue(draft, { result: result({ blocks: [] }), details: DETAILS, source: null }),
    );
    await expect(empty).rejects.toMatchObject({ problem: { code: 'import-empty' } });
    const untitled = edit(state, (draft) =>
      importDialogue(draft, { result: result(), details: { ...DETAILS, title: '  ' }, source: null }),
    );
    await expect(untitled).rejects.toMatchObject({ problem: { code: 'row-invalid' } });
    expect(state.dialogues.size + state.turns.size + state.persons.size).toBe(0);
  });
});

describe('a dialogue without a file', () => {
  it('begins empty and can be described later', async () => {
    const state = indexState(emptyState());
    const { value: id } = await edit(state, (draft) => newDialogue(draft, DETAILS));
    expect(state.dialogues.get(id)).toMatchObject({ source: null, title: 'Talk of the orchards' });
    await edit(state, (draft) => updateDialogue(draft, id, { place: 'Online', form: 'online' }));
    expect(state.dialogues.get(id)).toMatchObject({
      place: 'Online',
      form: 'online',
      title: 'Talk of the orchards',
    });
  });
});
