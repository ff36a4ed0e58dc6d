import lunr from 'lunr';
import { formsIn } from './analysis/analyse.ts';
import { Dictionary } from './dictionary.ts';
import { type DocumentKey, FIELDS, type Field, type Fields } from './documents.ts';
import { surfaceOf } from './form.ts';
import { Segment } from './segment.ts';

/** The words of a document, each as a segment keeps it. */
export type Forms = Readonly<Record<Field, readonly string[]>>;

export function formsOf({ name, text, about }: Fields): Forms {
  return { name: formsIn(name), text: formsIn(text), about: formsIn(about) };
}

const WIDTH = FIELDS.length;
/** More often than this a word does not count in one field of a document. */
const MOST = 255;

/** What lunr's Builder has counted once documents were added, which its types leave out. */
interface OpenBuilder {
  readonly invertedIndex: Readonly<Record<string, { readonly _index: number }>>;
  readonly fieldTermFrequencies: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly fieldLengths: Readonly<Record<string, number>>;
}

/**
 * Takes in documents, whose words lunr counts, and makes a segment of them. What lunr's `build` would add (weights that
 * hold for this number of documents only) is worked out when a question is asked instead: a test holds the two together.
 */
export class SegmentBuilder {
  readonly #keys: DocumentKey[] = [];
  readonly #builder = new lunr.Builder();

  constructor() {
    this.#builder.ref('ref');
    for (const field of FIELDS) this.#builder.field(field);
    this.#builder.tokenizer = ((forms: unknown) => forms) as typeof lunr.tokenizer;
  }

  get size(): number {
    return this.#keys.length;
  }

  add(key: DocumentKey, forms: Forms): void {
    const document: Record<string, unknown> = { ref: this.#keys.length };
    for (const field of FIELDS) document[field] = forms[field];
    this.#builder.add(document);
    this.#keys.push(key);
  }

  /** Yields now and then. */
  *seal(): Generator<void, Segment> {
    const { invertedIndex, fieldTermFrequencies, fieldLengths } = this.#builder as unknown as OpenBuilder;
    const words = Object.keys(invertedIndex).sort();
    yield;
    const numberOf = new Uint32Array(words.length);
    for (const [number, word] of words.entries())
      numberOf[(invertedIndex[word] as { _index: number })._index] = number;
    yield;
    const size = this.#keys.length;
    const lengths = new Uint32Array(size * WIDTH);
    const from = new Uint32Array(words.length * WIDTH + 1);
    const lists: number[] = [];
    const counts: number[] = [];
    const ends = new Uint32Array(size);
    for (let document = 0; document < size; document++) {
      for (const [at, field] of FIELDS.entries()) {
        const ref = `${field}/${document}`;
        lengths[document * WIDTH + at] = fieldLengths[ref] ?? 0;
        const frequencies = fieldTermFrequencies[ref] ?? {};
        for (const form in frequencies) {
          const list = (numberOf[(invertedIndex[form] as { _index: number })._index] as number) * WIDTH + at;
          lists.push(list);
          counts.push(Math.min(MOST, frequencies[form] as number));
          from[list + 1] = (from[list + 1] as number) + 1;
        }
      }
      ends[document] = lists.length;
      if (document % 128 === 127) yield;
    }
    for (let list = 1; list < from.length; list++)
      from[list] = (from[list] as number) + (from[list - 1] as number);
    const postings = { documents: new Uint16Array(lists.length), counts: new Uint8Array(lists.length) };
    const next = from.slice();
    for (let document = 0, at = 0; document < size; document++) {
      for (; at < (ends[document] as number); at++) {
        const list = lists[at] as number;
        const place = next[list] as number;
        next[list] = place + 1;
        postings.documents[place] = document;
        postings.counts[place] = counts[at] as number;
      }
    }
    yield;
    const bySurface = surfaceOrder(words);
    return new Segment({
      keys: this.#keys,
      lengths,
      forms: Dictionary.of(words),
      bySurface,
      from,
      ...postings,
    });
  }
}

function surfaceOrder(forms: readonly string[]): Uint32Array {
  const surfaces = forms.map(surfaceOf);
  // They stand almost in order already, of which the sorting of plain arrays makes use.
  const order = Array.from(forms, (_, number) => number).sort((a, b) => {
    const one = surfaces[a] as string;
    const other = surfaces[b] as string;
    return one < other ? -1 : one > other ? 1 : a - b;
  });
  return Uint32Array.from(order);
}
