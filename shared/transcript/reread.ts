/** What reading a text again, by another layout, changes; and which kept layouts explain a text better than a reader. */
import type { KeptLayout } from '../model/taught-layout.ts';
import { NOBODY } from './judge.ts';
import { labelKey } from './labels.ts';
import { likelyName } from './likely-name.ts';
import type { ReadBlock, ReadResult } from './result.ts';
import { startsBy } from './taught.ts';

/** A line that somebody else says in the other reading. */
export interface ChangedLine {
  /** As `SourceLine.number`. */
  readonly line: number;
  readonly text: string;
  /** Null = nobody. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What a second reading changes, in numbers that a person understands. */
export interface Changes {
  readonly turns: { readonly before: number; readonly after: number };
  readonly people: {
    readonly after: number;
    readonly added: readonly string[];
    readonly removed: readonly string[];
  };
  /** How many lines somebody else says. */
  readonly lines: number;
  /** The first of them, where the speaker changes: lines behind one another that change alike are one. */
  readonly first: readonly ChangedLine[];
}

/** So many changed places are told one by one. */
const FIRST = 12;

/** What a re-reading changes. */
export function changes(before: ReadResult, after: ReadResult): Changes {
  const names = (result: ReadResult) => new Set(result.participants.map(({ name }) => name));
  const [had, has] = [names(before), names(after)];
  const [was, is] = [speakersByLine(before), speakersByLine(after)];
  const first: ChangedLine[] = [];
  let lines = 0;
  let last: ChangedLine | null = null;
  for (const { number, text } of after.source) {
    const one = { line: number, text, before: was.get(number) ?? null, after: is.get(number) ?? null };
    if (one.before === one.after) {
      last = null;
      continue;
    }
    lines++;
    const goesOn = last?.before === one.before && last.after === one.after;
    if (!goesOn && first.length < FIRST) first.push(one);
    last = one;
  }
  return {
    turns: { before: turnsOf(before.blocks), after: turnsOf(after.blocks) },
    people: {
      after: has.size,
      added: [...has].filter((name) => !had.has(name)),
      removed: [...had].filter((name) => !has.has(name)),
    },
    lines,
    first,
  };
}

function turnsOf(blocks: readonly ReadBlock[]): number {
  return blocks.filter(({ kind, speaker }) => kind === 'speech' && speaker !== null).length;
}

function speakersByLine({ blocks, participants }: ReadResult): Map<number, string> {
  const names = new Map(participants.map(({ label, name }) => [label, name]));
  const speakers = new Map<number, string>();
  for (const { lines, speaker } of blocks) {
    if (!lines || speaker === null) continue;
    for (let number = lines.from; number <= lines.to; number++)
      speakers.set(number, names.get(speaker) ?? speaker);
  }
  return speakers;
}

/** A kept layout by which a text could be read. */
export interface Offer {
  readonly kept: KeptLayout;
  readonly turns: number;
  readonly people: number;
}

/** A kept layout must find so many turns; one or two may be chance. */
const LEAST = 3;

/** The kept layouts that find clearly more in a text than its reading does, the best first. */
export function offersFor(result: ReadResult, kept: readonly KeptLayout[]): Offer[] {
  const begun = new Set(result.source.filter(({ role }) => role === 'label').map(({ number }) => number));
  const speakers = speakersByLine(result);
  const read = weightOf([...begun].map((number) => speakers.get(number) ?? null));
  return kept
    .map((one): Offer & { weight: number; isSame: boolean } => {
      const starts = startsBy(one.layouts, result.source);
      const labels = [...starts.values()].map(({ label }) => label);
      return {
        kept: one,
        turns: starts.size,
        people: new Set(labels.map(labelKey)).size,
        weight: weightOf(labels),
        isSame: starts.size === begun.size && [...starts.keys()].every(({ number }) => begun.has(number)),
      };
    })
    .filter(
      ({ turns, people, weight, isSame }) =>
        !isSame && turns >= LEAST && people >= 2 && weight > read * 1.1 + 1,
    )
    .sort((a, b) => b.weight - a.weight)
    .map(({ kept: one, turns, people }) => ({ kept: one, turns, people }));
}

/** What beginnings of turns are worth: words that are nobody count against them. */
function weightOf(labels: readonly (string | null)[]): number {
  const likely = new Map<string, number>();
  return labels.reduce((sum, label) => {
    if (label === null) return sum;
    const worth = likely.get(label) ?? (likelyName(label) < NOBODY ? -1 : 1);
    likely.set(label, worth);
    return sum + worth;
  }, 0);
}
