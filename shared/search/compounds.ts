import { analyseQuery } from './analysis/analyse.ts';
import type { Named } from './concepts.ts';
import { conceptOf } from './names.ts';
import type { SearchIndex } from './search-index.ts';

const WORD = /(?<![\p{L}\p{N}'.-])\p{Script=Latin}+(?![\p{L}\p{N}'.-])/gu;
/** Letters that a part of a compound has at least, and a compound that is looked at in parts. */
const PART = 3;
const COMPOUND = 6;

/**
 * Words that others write as one, or in two (hand off, handoff; crowd workers, crowdworkers), as far as they stand
 * anywhere so. Hyphens are known to the index.
 */
export function compoundsNamed(text: string, index: SearchIndex): Named[] {
  const words = [...text.matchAll(WORD)];
  const found: Named[] = [];
  const add = (start: number, end: number, others: readonly string[]): void => {
    const typed = text.slice(start, end);
    for (const concept of conceptOf({}, [typed, ...others])) {
      const [, ...rest] = concept.terms;
      found.push({
        start,
        end,
        names: [
          {
            concept: { ...concept, name: { en: typed } },
            others: rest,
            closeness: 'words',
            called: null,
          },
        ],
      });
    }
  };
  let until = -1;
  for (const [at, { 0: word, index: start }] of words.entries()) {
    if (start < until) continue;
    const next = words[at + 1];
    const end = next ? next.index + next[0].length : start;
    const together = next && text.slice(start + word.length, next.index) === ' ' ? word + next[0] : null;
    if (together !== null && word.length + 1 >= PART && stands(together, index)) {
      add(start, end, [together]);
      until = end;
    } else if (word.length >= COMPOUND) {
      const parts = partings(word, index);
      if (parts.length > 0) add(start, start + word.length, parts);
    }
  }
  return found;
}

function stands(word: string, index: SearchIndex): boolean {
  return frequency(word, index) > 0;
}

function frequency(word: string, index: SearchIndex): number {
  const [piece] = analyseQuery(word, false);
  return piece ? index.frequency(piece.term) : 0;
}

/** Ways to write a word in two, both of which stand somewhere. */
function partings(word: string, index: SearchIndex): string[] {
  // The particles of two letters that verbs are written with.
  const parts: string[] = [];
  if (frequency(word, index) > RARE) return parts;
  for (let at = PART; at <= word.length - 2; at++) {
    const [one, other] = [word.slice(0, at), word.slice(at)];
    const particle = /^(?:up|on|in|off|out)$/.test(other);
    if (!particle && other.length < PART) continue;
    const rarer = Math.min(frequency(one, index), particle ? READ : frequency(other, index));
    if (rarer > 0 && rarer <= READ) parts.push(`${one} ${other}`);
  }
  return parts.slice(0, MOST);
}
const MOST = 3;
/** A word that stands in more texts than this is written so; texts that are read for its parts at most. */
const RARE = 10;
const READ = 500;
