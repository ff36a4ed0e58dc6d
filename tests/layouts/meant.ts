/** What a reading of a generated text should find. */
import type { Language, Person } from './people.ts';
import type { Sentence } from './sentences.ts';
import type { StyleName } from './styles.ts';

/** A sentence of the text, and who says it. */
export interface Meant {
  /** Stands nowhere else in the text, once blanks are left out. */
  readonly marker: string;
  /** The sentence, for reading. */
  readonly text: string;
  /** Index of a person of the cast; null for words of the page. */
  readonly person: number | null;
  /** The line where its turn, or its part of the page, begins, and the line where it stands. */
  readonly from: number;
  readonly line: number;
}

/** A text, how it was made, and what a reading should find in it. */
export interface GeneratedText {
  readonly seed: number;
  readonly name: string;
  readonly text: string;
  readonly style: StyleName;
  readonly language: Language;
  /** `style:colon`, `noise:bom`, …: all that is known of how it was made. */
  readonly kinds: readonly string[];
  /** All whom the text names, also those who say nothing. */
  readonly people: readonly Person[];
  /** People whom the text may leave without a name: words of theirs may have no speaker. */
  readonly unnamed: ReadonlySet<number>;
  readonly meant: readonly Meant[];
}

/** A text without blanks, in which markers are looked for. */
export function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Finds the lines of the sentences; a marker that is not there once alone is a fault of the generator. */
export function locate(
  lines: readonly string[],
  pieces: readonly { sentence: Sentence; person: number | null; from: number }[],
): Meant[] {
  const starts: number[] = [];
  let all = '';
  for (const line of lines) {
    starts.push(all.length);
    all += squeezed(line);
  }
  return pieces.map(({ sentence: { text, marker }, person, from }) => {
    const first = starts[from - 1] ?? 0;
    const at = all.indexOf(marker, first);
    if (at < 0) throw new Error(`"${marker}" is not in the text: ${text}`);
    let line = from;
    while (line < starts.length && (starts[line] ?? 0) <= at) line++;
    return { marker, text, person, from, line };
  });
}
