/** What the people of a text may be called by those who write of them, and what telling of them means. */
import { labelsOf } from './captions.ts';
import { labelKey } from './labels.ts';
import { splitLabel } from './roles.ts';
import { hasJapanese, startsJapanese } from './scripts.ts';

/** What the people of a text are called, by `labelKey`. */
export interface Callings {
  readonly names: ReadonlySet<string>;
  /** How their Japanese names begin: surnames, where nothing parts them from what follows. */
  readonly beginnings: ReadonlySet<string>;
}

/** Of whom a paragraph tells. */
export interface WhoIsTold {
  /** As printed. */
  readonly name: string;
  /** Somebody whom the text names elsewhere, and no word that may be something else (`Hope lost …`). */
  readonly isKnown: boolean;
}

/** A paragraph that tells of somebody. */
export interface Told extends WhoIsTold {
  /** How a Japanese verb is put, 質問があった or 質問がありました; null in a language that has no such forms. */
  readonly register: 'plain' | 'polite' | null;
}

/** A name where one stands. */
export interface NameAt extends WhoIsTold {
  readonly to: number;
}

/** Names are hardly longer than this. UTF-16 units. */
export const LONGEST_NAME = 40;

/** All forms that people with these labels or names may be called by; two people may share one. */
export function callingsOf(people: Iterable<string>): Callings {
  const names = new Set<string>();
  const beginnings = new Set<string>();
  for (const one of new Set(people)) {
    const { name, role } = splitLabel(one);
    const bare = name === '' ? role : name;
    // `高橋 絹、柚木大学`: a surname alone, whatever else the label says.
    const pieces = hasJapanese(bare) ? bare.split(/[ \u3000、,（(・]+/u).filter((piece) => piece !== '') : [];
    const words = bare.split(' ');
    const ends = words.map((_, at) => words.slice(at).join(' '));
    for (const form of [
      one,
      bare,
      ...labelsOf(bare),
      ...pieces.filter(({ length }) => length > 1),
      ...ends,
    ]) {
      const key = labelKey(form);
      if (/\p{L}/u.test(key)) names.add(key);
    }
    for (const piece of [bare, ...pieces])
      if (startsJapanese(piece))
        for (let to = 1; to <= Math.min(6, piece.length); to++) beginnings.add(piece.slice(0, to));
  }
  return { names, beginnings };
}
