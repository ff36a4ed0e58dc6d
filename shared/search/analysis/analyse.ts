import { fold } from '../../fold/fold.ts';
import { formOf } from '../form.ts';
import type { Analyser, Piece, Token, Word } from './analyser.ts';
import { bigrams } from './bigrams.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import { plain } from './plain.ts';
import { isQuestion, withoutFraming, withoutTitles } from './question.ts';

/** The registry of analysers: one line a language. A character belongs to the first whose script has it. */
const ANALYSERS: readonly Analyser[] = [japanese, bigrams, english, plain];

/** The scripts that are written without spaces, as the inside of a regular expression's class. */
export const JOINED_SCRIPTS = ANALYSERS.filter(({ joined }) => joined)
  .map(({ script }) => script)
  .join('');

/** What belongs to no script by itself: digits, marks, punctuation. */
const NEUTRAL = '[^\\p{L}\\s]+';
/** The characters of an analyser, without those that belong to one before it: `α線` is Greek, and then Japanese. */
const SCRIPTS = ANALYSERS.map(({ script }, at) => {
  const taken = ANALYSERS.slice(0, at).map((before) => before.script);
  return taken.length === 0 ? `([${script}]+)` : `((?:(?![${taken.join('')}])[${script}])+)`;
}).join('|');
const RUN = new RegExp(`${SCRIPTS}|(${NEUTRAL})|(\\s+)`, 'gu');

interface Run {
  readonly analyser: Analyser;
  readonly text: string;
  readonly start: number;
}

/**
 * Cuts folded text into runs of one script. Digits and signs go with the letters before them, else with those
 * after them; blank space parts everything, so that a run is cut the same way wherever it stands.
 */
function runsOf(text: string): Run[] {
  const runs: { analyser: Analyser | null; start: number; end: number }[] = [];
  let parted = true;
  for (const match of text.matchAll(RUN)) {
    const index = match.slice(1).findIndex((group) => group !== undefined);
    const end = match.index + match[0].length;
    if (index > ANALYSERS.length) {
      parted = true;
      continue;
    }
    const analyser = ANALYSERS[index] ?? null;
    const last = parted ? undefined : runs.at(-1);
    parted = false;
    const alike =
      last &&
      (analyser === null
        ? last.analyser?.joined !== true
        : last.analyser === null || last.analyser === analyser);
    if (last && alike && !(analyser?.joined && last.analyser === null)) {
      last.analyser ??= analyser;
      last.end = end;
    } else runs.push({ analyser, start: match.index, end });
  }
  return runs.map(({ analyser, start, end }) => ({
    analyser: analyser ?? english,
    text: text.slice(start, end),
    start,
  }));
}

/** A word in folded text. */
interface Placed extends Word {
  readonly joined: boolean;
  /** As a segment keeps it. */
  readonly form: string;
}

/** What stands between blanks, and the words in it: most words of a language come again and again. */
const known = new Map<string, readonly Placed[]>();
const KNOWN_LIMIT = 20_000;
const KNOWN_LENGTH = 24;

function wordsIn(piece: string, begins?: ReadonlySet<number>): readonly Placed[] {
  if (isJapanese(piece))
    return japanese.words(piece, begins).map((word) => ({ ...word, joined: true, form: word.term }));
  const remembered = known.get(piece);
  if (remembered) return remembered;
  const short = piece.length <= KNOWN_LENGTH;
  const words: Placed[] = [];
  for (const { analyser, text, start: at } of runsOf(piece)) {
    const { joined } = analyser;
    for (const word of analyser.words(text, short ? undefined : begins))
      words.push({ ...word, joined, start: at + word.start, end: at + word.end, form: formOf(word) });
  }
  if (short) {
    if (known.size >= KNOWN_LIMIT) known.clear();
    known.set(piece, words);
  }
  return words;
}

/** By unit of folded text: blank space (or 、 and 。), a letter or digit of ASCII, kana and kanji that no other analyser could take. */
const [OTHER, GAP, PLAIN, JAPANESE] = [0, 1, 2, 3];
const SORTS = new Uint8Array(0x1_00_00).fill(OTHER);
for (const [sort, first, last] of [
  [GAP, 0x00, 0x20],
  [GAP, 0x30_01, 0x30_02],
  [PLAIN, 0x30, 0x39],
  [PLAIN, 0x61, 0x7a],
  [JAPANESE, 0x30_41, 0x30_96],
  [JAPANESE, 0x30_a1, 0x30_fa],
  [JAPANESE, 0x30_fc, 0x30_fc],
  [JAPANESE, 0x4e_00, 0x9f_ef],
] as const)
  SORTS.fill(sort, first, last + 1);

/** Whether folded text is kana and kanji alone. */
function isJapanese(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (SORTS[text.charCodeAt(at)] !== JAPANESE) return false;
  return text !== '';
}

/**
 * Tells of each word of folded text, and where what stands between the blanks (or 、 and 。) around it begins: its
 * places count from there.
 * @param begins what the words of interest begin with, as units of UTF-16: others may be passed over unread
 */
export function eachWord(
  folded: string,
  visit: (word: Placed, at: number) => void,
  begins?: ReadonlySet<number>,
): void {
  const { length } = folded;
  for (let at = 0; at < length; at++) {
    const start = at;
    let wanted = begins === undefined;
    let before = GAP;
    for (; at < length; at++) {
      const code = folded.charCodeAt(at);
      const sort = SORTS[code] as number;
      if (sort === GAP) break;
      // What is neither ASCII nor Japanese may be a letter with an accent, or stand for several.
      if (!wanted && !(sort === PLAIN && before === PLAIN))
        wanted = begins?.has(code) === true || (sort === OTHER && code > 0x7f);
      before = sort;
    }
    if (at > start && wanted) for (const word of wordsIn(folded.slice(start, at), begins)) visit(word, start);
  }
}

/** The words of a text as the index keeps them, with their places in the text as stored. */
export function analyse(original: string): Token[] {
  const folded = fold(original);
  const tokens: Token[] = [];
  eachWord(folded.text, ({ term, surface, start, end, joined }, at) => {
    tokens.push({
      term,
      surface,
      start: folded.startAt(at + start),
      end: folded.endAt(at + end - 1),
      joined,
    });
  });
  return tokens;
}

/** The words of a text alone, each as a segment keeps it. */
export function formsIn(original: string): string[] {
  const forms: string[] = [];
  eachWord(fold(original).text, ({ form }) => forms.push(form));
  return forms;
}

/** What was asked for last: to understand a query, its words are looked at several times. */
const asked = new Map<string, readonly Piece[]>();
const ASKED_LIMIT = 500;

/**
 * What to look for when a person asks for these words.
 * @param open they may still be typing the last word
 */
export function analyseQuery(words: string, open: boolean): readonly Piece[] {
  const key = `${open} ${words}`;
  let pieces = asked.get(key);
  if (!pieces) {
    pieces = piecesOf(words, open);
    if (asked.size >= ASKED_LIMIT) asked.clear();
    asked.set(key, pieces);
  }
  return pieces;
}

function piecesOf(words: string, open: boolean): readonly Piece[] {
  const { text } = fold(words);
  const runs = runsOf(text);
  const pieces = withoutTitles(
    runs.flatMap((run) => run.analyser.pieces(run.text, open && run.start + run.text.length === text.length)),
  );
  return isQuestion(text) ? withoutFraming(pieces) : pieces;
}
