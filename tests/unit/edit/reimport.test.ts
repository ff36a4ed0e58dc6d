import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { codeSelection, takeAdvice } from '#shared/edit/coding.ts';
import { type DialogueDetails, importDialogue } from '#shared/edit/dialogue.ts';
import { matchReimport, reimportDialogue } from '#shared/edit/reimport.ts';
import { editTurnText, turnsInOrder } from '#shared/edit/turn.ts';
import type { Participant } from '#shared/model/dialogue.ts';
import { emptyState } from '#shared/model/tables.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import type { ReadBlock, ReadParticipant, ReadResult } from '#shared/transcript/result.ts';
import { makeIssue } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };
const DETAILS: DialogueDetails = {
  title: 'Talks at the harbour',
  date: null,
  place: '',
  form: 'unknown',
  fiscalYear: 2024,
  attribution: 'named',
  language: 'en',
};
const SOURCE = { name: 'talks.vtt', sha256: 'a'.repeat(64), size: 10 };

function person(name: string, label = name): ReadParticipant {
  return { name, label, title: '', organisation: '', external: true, voice: 'expert', kind: 'other' };
}

function said(speaker: string | null, text: string, fields: Partial<ReadBlock> = {}): ReadBlock {
  return {
    kind: 'speech',
    speaker,
    heading: null,
    start: null,
    end: null,
    cues: [],
    lines: null,
    text,
    ...fields,
  };
}

function read(blocks: ReadBlock[], people: ReadParticipant[]): ReadResult {
  return {
    format: 'labelled',
    encoding: 'utf-8',
    title: null,
    date: null,
    language: 'en',
    participants: people,
    headings: [],
    blocks,
    warnings: [],
    source: [],
    alarms: [],
    ledger: [],
    others: [],
  } as ReadResult;
}

const OSEI = person('Mirela Osei', 'Osei');
const ILIC = person('Jovan Ilic', 'Ilic');
const OLD = [
  said('Osei', 'Crews pay brokers before they sail. Repay those fees.', {
    start: 1,
    end: 9,
    cues: [
      { at: 0, start: 1, end: 5 },
      { at: 36, start: 5, end: 9 },
    ],
  }),
  said('Ilic', 'We hear you. Brokers are licensed by the port, and the port keeps a list of them.'),
  said('Osei', 'Then ask the port for the list, and ask the crews whether it is true.'),
];

async function editing<R>(state: IndexedState, recipe: (draft: Draft) => Promise<R>) {
  const draft = new Draft(stateReader(state));
  const result = await recipe(draft);
  const changes = await draft.finish();
  applyChanges(state, changes);
  return { result, changes };
}

/** A dialogue of three turns; a coded sentence in each, advice on the first. */
async function setUp() {
  const issue = makeIssue();
  const state = indexState({ ...emptyState(), issues: [issue] });
  const { result: dialogueId } = await editing(state, (draft) =>
    importDialogue(draft, { result: read(OLD, [OSEI, ILIC]), details: DETAILS, source: SOURCE }),
  );
  const turns = () => turnsInOrder(new Draft(stateReader(state)), dialogueId);
  const olds = await turns();
  const code = async (index: number, quote: string) => {
    const turn = olds[index] as Turn;
    const start = turn.text.indexOf(quote);
    const selection = { turnId: turn.id, start, end: start + quote.length };
    await editing(state, (draft) => codeSelection(draft, selection, [issue.id], AUTHOR));
    return selection;
  };
  const first = await code(0, 'Repay those fees.');
  await code(1, 'the port keeps a list of them');
  await code(2, 'ask the crews whether it is true');
  await editing(state, (draft) =>
    takeAdvice(draft, first, { kind: 'urge', issueIds: [issue.id], restatement: '', addressee: '' }, AUTHOR),
  );
  const again = (blocks: ReadBlock[], people = [OSEI, ILIC]) =>
    editing(state, async (draft) => {
      const result = read(blocks, people);
      const old = {
        turns: await turnsInOrder(draft, dialogueId),
        participants: await draft.find('participants', 'dialogueId', dialogueId),
        passages: await draft.find('passages', 'dialogueId', dialogueId),
      };
      const replacement = matchReimport(old, result);
      const source = { ...SOURCE, name: 'corrected.txt' };
      await reimportDialogue(draft, dialogueId, replacement, { result, source });
      return replacement;
    });
  const passage = (quote: string) =>
    [...(state.passages.values() as Iterable<Passage>)].find((one) => one.quote === quote);
  const people = () => [...(state.participants.values() as Iterable<Participant>)];
  return { state, dialogueId, turns, olds, again, passage, people };
}

function expectSound(state: IndexedState): void {
  for (const passage of state.passages.values() as Iterable<Passage>) {
    const turn = state.turns.get(passage.turnId) as Turn | undefined;
    expect(turn).toBeDefined();
    if (passage.state === 'anchored')
      expect(turn?.text.slice(passage.start, passage.end)).toBe(passage.quote);
  }
}

