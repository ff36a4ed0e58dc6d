import { fold } from '../../fold/fold.ts';
import type { Analyser, Piece, Token } from './analyser.ts';
import { bigrams } from './bigrams.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import { plain } from './plain.ts';
import { isQuestion, withoutFraming } from './question.ts';

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

/** The words of a text as the index keeps them, with their places in the text as stored. */
export function analyse(original: string): Token[] {
  const folded = fold(original);
  const tokens: Token[] = [];
  // Most text is of one alphabet only, whose words are the same however it is parted.
  const runs = ASCII.test(folded.text)
    ? [{ analyser: english, text: folded.text, start: 0 }]
    : runsOf(folded.text);
  for (const { analyser, text, start: at } of runs) {
    for (const { term, surface, start, end } of analyser.words(text))
      tokens.push({
        term,
        surface,
        start: folded.startAt(at + start),
        end: folded.endAt(at + end - 1),
        joined: analyser.joined,
      });
  }
  return tokens;
}
const ASCII = /^[\x00-\x7F]*$/;

/**
 * What to look for when a person asks for these words.
 * @param open they may still be typing the last word
 */
export function analyseQuery(words: string, open: boolean): Piece[] {
  const { text } = fold(words);
  const runs = runsOf(text);
  const pieces = runs.flatMap((run) =>
    run.analyser.pieces(run.text, open && run.start + run.text.length === text.length),
  );
  return isQuestion(text) ? withoutFraming(pieces) : pieces;
}
