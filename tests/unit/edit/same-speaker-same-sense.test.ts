/** Whatever is corrected: a passage that is certain is said by the same person, denies and counts the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { passageAt } from '#shared/edit/coding.ts';
import { importDialogue } from '#shared/edit/dialogue.ts';
import { matchReimport, reimportDialogue } from '#shared/edit/reimport.ts';
import { assignSpeaker, editTurnText, joinTurnAbove, splitTurn, turnsInOrder } from '#shared/edit/turn.ts';
import { emptyState } from '#shared/model/tables.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import type { ReadBlock, ReadParticipant, ReadResult } from '#shared/transcript/result.ts';

const RUNS = 300;
const PEOPLE = ['Mirela Osei', 'Jovan Ilic', '大西 遥'];

const SENTENCES = [
  'The harbour office keeps 30 passports in a drawer.',
  'Crews must not pay brokers before they sail.',
  'We never saw the list of 120 licensed agents.',
  'Overtime was paid to forty people last winter.',
  'The owner told us that 15% of wages are held back.',
  "They can't leave the dormitory at night.",
  'Please publish what you found in the two mills.',
  'Is that so?',
  'Yes.',
  '寮には三十人が住んでいます。',
  '賃金の二割が差し引かれています。',
  '契約書を母語で受け取っていません。',
  '手数料は返されないと聞きました。',
  '監査は２０２３年に三回ありました。',
  '苦情は公表すべきです。',
  'はい。',
  'Brokers took 50万円 and said 返金はできません to everyone.',
];

/** What the sentences above, and the corrections below, deny and count with. */
const DENIALS = /\b(?:never|no)\b|(?:n't|\bcannot|\bnot)\b|\bun(?=paid)|ません|ない|なかった|ず/gu;
const COUNTS = /\d+(?:%|万)?|[一二三四五六七八九十百]+[割倍]?|\b(?:two|forty|four|twenty|fifteen)\b/gu;
const senseOf = (words: string) => {
  const plain = words.normalize('NFKC').replaceAll('’', "'");
  return [DENIALS, COUNTS].map((marks) =>
    (plain.match(marks) ?? [])
      .join(' ')
      .replaceAll(/n't|cannot/g, 'not')
      .replaceAll('ません', 'ない'),
  );
};

const WORDS = [
  'really',
  'of course',
  'not',
  'never',
  'no',
  '30',
  '300',
  'ない',
  'ません',
  '三',
  '倍',
  'のこと',
];
const SWAPS: readonly (readonly [string, string])[] = [
  ['30', '300'],
  ['must not', 'must'],
  ['never', 'often'],
  ['forty', 'four'],
  ["can't", 'can'],
  ["can't", 'cannot'],
  ['15%', '50%'],
  ['三十', '三百'],
  ['二割', '二倍'],
  ['ていません', 'ています'],
  ['返されない', '返される'],
  ['三回', '二回'],
  ['was paid', 'was unpaid'],
  ['harbour', 'harbor'],
  ['dormitory', 'domitory'],
  ['差し引かれて', '引かれて'],
  ['できません', 'できます'],
];

interface Said {
  readonly speaker: string;
  readonly text: string;
}

const said: fc.Arbitrary<Said> = fc.record({
  speaker: fc.constantFrom(...PEOPLE),
  text: fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
});
const dialogue = fc.array(said, { minLength: 1, maxLength: 7 });
const KINDS = [
  'insert',
  'remove',
  'swap',
  'swap',
  'swap',
  'speaker',
  'exchange',
  'split',
  'join',
  'move',
  'delete',
  'repeat',
] as const;
const correction = fc.record({
  kind: fc.constantFrom(...KINDS),
  turn: fc.nat(50),
  other: fc.nat(50),
  at: fc.nat(400),
  word: fc.constantFrom(...WORDS),
  swap: fc.constantFrom(...SWAPS),
  speaker: fc.constantFrom(...PEOPLE, 'Tove Lind'),
});
type Correction = typeof correction extends fc.Arbitrary<infer C> ? C : never;

/** Where a word begins at or behind a position; the end where there is none. */
function wordAt(text: string, at: number): number {
  const space = text.indexOf(' ', at % (text.length + 1));
  return space < 0 ? at % (text.length + 1) : space + 1;
}

function correctedText(text: string, { kind, at, word, swap: [from, to] }: Correction): string {
  const place = wordAt(text, at);
  if (kind === 'insert') return `${text.slice(0, place)}${word} ${text.slice(place)}`;
  if (kind === 'remove') {
    const end = text.indexOf(' ', place);
    const left = end < 0 ? text.slice(0, place) : text.slice(0, place) + text.slice(end + 1);
    return left.trim() === '' ? text : left.trim();
  }
  return text.replace(from, to);
}

function correctedTurns(turns: readonly Said[], one: Correction): Said[] {
  const index = one.turn % turns.length;
  const other = one.other % turns.length;
  const turn = turns[index] as Said;
  const result = [...turns];
  const beside = turns[other] as Said;
  switch (one.kind) {
    case 'speaker':
      result[index] = { ...turn, speaker: one.speaker };
      return result;
    case 'exchange':
      result[index] = { ...turn, speaker: beside.speaker };
      result[other] = { ...beside, speaker: turn.speaker };
      return result;
    case 'split': {
      const cut = wordAt(turn.text, one.at);
      const [upper, lower] = [turn.text.slice(0, cut).trim(), turn.text.slice(cut).trim()];
      if (upper !== '' && lower !== '')
        result.splice(index, 1, { ...turn, text: upper }, { speaker: one.speaker, text: lower });
      return result;
    }
    case 'join': {
      const below = turns[index + 1];
      if (below) result.splice(index, 2, { ...turn, text: `${turn.text} ${below.text}` });
      return result;
    }
    case 'move':
      result.splice(index, 1);
      result.splice(other, 0, turn);
      return result;
    case 'delete':
      if (result.length > 1) result.splice(index, 1);
      return result;
    case 'repeat':
      result.splice(other, 0, { ...turn, speaker: one.speaker });
      return result;
    default:
      result[index] = { ...turn, text: correctedText(turn.text, one) };
      return result;
  }
}

function asRead(turns: readonly Said[]): ReadResult {
  const names = [...new Set(turns.map(({ speaker }) => speaker))];
  return {
    format: 'labelled',
    encoding: 'utf-8',
    title: null,
    date: null,
    language: 'en',
    participants: names.map(
      (name): ReadParticipant => ({
        name,
        label: name,
        title: '',
        organisation: '',
        external: true,
        voice: 'expert',
        kind: 'other',
      }),
    ),
    headings: [],
    blocks: turns.map(
      ({ speaker, text }): ReadBlock => ({
        kind: 'speech',
        speaker,
        heading: null,
        start: null,
        end: null,
        cues: [],
        lines: null,
        text,
      }),
    ),
    warnings: [],
    source: [],
    alarms: [],
    ledger: [],
    others: [],
  } as ReadResult;
}

async function editing<R>(state: IndexedState, recipe: (draft: Draft) => Promise<R>): Promise<R> {
  const draft = new Draft(stateReader(state));
  const result = await recipe(draft);
  applyChanges(state, await draft.finish());
  return result;
}

/** Whole turns, sentences, and ranges that begin and end anywhere. */
const marks = fc.array(
  fc.record({ turn: fc.nat(50), from: fc.nat(400), length: fc.integer({ min: 2, max: 90 }) }),
  {
    minLength: 1,
    maxLength: 6,
  },
);

async function coded(
  turns: readonly Said[],
  places: readonly { turn: number; from: number; length: number }[],
) {
  const state = indexState(emptyState());
  const dialogueId = await editing(state, (draft) =>
    importDialogue(draft, {
      result: asRead(turns),
      details: {
        title: 'Talks',
        date: null,
        place: '',
        form: 'unknown',
        fiscalYear: 2024,
        attribution: 'named',
        language: 'en',
      },
      source: null,
    }),
  );
  await editing(state, async (draft) => {
    const olds = await turnsInOrder(draft, dialogueId);
    for (const turn of olds) await passageAt(draft, { turnId: turn.id, start: 0, end: turn.text.length });
    for (const { turn, from, length } of places) {
      const { id, text } = olds[turn % olds.length] as Turn;
      const start = from % text.length;
      if (text.slice(start, start + length).trim() !== '')
        await passageAt(draft, { turnId: id, start, end: start + length });
    }
  });
  return { state, dialogueId };
}

interface Told {
  readonly passage: Passage;
  readonly name: string;
  /** The quote, with the rest of a word or number that it cuts. */
  readonly words: string;
}

function wholeWords(text: string, { start, end }: Passage): string {
  let [from, to] = [start, end];
  while (/^[\w'][\w']/.test(text.slice(from - 1, from + 1))) from--;
  while (/^[\w'][\w'%]/.test(text.slice(to - 1, to + 1))) to++;
  return text.slice(from, to);
}

/** Each passage with who says it, as the workspace has it now. */
function told(state: IndexedState): Map<string, Told> {
  const { passages, turns, participants } = plainState(state);
  const nameOf = new Map(participants.map(({ id, name }) => [id, name]));
  const turnOf = new Map(turns.map((turn) => [turn.id, turn]));
  return new Map(
    passages.map((passage) => [
      passage.id,
      {
        passage,
        name: nameOf.get(turnOf.get(passage.turnId)?.participantId ?? '') ?? '',
        words: wholeWords(turnOf.get(passage.turnId)?.text ?? '', passage),
      },
    ]),
  );
}

function expectSame(before: ReturnType<typeof told>, state: IndexedState): void {
  const after = told(state);
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  for (const [id, { passage, name, words }] of after) {
    const was = before.get(id);
    if (passage.state !== 'anchored') {
      expect(passage.quote).toBeDefined();
      continue;
    }
    const turn = state.turns.get(passage.turnId) as Turn | undefined;
    expect(turn?.text.slice(passage.start, passage.end)).toBe(passage.quote);
    const context = `“${was?.passage.quote}” → “${passage.quote}” in “${turn?.text}”`;
    expect(name, context).toBe(was?.name);
    expect(senseOf(words), context).toEqual(senseOf(was?.words ?? ''));
  }
}

describe('a passage that is certain after a correction', () => {
  it('is said by the same person and says the same, whatever a corrected file holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        dialogue,
        marks,
        fc.array(correction, { minLength: 1, maxLength: 5 }),
        async (turns, places, corrections) => {
          const { state, dialogueId } = await coded(turns, places);
          const before = told(state);
          const result = asRead(corrections.reduce(correctedTurns, [...turns]));
          const replacement = await editing(state, async (draft) => {
            const old = {
              turns: await turnsInOrder(draft, dialogueId),
              participants: await draft.all('participants'),
              passages: await draft.all('passages'),
            };
            const matched = matchReimport(old, result);
            await reimportDialogue(draft, dialogueId, matched, { result, source: null });
            return matched;
          });
          expectSame(before, state);
          const open = plainState(state).passages.filter((one) => one.state === 'unsure');
          expect(replacement.unsure.map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort());
          for (const { id } of open) expect(replacement.doubts.get(id)?.length ?? 0).toBeGreaterThan(0);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('is so after any run of edits: turns edited, split, joined, given to somebody else', async () => {
    await fc.assert(
      fc.asyncProperty(
        dialogue,
        marks,
        fc.array(correction, { minLength: 1, maxLength: 6 }),
        async (turns, places, corrections) => {
          const { state, dialogueId } = await coded(turns, places);
          const before = told(state);
          for (const one of corrections) {
            const sure = told(state);
            const now = await turnsInOrder(new Draft(stateReader(state)), dialogueId);
            const turn = now[one.turn % now.length] as Turn;
            const people = plainState(state).participants;
            const listed = await editing(state, async (draft) => {
              if (one.kind === 'speaker' || one.kind === 'exchange')
                return assignSpeaker(draft, turn.id, people[one.other % people.length]?.id ?? null);
              if (one.kind === 'split')
                return (await splitTurn(draft, turn.id, wordAt(turn.text, one.at))).relocation;
              if (one.kind === 'join') return (await joinTurnAbove(draft, turn.id)).relocation;
              return editTurnText(draft, turn.id, correctedText(turn.text, one));
            }).catch((thrown) => {
              expect(thrown).toMatchObject({ problem: { code: expect.stringMatching(/^turn-/) } });
            });
            expectSame(before, state);
            const known = new Set(listed?.unsure.map(({ id }) => id));
            for (const [id, { passage }] of told(state))
              if (passage.state !== 'anchored' && sure.get(id)?.passage.state === 'anchored')
                expect(known.has(id)).toBe(true);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});
