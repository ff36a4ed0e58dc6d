import { Dictionary } from './dictionary.ts';
import { type DocumentKey, FIELDS } from './documents.ts';
import { surfaceOf } from './form.ts';
import { Segment } from './segment.ts';

const WIDTH = FIELDS.length;

/** Forms and postings handled between two breaths while segments are put together. */
const BREATH = 20_000;

/**
 * Puts segments together, without what is dead in them, from their postings alone: no text is read. Yields now and
 * then; meanwhile the segments go on answering.
 * @returns the new segment, in which nothing is listened to yet, and by part what its documents are there (-1 = left out)
 */
export function* merged(
  parts: readonly Segment[],
): Generator<void, { segment: Segment; placeOf: readonly Int32Array[] }> {
  const keys: DocumentKey[] = [];
  const lengths: number[] = [];
  const placeOf = parts.map((part) => {
    const places = new Int32Array(part.size).fill(-1);
    for (const [document, key] of part.data.keys.entries()) {
      if (!part.isAlive(document)) continue;
      places[document] = keys.length;
      keys.push(key);
      for (let field = 0; field < WIDTH; field++) lengths.push(part.length(document, field));
    }
    return places;
  });
  yield;

  const room = parts.reduce((sum, { data }) => sum + data.documents.length, 0);
  const documents = new Uint16Array(room);
  const counts = new Uint8Array(room);
  const from: number[] = [0];
  const words: string[] = [];
  const formOfPart = parts.map(({ data }) => new Uint32Array(data.forms.size));
  let filled = 0;
  let work = 0;
  for (const { word, members } of inStep(
    parts.map(({ data }) => [data.forms.size, (at) => data.forms.at(at)]),
  )) {
    const before = filled;
    for (let field = 0; field < WIDTH; field++) {
      for (const { part, at } of members) {
        const { data } = parts[part] as Segment;
        const places = placeOf[part] as Int32Array;
        const list = at * WIDTH + field;
        const end = data.from[list + 1] as number;
        for (let posting = data.from[list] as number; posting < end; posting++) {
          const place = places[data.documents[posting] as number] as number;
          if (place < 0) continue;
          documents[filled] = place;
          counts[filled++] = data.counts[posting] as number;
        }
      }
      from.push(filled);
    }
    if (filled === before) from.length -= WIDTH;
    else words.push(word);
    for (const { part, at } of members)
      (formOfPart[part] as Uint32Array)[at] = filled === before ? GONE : words.length - 1;
    work += 10 + filled - before;
    if (work > BREATH) {
      work = 0;
      yield;
    }
  }
  yield;

  const bySurface = new Uint32Array(words.length);
  let ordered = 0;
  const surfaces = parts.map(({ data }): [number, (at: number) => string] => [
    data.bySurface.length,
    (at) => surfaceOf(data.forms.at(data.bySurface[at] as number)),
  ]);
  for (const { members } of inStep(surfaces)) {
    const numbers = new Set<number>();
    for (const { part, at } of members) {
      const { data } = parts[part] as Segment;
      const number = (formOfPart[part] as Uint32Array)[data.bySurface[at] as number] as number;
      if (number !== GONE) numbers.add(number);
    }
    for (const number of [...numbers].sort((a, b) => a - b)) bySurface[ordered++] = number;
    work += 10;
    if (work > BREATH) {
      work = 0;
      yield;
    }
  }
  const segment = new Segment({
    keys,
    lengths: Uint32Array.from(lengths),
    forms: Dictionary.of(words),
    bySurface,
    from: Uint32Array.from(from),
    documents: documents.slice(0, filled),
    counts: counts.slice(0, filled),
  });
  return { segment, placeOf };
}
const GONE = 0xff_ff_ff_ff;

interface Step {
  readonly word: string;
  /** Where it stands, part by part; more than once in a part where the part has it more than once. */
  readonly members: readonly { readonly part: number; readonly at: number }[];
}

/** Goes through several sorted lists at once, word by word. */
function* inStep(lists: readonly [size: number, at: (index: number) => string][]): Generator<Step> {
  const next = lists.map(() => 0);
  const heads = lists.map(([size, at]) => (size > 0 ? at(0) : null));
  for (;;) {
    let word: string | null = null;
    for (const head of heads) if (head !== null && (word === null || head < word)) word = head;
    if (word === null) return;
    const members: { part: number; at: number }[] = [];
    for (const [part, [size, at]] of lists.entries()) {
      while (heads[part] === word) {
        const here = next[part] as number;
        members.push({ part, at: here });
        next[part] = here + 1;
        heads[part] = here + 1 < size ? at(here + 1) : null;
      }
    }
    yield { word, members };
  }
}