describe('reimportDialogue', () => {
  it('keeps turns, speakers, times and passages that are the same, and remembers the new file', async () => {
    const { state, dialogueId, turns, olds, again, passage } = await setUp();
    const { result } = await again([
      said('Osei', 'Good day. Crews pay brokers before they sail. Repay those fees.'),
      ...OLD.slice(1),
    ]);
    const news = await turns();
    expect(news.map(({ id }) => id)).toEqual(olds.map(({ id }) => id));
    expect(news.map(({ participantId }) => participantId)).toEqual(olds.map((one) => one.participantId));
    expect(result).toMatchObject({ kept: 3, changed: [], unsure: [], gone: [] });
    expect(passage('Repay those fees.')).toMatchObject({ start: 46, state: 'anchored' });
    expect(news[0]?.cues).toEqual([
      { at: 10, start: 1, end: 5 },
      { at: 46, start: 5, end: 9 },
    ]);
    expect(state.dialogues.get(dialogueId)).toMatchObject({
      title: 'Talks at the harbour',
      source: { name: 'corrected.txt', format: 'labelled' },
    });
  });

  it('follows passages into turns that were cut or joined, and lists those that somebody else says', async () => {
    const { turns, again, passage, people } = await setUp();
    const { result } = await again([
      said('Osei', 'Crews pay brokers before they sail.'),
      said('Ilic', 'Repay those fees.'),
      said(
        'Ilic',
        'We hear you. Brokers are licensed by the port, and the port keeps a list of them. Then ask the port for the list, and ask the crews whether it is true.',
      ),
    ]);
    expect(result.kept).toBe(1);
    const news = await turns();
    const ilic = people().find(({ label }) => label === 'Ilic');
    const repay = passage('Repay those fees.');
    // Her words wait at her own turn, though they stand in his.
    expect(repay).toMatchObject({ turnId: news[0]?.id, state: 'unsure' });
    expect(news[1]?.participantId).toBe(ilic?.id);
    const ask = passage('ask the crews whether it is true');
    expect(ask).toMatchObject({ turnId: news[0]?.id, state: 'unsure' });
    for (const one of [repay, ask])
      expect(result.doubts.get(one?.id ?? '')).toEqual([
        { kind: 'speaker', from: 'Mirela Osei', to: 'Jovan Ilic' },
      ]);
    expect(passage('the port keeps a list of them')).toMatchObject({
      turnId: news[2]?.id,
      state: 'anchored',
    });
    expect(result.gone).toEqual([]);
  });

  it('takes a corrected name for the same person, adds who is new, and drops who no longer speaks', async () => {
    const { again, people, turns, olds } = await setUp();
    await again(
      [
        ...OLD.map((one) => (one.speaker === 'Osei' ? { ...one, speaker: 'Ossei' } : one)).slice(0, 1),
        ...OLD.slice(2).map((one) => ({ ...one, speaker: 'Ossei' })),
        said('Tanaka', 'Thank you both.'),
      ],
      [person('Mirela Ossei', 'Ossei'), person('Tanaka')],
    );
    expect(
      people()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Mirela Ossei', 'Tanaka']);
    const news = await turns();
    expect(news[0]?.participantId).toBe(olds[0]?.participantId);
  });

  it('keeps what it cannot find: at the nearest turn of whoever said it, with the old words', async () => {
    const { again, passage, turns, state } = await setUp();
    const { result } = await again([
      OLD[0] as ReadBlock,
      said('Ilic', 'No comment at all today.'),
      OLD[2] as ReadBlock,
    ]);
    const lost = passage('the port keeps a list of them');
    expect(lost).toMatchObject({ state: 'unsure' });
    expect(result.unsure).toHaveLength(1);
    const news = await turns();
    expect(lost?.turnId).toBe(news[1]?.id);
    expectSound(state);
  });

  it('names nobody for words whose speaker is gone from the text', async () => {
    const { again, passage } = await setUp();
    await again([OLD[0] as ReadBlock, OLD[2] as ReadBlock], [OSEI]);
    expect(passage('the port keeps a list of them')).toMatchObject({
      state: 'unsure',
      attribution: 'unattributed',
    });
  });

  it('refuses a file without a word, and alters nothing', async () => {
    const { state, again } = await setUp();
    const before = JSON.stringify(plainState(state));
    await expect(again([])).rejects.toMatchObject({ problem: { code: 'import-empty' } });
    expect(JSON.stringify(plainState(state))).toBe(before);
  });

  it('refuses a re-import onto a text that has changed since', async () => {
    const { state, dialogueId, turns, olds } = await setUp();
    const result = read(OLD, [OSEI, ILIC]);
    const { participants, passages } = plainState(state);
    const replacement = matchReimport({ turns: await turns(), participants, passages }, result);
    await editing(state, (draft) => editTurnText(draft, olds[1]?.id ?? '', 'Something else.'));
    await expect(
      editing(state, (draft) => reimportDialogue(draft, dialogueId, replacement, { result, source: null })),
    ).rejects.toMatchObject({ problem: { code: 'reimport-stale' } });
  });

  it('loses no passage, coding or advice whatever the file says, and is undone byte for byte', async () => {
    const words = fc.constantFrom(
      ...OLD.flatMap(({ text }) => text.split(/(?<=[.,]) /)),
      'Something else was said.',
      '手数料を返してください。',
    );
    const block = fc
      .record({
        speaker: fc.constantFrom('Osei', 'Ilic', 'Tanaka', null),
        words: fc.array(words, { minLength: 1, maxLength: 4 }),
      })
      .map(({ speaker, words: sentences }) => said(speaker, sentences.join(' ')));
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 6 }), async (blocks) => {
        const { state, again } = await setUp();
        const before = JSON.stringify(plainState(state));
        const marks = () =>
          [state.passages, state.codings, state.advice].map((table) => [...table.keys()].sort());
        const had = marks();
        const { changes } = await again(blocks, [OSEI, ILIC, person('Tanaka')]);
        expect(marks()).toEqual(had);
        expectSound(state);
        expect([...state.turns.values()].map((one) => (one as Turn).text).sort()).toEqual(
          blocks.map(({ text }) => text).sort(),
        );
        applyChanges(state, invert(changes));
        expect(JSON.stringify(plainState(state))).toBe(before);
      }),
      { numRuns: 200 },
    );
  });
});
