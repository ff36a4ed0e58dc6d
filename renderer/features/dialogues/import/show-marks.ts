import type { SourceLine } from '#shared/transcript/result.ts';
import { type Marks, wordsAfter } from '#shared/transcript/taught.ts';
import { observable } from '../../../platform/observable.ts';

/** Words of a line; offsets are UTF-16. */
export interface Selection {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** A line in which a person marked who speaks. */
export interface ShownLine {
  readonly line: number;
  readonly nameFrom: number;
  readonly nameTo: number;
  /** Where the words begin; null = on the next line. */
  readonly wordsFrom: number | null;
}

/** What a person marked in the original. */
export interface Marking {
  readonly selection: Selection | null;
  readonly shown: readonly ShownLine[];
  /** Lines that are nobody's beginning. */
  readonly nobody: readonly number[];
}

export const NO_MARKS: Marking = { selection: null, shown: [], nobody: [] };

/** Whether the original is open for marking. */
export const isShowing = observable(false);
/** Kept when the marking is left, until another file is shown. */
export const marking = observable<Marking>(NO_MARKS);

/** The selected words are the name of who speaks in their line; the words probably begin behind what follows it. */
export function markSpeaker(now: Marking, text: string): Marking {
  const { selection } = now;
  if (!selection || text.slice(selection.from, selection.to).trim() === '') return now;
  const { line, from, to } = selection;
  const one = { line, nameFrom: from, nameTo: to, wordsFrom: wordsAfter(text, to) };
  return { ...without(now, line), shown: [...now.shown.filter((other) => other.line !== line), one] };
}

/** The selected line begins nobody's turn. */
export function markNobody(now: Marking): Marking {
  const line = now.selection?.line;
  if (line === undefined) return now;
  return { ...without(now, line), nobody: [...now.nobody.filter((one) => one !== line), line] };
}

/** In a line that is marked, the words begin where the selection does; null = on the next line. */
export function markWords(now: Marking, line: number, from: number | null): Marking {
  return {
    ...now,
    shown: now.shown.map((one) => (one.line === line ? { ...one, wordsFrom: from } : one)),
  };
}

/** A line that is not marked any more. */
export function without(now: Marking, line: number): Marking {
  return {
    ...now,
    shown: now.shown.filter((one) => one.line !== line),
    nobody: now.nobody.filter((one) => one !== line),
  };
}

/** Whether the words could begin at the selection: in a marked line, behind the name. */
export function mayBeginWords({ selection, shown }: Marking): boolean {
  const one = shown.find(({ line }) => line === selection?.line);
  return one !== undefined && selection !== null && selection.from >= one.nameTo;
}

const WORDS =
  /[\p{Script=Han}々〆ヶ]+|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}+|[\p{L}\p{M}\p{N}@_]+(?:[.'’-][\p{L}\p{M}\p{N}_]+)*/gu;

function wordsIn(text: string): { from: number; to: number }[] {
  return [...text.matchAll(WORDS)].map(({ index, 0: word }) => ({ from: index, to: index + word.length }));
}

/** The word at an offset, else the first of the line. */
export function wordAt({ number, text }: SourceLine, at = 0): Selection | null {
  const words = wordsIn(text);
  const found = words.find(({ from, to }) => from <= at && at <= to) ?? words.find(({ from }) => from >= at);
  const word = found ?? words.at(-1);
  return word ? { line: number, ...word } : null;
}

/** The next word, or the one before. `wider`: the selection's end moves, and its beginning stays. */
export function walked(selection: Selection, text: string, by: 1 | -1, wider: boolean): Selection {
  const words = wordsIn(text);
  const last = words.findLastIndex(({ from }) => from < selection.to);
  const first = words.findIndex(({ to }) => to > selection.from);
  if (wider) {
    const end = words[Math.max(first, Math.min(words.length - 1, last + by))];
    return end ? { ...selection, to: end.to } : selection;
  }
  const next = words[Math.max(0, Math.min(words.length - 1, (by > 0 ? last : first) + by))];
  return next ? { line: selection.line, ...next } : selection;
}

/** The marks with the words of their lines. */
export function marksOf({ shown, nobody }: Marking, textOf: (line: number) => string | undefined): Marks {
  return {
    shown: shown.flatMap(({ line, ...one }) => {
      const text = textOf(line);
      return text === undefined ? [] : [{ text, ...one }];
    }),
    nobody: nobody.flatMap((line) => textOf(line) ?? []),
  };
}
