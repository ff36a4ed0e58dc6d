import { foldText } from '../fold/fold.ts';
import type { Id } from '../model/basics.ts';
import type { Participant } from '../model/dialogue.ts';
import type { Passage } from '../model/turn.ts';
import { negationsIn, type SenseKind, senseChanges } from './sense.ts';
import type { TextRange } from './text-range.ts';

/** Who says something: a participant, and the person behind them where that is known. */
export type Who = Pick<Participant, 'id' | 'personId' | 'name'>;

/** Words in their text, and who says them; null = nobody is named for them. */
export interface SaidWords extends TextRange {
  readonly text: string;
  readonly speaker: Who | null;
}

/**
 * Why a passage is not certain: another person says its words (names, '' = nobody), what in its words may turn the
 * sense round, its words are not found for certain (`words`), or it was waiting for a person already (`earlier`).
 */
export interface Doubt {
  readonly kind: 'speaker' | 'words' | 'earlier' | SenseKind;
  readonly from: string;
  readonly to: string;
}

/** How far beside a passage a negation still denies its words, in UTF-16 units; and where it is looked for. */
const CLAUSE = 24;
const BESIDE = 48;

/**
 * Whether a passage is still the same where it stands now: empty = it is, for certain. It is not when somebody else says
 * it, or when a negation, a number or an obligation in it came, went or changed. THE one rule for whatever moves a
 * passage: a corrected file, a turn edited, split, joined, or given to another participant.
 */
export function doubtsOf(before: SaidWords, after: SaidWords): Doubt[] {
  const doubts: Doubt[] = [];
  if (!isSameSpeaker(before.speaker, after.speaker))
    doubts.push({ kind: 'speaker', from: before.speaker?.name ?? '', to: after.speaker?.name ?? '' });
  const [old, now] = [wholeWords(before), wholeWords(after)];
  const changes = senseChanges(before.text.slice(old.start, old.end), after.text.slice(now.start, now.end));
  doubts.push(...changes);
  if (!changes.some(({ kind }) => kind === 'negation')) {
    const denied = deniedBeside({ text: before.text, ...old }, { text: after.text, ...now });
    if (denied) doubts.push(denied);
  }
  return doubts;
}

/** Whether two are one person: by person where both are known, else by participant, else by name. */
export function isSameSpeaker(one: Who | null, other: Who | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.id === other.id) return true;
  if (one.personId !== null && other.personId !== null) return one.personId === other.personId;
  return one.name !== '' && foldText(one.name).trim() === foldText(other.name).trim();
}

/** Speakers by the participants of their turns; nobody for narration. */
export function speakersOf(participants: readonly Who[]): (participantId: Id | null) => Who | null {
  const byId = new Map(participants.map((one) => [one.id, one]));
  return (id) => (id === null ? null : (byId.get(id) ?? { id, personId: null, name: '' }));
}

type Words = Omit<SaidWords, 'speaker'>;

/** The words of a passage that no longer stand where it was: as it remembers them, with what was beside them. */
export function rememberedWords({
  before,
  quote,
  after,
}: Pick<Passage, 'before' | 'quote' | 'after'>): Words {
  return { text: before + quote + after, start: before.length, end: before.length + quote.length };
}

const SPACED = /^(?![\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff])[\p{L}\p{M}\p{N}'’]$/u;
const NUMERAL = /^[\p{Nd}〇零一二三四五六七八九十百千万億兆割倍%％]$/u;

/** A range that takes in the whole of a word or number that it cuts: 30 is no longer 30 in 300. */
function wholeWords({ text, start, end }: Words): TextRange {
  let [from, to] = [start, end];
  while (from > 0 && runsOn(text, from)) from--;
  while (to < text.length && runsOn(text, to)) to++;
  return { start: from, end: to };
}

/** Whether a word or a number goes on over a position. */
function runsOn(text: string, at: number): boolean {
  const [left = '', right = ''] = [text[at - 1], text[at]];
  if ((SPACED.test(left) && SPACED.test(right)) || (NUMERAL.test(left) && NUMERAL.test(right))) return true;
  // 30.5, 1,200
  return (
    (/[.,．，]/u.test(right) && /\p{Nd}/u.test(left) && /\p{Nd}/u.test(text[at + 1] ?? '')) ||
    (/[.,．，]/u.test(left) && /\p{Nd}/u.test(right) && /\p{Nd}/u.test(text[at - 2] ?? ''))
  );
}

/** A negation beside the words, in their clause, that came or went: `must [be repaid]`, [返す]ことはない. */
function deniedBeside(before: Words, after: Words): Doubt | null {
  if (beside(before, BESIDE).join('\n') === beside(after, BESIDE).join('\n')) return null;
  const here = { old: clauseBeside(before), now: clauseBeside(after) };
  const around = { old: beside(before, BESIDE), now: beside(after, BESIDE) };
  const came = surplus(here.now, around.old);
  const went = surplus(here.old, around.now);
  if (came.length === 0 && went.length === 0) return null;
  return { kind: 'negation', from: went.join(' '), to: came.join(' ') };
}

function beside({ text, start, end }: Words, reach: number): string[] {
  return [text.slice(Math.max(0, start - reach), start), text.slice(end, end + reach)];
}

const CLAUSE_END = /[.!?;:,。．！？；：，、\n]/u;

/** What of the text on either side is in the same clause. */
function clauseBeside(words: Words): string[] {
  const [left = '', right = ''] = beside(words, CLAUSE);
  const closed = /[.!?;:,。．！？；：，、\n]["'”’」』)）]*$/u.test(words.text.slice(words.start, words.end));
  return [left.split(CLAUSE_END).at(-1) ?? '', closed ? '' : (right.split(CLAUSE_END)[0] ?? '')];
}

/** Negations of the first that are more than in the second. */
function surplus(first: readonly string[], second: readonly string[]): string[] {
  const found = first.flatMap(negationsIn);
  const known = second.flatMap(negationsIn).length;
  return found.length > known ? found.slice(known) : [];
}
