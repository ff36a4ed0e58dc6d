import type { IdOf } from '../model/id.ts';
import { replaceNames } from './disclosure.ts';
import type { NameFound } from './find-names.ts';
import type { NameKind } from './name-forms.ts';

/** What kind of place in an output a text stands in. */
export const LEAK_PLACES = ['title', 'heading', 'quote', 'text', 'table', 'property', 'file-name'] as const;
export type LeakPlace = (typeof LEAK_PLACES)[number];

/** Where in the workspace the words of a leak come from, so that they can be gone to. */
export type LeakSource =
  | {
      readonly kind: 'passage';
      readonly dialogueId: IdOf<'dialogues'>;
      readonly turnId: IdOf<'turns'>;
      readonly passageId: IdOf<'passages'>;
    }
  | { readonly kind: 'turn'; readonly dialogueId: IdOf<'dialogues'>; readonly turnId: IdOf<'turns'> }
  | { readonly kind: 'dialogue'; readonly dialogueId: IdOf<'dialogues'> }
  | { readonly kind: 'advice'; readonly adviceId: IdOf<'advice'> };

/** A name that is left in what is about to leave the office though a policy does not let it be told, or what may be one. */
export interface Leak {
  /** The same place and words have the same id when the output is made again. */
  readonly id: string;
  readonly place: LeakPlace;
  /** What the place is part of, e.g. the title of a report's section; empty = nothing more to say. */
  readonly part: string;
  readonly source: LeakSource | null;
  readonly name: string;
  readonly of: NameKind;
  /** False where the word may be no name: for a person to say. */
  readonly sure: boolean;
  readonly before: string;
  readonly after: string;
}

/** What is done about a leak: the words that hold it are left out, the name is replaced, or it is told all the same. */
export const LEAK_CHOICES = ['withhold', 'leave-out', 'tell'] as const;
export type LeakChoice = (typeof LEAK_CHOICES)[number];
export type LeakChoices = Readonly<Record<string, LeakChoice>>;

/** A text of an output, and whose names it may not hold. */
export interface TextPlace {
  /** Tells the text apart from all others of the output. */
  readonly id: string;
  readonly place: LeakPlace;
  readonly part: string;
  readonly source: LeakSource | null;
}

/** Characters shown on either side of a name. */
const AROUND = 40;

/** The leaks of one text. */
export function leaksOfText(text: string, names: readonly NameFound[], where: TextPlace): Leak[] {
  return names.map(({ start, end, kind, sure }) => {
    const name = text.slice(start, end);
    return {
      id: `${where.id}@${start}:${name}`,
      place: where.place,
      part: where.part,
      source: where.source,
      name,
      of: kind,
      sure,
      before: `${start > AROUND ? '…' : ''}${whole(text.slice(Math.max(0, start - AROUND), start))}`,
      after: `${whole(text.slice(end, end + AROUND))}${end + AROUND < text.length ? '…' : ''}`,
    };
  });
}

/**
 * A text with the choices carried out; null = it is to be left out. Names that nobody chose about stay: `undecided`
 * has to be empty before an output is made.
 */
export function settledText(
  text: string,
  names: readonly NameFound[],
  leaks: readonly Leak[],
  choices: LeakChoices,
  placeholder: string,
): string | null {
  const chosen = leaks.map(({ id }) => choices[id]);
  if (chosen.includes('leave-out')) return null;
  return replaceNames(
    text,
    names.filter((_, index) => chosen[index] === 'withhold'),
    placeholder,
  ).text;
}

export function undecided(leaks: readonly Leak[], choices: LeakChoices): Leak[] {
  return leaks.filter(({ id }) => choices[id] === undefined);
}

/** Without halves of characters at its ends, on one line. */
function whole(text: string): string {
  return text
    .replace(/^[\uDC00-\uDFFF]/, '')
    .replace(/[\uD800-\uDBFF]$/, '')
    .replaceAll(/\s+/g, ' ');
}
