import lunr from 'lunr';
import { analyse } from './analysis/analyse.ts';
import type { Token } from './analysis/analyser.ts';
import { FIELDS, type Field, type Fields } from './documents.ts';

/** What a hit in a field is worth beside one in the text. */
const FIELD_BOOST: Readonly<Record<Field, number>> = { name: 1.6, text: 1, about: 0.35 };

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

/** One thing asked for: any of these terms meets it. */
export interface Group {
  readonly terms: readonly Wanted[];
}

/** A document that holds some of what was wanted. */
export interface Found {
  readonly ref: number;
  readonly score: number;
  /** How many of the groups it meets. */
  readonly met: number;
}

/** What lunr's Builder works out, part of which its types leave out. */
interface OpenBuilder {
  calculateAverageFieldLengths(): void;
  createTokenSet(): void;
  averageFieldLength: Record<string, number>;
  invertedIndex: Record<string, { readonly _index: number }>;
  fieldVectors: Record<string, { readonly elements: readonly number[] }>;
  tokenSet: lunr.TokenSet;
}

/**
 * A number of documents in one index that never changes. What rarity is worth is left out of it and comes with the
 * query (FACTS, idf-free segments): so documents can be added elsewhere without touching this one, and scores of
 * several segments are those of one index over all.
 *
 * lunr builds it; of what it built only each term's documents and weights are kept, side by side in plain arrays.
 * They are asked on every letter typed: going along them is what `lunr.Index.query` does (a test holds the two
 * together), some ten times faster and in a fraction of the room.
 */
export class Segment {
  readonly size: number;
  /** Documents of this segment that have not been replaced or removed since. */
  alive: number;
  readonly #refs: readonly number[];
  /** Where in the two arrays below the postings of a term begin; they end where the next one's begin. */
  readonly #numberOf: ReadonlyMap<string, number>;
  readonly #from: Uint32Array;
  readonly #documents: Uint32Array;
  readonly #weights: Float32Array;
  /** Every folded word, in order, and the terms it was reduced to: for beginnings of words. */
  readonly #surfaces: readonly string[];
  readonly #termsOfSurface: readonly (readonly string[])[];

  constructor(entries: readonly Entry[], average: AverageLengths) {
    this.size = entries.length;
    this.alive = entries.length;
    this.#refs = entries.map(({ ref }) => ref);
    const { invertedIndex, fieldVectors } = built(entries, average);

    const terms = Object.entries(invertedIndex);
    this.#numberOf = new Map(terms.map(([term, { _index }]) => [term, _index]));
    const postings: { documents: number[]; weights: number[] }[] = terms.map(() => ({
      documents: [],
      weights: [],
    }));
    for (const [document, ref] of this.#refs.entries()) {
      for (const field of FIELDS) {
        const elements = fieldVectors[`${field}/${ref}`]?.elements ?? [];
        for (let at = 0; at < elements.length; at += 2) {
          const { documents, weights } = postings[elements[at] as number] as (typeof postings)[number];
          const weight = elements[at + 1] as number;
          if (documents.at(-1) === document) weights[weights.length - 1] = (weights.at(-1) ?? 0) + weight;
          else {
            documents.push(document);
            weights.push(weight);
          }
        }
      }
    }
    this.#from = new Uint32Array(postings.length + 1);
    for (const [number, { documents }] of postings.entries())
      this.#from[number + 1] = (this.#from[number] ?? 0) + documents.length;
    this.#documents = new Uint32Array(this.#from.at(-1) ?? 0);
    this.#weights = new Float32Array(this.#from.at(-1) ?? 0);
    for (const [number, { documents, weights }] of postings.entries()) {
      this.#documents.set(documents, this.#from[number]);
      this.#weights.set(weights, this.#from[number]);
    }

    const bySurface = new Map<string, Set<string>>();
    for (const { tokens } of entries) {
      for (const { surface, term } of FIELDS.flatMap((field) => tokens[field])) {
        const known = bySurface.get(surface);
        if (known) known.add(term);
        else bySurface.set(surface, new Set([term]));
      }
    }
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

  /** Documents that meet any of the groups; replaced and removed ones included, in no order. */
  find(groups: readonly Group[]): Found[] {
    const scores = new Float64Array(this.size);
    const met = new Uint16Array(this.size);
    /** The last group that each document met, counting from 1. */
    const seen = new Uint16Array(this.size);
    for (const [index, { terms }] of groups.entries()) {
      for (const { term, boost } of terms) {
        const number = this.#numberOf.get(term);
        if (number === undefined) continue;
        const end = this.#from[number + 1] as number;
        for (let at = this.#from[number] as number; at < end; at++) {
          const document = this.#documents[at] as number;
          scores[document] = (scores[document] as number) + boost * (this.#weights[at] as number);
          if (seen[document] === index + 1) continue;
          seen[document] = index + 1;
          met[document] = (met[document] as number) + 1;
        }
      }
    }
    const found: Found[] = [];
    for (const [document, count] of met.entries()) {
      if (count > 0)
        found.push({ ref: this.#refs[document] as number, score: scores[document] as number, met: count });
    }
    return found;
  }
}

/** What lunr makes of the documents, their words having been cut already. */
function built(entries: readonly Entry[], average: AverageLengths): OpenBuilder {
  const builder = new lunr.Builder();
  builder.ref('ref');
  for (const field of FIELDS) builder.field(field, { boost: FIELD_BOOST[field] });
  builder.tokenizer = ((terms: unknown) => terms) as typeof lunr.tokenizer;
  const open = builder as unknown as OpenBuilder;
  open.calculateAverageFieldLengths = () => {
    open.averageFieldLength = { ...average };
  };
  // For lunr's own lookup of terms, which nobody uses here.
  open.createTokenSet = () => {
    open.tokenSet = new lunr.TokenSet();
  };
  for (const { ref, tokens } of entries) {
    const terms = (field: Field) => tokens[field].map(({ term }) => term);
    builder.add({ ref, name: terms('name'), text: terms('text'), about: terms('about') });
  }
  withoutIdf(() => builder.build());
  return open;
}

/** lunr weighs every term of a segment alike while `build` runs. */
function withoutIdf(build: () => void): void {
  const library = lunr as unknown as { idf: (posting: object, count: number) => number };
  const { idf } = library;
  library.idf = () => 1;
  try {
    build();
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
