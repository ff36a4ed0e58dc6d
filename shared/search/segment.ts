import lunr from 'lunr';
import { analyse } from './analysis/analyse.ts';
import type { Token } from './analysis/analyser.ts';
import { FIELDS, type Field, type Fields } from './documents.ts';

/** What a hit in a field is worth beside one in the text. */
const FIELD_BOOST: Readonly<Record<Field, number>> = { name: 1.6, text: 1, about: 0.5 };

/** Words in a field, on average over all documents: the figure that makes scores of segments comparable. */
export type AverageLengths = Readonly<Record<Field, number>>;

/** A document as a segment takes it in: its number there, and its words. */
export interface Entry {
  readonly ref: number;
  readonly tokens: Readonly<Record<Field, readonly Token[]>>;
}

export function tokensOf(fields: Fields): Record<Field, Token[]> {
  return { name: analyse(fields.name), text: analyse(fields.text), about: analyse(fields.about) };
}

/** A term to look for and what it is worth. */
export interface Wanted {
  readonly term: string;
  readonly boost: number;
}

/** A document that holds some of what was wanted. */
export interface Found {
  readonly ref: number;
  readonly score: number;
  readonly terms: readonly string[];
}

/** The part of lunr's Builder that its types leave out. */
interface OpenBuilder {
  calculateAverageFieldLengths(): void;
  averageFieldLength: Record<string, number>;
  invertedIndex: Record<string, unknown>;
}

/**
 * A number of documents in one lunr index that never changes. What rarity is worth is left out of it and comes with
 * the query (FACTS, idf-free segments): so documents can be added elsewhere without touching this one, and scores of
 * several segments are those of one index over all.
 */
export class Segment {
  readonly size: number;
  /** Documents of this segment that have not been replaced or removed since. */
  alive: number;
  readonly #index: lunr.Index;
  readonly #terms: ReadonlySet<string>;
  /** Every folded word, in order, and the terms it was reduced to: for beginnings of words. */
  readonly #surfaces: readonly string[];
  readonly #termsOfSurface: readonly (readonly string[])[];

  constructor(entries: readonly Entry[], average: AverageLengths) {
    this.size = entries.length;
    this.alive = entries.length;
    const builder = new lunr.Builder();
    builder.ref('ref');
    for (const field of FIELDS) builder.field(field, { boost: FIELD_BOOST[field] });
    // The documents come as words already.
    builder.tokenizer = ((words: unknown) => words) as typeof lunr.tokenizer;
    const open = builder as unknown as OpenBuilder;
    open.calculateAverageFieldLengths = () => {
      open.averageFieldLength = { ...average };
    };
    const bySurface = new Map<string, Set<string>>();
    for (const { ref, tokens } of entries) {
      const words: Record<string, unknown> = { ref };
      for (const field of FIELDS) {
        words[field] = tokens[field].map(({ term, surface }) => {
          const terms = bySurface.get(surface);
          if (terms) terms.add(term);
          else bySurface.set(surface, new Set([term]));
          return term;
        });
      }
      builder.add(words);
    }
    this.#terms = new Set(Object.keys(open.invertedIndex));
    this.#index = withoutIdf(() => builder.build());
    this.#surfaces = [...bySurface.keys()].sort();
    this.#termsOfSurface = this.#surfaces.map((surface) => [...(bySurface.get(surface) ?? [])]);
  }

  /** Terms of the words that begin so. */
  *beginningWith(prefix: string): Generator<string> {
    for (let at = firstFrom(this.#surfaces, prefix); at < this.#surfaces.length; at++) {
      if (!this.#surfaces[at]?.startsWith(prefix)) return;
      yield* this.#termsOfSurface[at] ?? [];
    }
  }

  /** Documents that hold any of the terms; replaced and removed ones included, in no order. */
  find(wanted: readonly Wanted[]): Found[] {
    const here = wanted.filter(({ term }) => this.#terms.has(term));
    if (here.length === 0) return [];
    const results = this.#index.query((query) => {
      for (const { term, boost } of here) query.term(term, { boost, usePipeline: false });
    });
    // lunr divides by the length of the query's vector, which is another one in each segment.
    const magnitude = Math.hypot(...here.map(({ boost }) => boost));
    return results.map(({ ref, score, matchData }) => ({
      ref: Number(ref),
      score: score * magnitude,
      terms: Object.keys(matchData.metadata),
    }));
  }
}

/** lunr weighs every term of a segment alike while `build` runs. */
function withoutIdf<R>(build: () => R): R {
  const library = lunr as unknown as { idf: (posting: object, count: number) => number };
  const { idf } = library;
  library.idf = () => 1;
  try {
    return build();
  } finally {
    library.idf = idf;
  }
}

/** Position of the first of the sorted words that does not come before `word`. */
function firstFrom(sorted: readonly string[], word: string): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as string) < word) from = middle + 1;
    else to = middle;
  }
  return from;
}
