/** A workspace of made-up talk for measuring search: the same turns on every machine and in every run. */
import { foldText } from '#shared/fold/fold.ts';
import { newId } from '#shared/model/basics.ts';
import type { Dialogue, Participant } from '#shared/model/dialogue.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import type { Turn } from '#shared/model/turn.ts';
import { makeDialogue, makeIssue, makeParticipant, makeTurn } from '../fixtures/state.ts';

/** A repeatable source of chance (mulberry32), so that runs compare. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS_A_TURN = 60;
const VOCABULARY = 20_000;
const TURNS_A_DIALOGUE = 250;
const PEOPLE_A_DIALOGUE = 6;

/** How a language's words are made up, and how they are put together in a turn. */
interface Speech {
  readonly syllables: readonly string[];
  readonly joined: (words: readonly string[]) => string;
}

const LATIN: Speech = {
  syllables: 'ba con der el for gra hu in lab mi nor o per qua ri sup ter un ver wa'.split(' '),
  joined: (words) => words.join(' '),
};

/** Old and variant kanji are rare in what people say today. */
function isModern(kanji: string): boolean {
  return foldText(kanji) === kanji;
}

/** Two to four kanji, or katakana, a word, with a particle behind it; a sentence has nine. */
const JAPANESE: Speech = {
  syllables: [
    ...Array.from({ length: 400 }, (_, at) => String.fromCodePoint(0x4e_00 + 41 * at)).filter(isModern),
    ...'アイウカキクサシスタチツナマラリルロン',
  ],
  joined: (words) =>
    words.map((word, at) => word + (at % 9 === 8 ? 'です。' : ('はをにがでとのも'[at % 8] ?? ''))).join(''),
};

export interface Corpus {
  readonly state: WorkspaceState;
  readonly turns: readonly Turn[];
  /** By rank: how often each is said falls with it, as in any language (Zipf). */
  readonly words: readonly string[];
  /** Text of the turns, in megabytes of UTF-8. */
  readonly megabytes: number;
}

/** @param size number of turns; 250 make a dialogue of six people */
export function makeCorpus(size: number, language: 'en' | 'ja' = 'en'): Corpus {
  const next = chance(20_200_214);
  const { syllables, joined } = language === 'ja' ? JAPANESE : LATIN;
  const syllable = () => syllables[Math.floor(next() * syllables.length)] ?? '';
  const words = Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: 2 + Math.floor(next() * 3) }, syllable).join(''),
  );
  const word = () => words[Math.floor(VOCABULARY ** next()) - 1] ?? words[0] ?? '';
  const dialogues: Dialogue[] = [];
  const participants: Participant[] = [];
  const turns: Turn[] = [];
  let length = 0;
  while (turns.length < size) {
    const year = 2010 + (dialogues.length % 15);
    const dialogue = makeDialogue({
      title: `${word()} ${word()}`,
      date: `${year}-06-01`,
      fiscalYear: year,
      language: dialogues.length % 3 === 0 ? 'ja' : 'en',
    });
    dialogues.push(dialogue);
    const people = Array.from({ length: PEOPLE_A_DIALOGUE }, (_, order) =>
      makeParticipant(dialogue.id, { order, name: `${word()} ${word()}`, label: word() }),
    );
    participants.push(...people);
    for (let order = 0; order < TURNS_A_DIALOGUE && turns.length < size; order++) {
      const text = joined(Array.from({ length: Math.ceil(2 * WORDS_A_TURN * next()) }, word));
      length += text.length;
      turns.push(
        makeTurn(dialogue.id, { order, text, participantId: people[order % people.length]?.id ?? null }),
      );
    }
  }
  const issues = Array.from({ length: 60 }, (_, order) =>
    makeIssue({ id: newId(), code: `i${order}`, order, name: { en: `${word()} ${word()}` } }),
  );
  return {
    state: { ...emptyState(), dialogues, participants, turns, issues },
    turns,
    words,
    megabytes: length / 1e6,
  };
}
