import { DOCUMENT_KINDS } from './documents.ts';
import { type FacetNames, languageOf } from './facet-names.ts';
import type { Facts } from './facts.ts';
import { chosenTest } from './filters.ts';
import { type Chosen, FACET_LIMIT, FACETS, type Facet, type FacetValue } from './request.ts';
import type { SearchRows } from './rows.ts';
import { leastOfBest } from './top.ts';

/** Candidates counted between two breaths. */
const BREATH = 4_096;

/** How often each value of each facet occurs, and what fits all that was chosen. */
export interface Narrowed {
  /** Numbers of the documents that fit everything chosen. */
  readonly fitting: readonly number[];
  /** How many fit, by kind, whatever kinds were chosen; in the order of `DOCUMENT_KINDS`. */
  readonly kinds: readonly number[];
  readonly facets: Readonly<Record<Facet, readonly FacetValue[]>>;
  readonly facetTotals: Readonly<Record<Facet, number>>;
}

/**
 * Narrows by what was chosen, and counts what there is to choose from: each facet among the documents that fit the
 * choices in all the others, so that a count says what choosing the value would list. Yields now and then.
 */
export function* narrow(
  numbers: readonly number[],
  chosen: Chosen,
  language: string,
  rows: SearchRows,
  facts: Facts,
): Generator<void, Narrowed> {
  const { fitting, missing } = yield* fittingBut(numbers, chosen, rows, facts);
  /** Slots of all that fit, and what misses the choice in this facet alone besides. */
  const counted = (facet: Facet, slots: ArrayLike<number>, size: number, all?: Uint32Array): Uint32Array => {
    const more = missing.get(facet);
    const counts = all ?? countSlots(fitting, slots, new Uint32Array(size));
    return more ? countSlots(more, slots, counts.slice()) : counts;
  };
  const kinds = counted('kind', facts.kind, DOCUMENT_KINDS.length);
  yield;
  const { ids } = facts.dialogues;
  // A dialogue decides three facets.
  const inDialogues = countSlots(fitting, facts.dialogue, new Uint32Array(ids.length));
  const byDialogue = (facet: Facet, nameOf: (id: string) => string) => {
    const summed = new Map<string, number>();
    each(counted(facet, facts.dialogue, ids.length, inDialogues), (slot, count) => {
      const value = nameOf(ids[slot] ?? '');
      if (value !== '') add(summed, value, count);
    });
    return summed;
  };
  yield;
  const speakers = countSpeakers([fitting, missing.get('speaker') ?? []], facts);
  yield;
  const issues = countIssues([fitting, missing.get('issue') ?? []], facts);
  yield;
  const values: Record<Facet, ReadonlyMap<string, number>> = {
    kind: new Map(
      DOCUMENT_KINDS.map((kind, at) => [kind, kinds[at] as number] as const).filter(([, n]) => n > 0),
    ),
    dialogue: byDialogue('dialogue', (id) => id),
    speaker: speakers,
    issue: issues,
    year: byDialogue('year', (id) => String(rows.get('dialogues', id)?.fiscalYear ?? '')),
    lang: byDialogue('lang', (id) => languageOf(rows.get('dialogues', id)?.language ?? '')),
  };
  const names = facts.namesIn(language);
  const facets = {} as Record<Facet, FacetValue[]>;
  const facetTotals = {} as Record<Facet, number>;
  for (const facet of FACETS) {
    const wanted = new Set(chosen[facet] ?? []);
    // What was chosen stays to be seen, and to be taken back, though nothing has it any more.
    const counts = new Map(values[facet]);
    for (const value of wanted) if (!counts.has(value)) counts.set(value, 0);
    facets[facet] = listed(facet, counts, wanted, names);
    facetTotals[facet] = counts.size;
  }
  return { fitting, kinds: [...kinds], facets, facetTotals };
}

/** What fits all that was chosen, and by facet what misses the choice in that one alone. */
function* fittingBut(
  numbers: readonly number[],
  chosen: Chosen,
  rows: SearchRows,
  facts: Facts,
): Generator<void, { fitting: readonly number[]; missing: ReadonlyMap<Facet, readonly number[]> }> {
  const missing = new Map<Facet, number[]>();
  const active = FACETS.flatMap((facet) => {
    const test = chosenTest(facet, chosen, rows, facts);
    if (test) missing.set(facet, []);
    return test ? [{ facet, test }] : [];
  });
  if (active.length === 0) return { fitting: numbers, missing };
  const fitting: number[] = [];
  let seen = 0;
  for (const number of numbers) {
    if (++seen % BREATH === 0) yield;
    let missed: Facet | null = null;
    let misses = 0;
    for (const { facet, test } of active) {
      if (test(number)) continue;
      missed = facet;
      if (++misses > 1) break;
    }
    if (missed === null) fitting.push(number);
    else if (misses === 1) missing.get(missed)?.push(number);
  }
  return { fitting, missing };
}

/** Counts by slot; what has none, or several, is passed over. */
function countSlots(numbers: readonly number[], slots: ArrayLike<number>, counts: Uint32Array): Uint32Array {
  for (let at = 0; at < numbers.length; at++) {
    const slot = slots[numbers[at] as number] as number;
    if (slot >= 0) counts[slot] = (counts[slot] as number) + 1;
  }
  return counts;
}

const PERSON = DOCUMENT_KINDS.indexOf('person');

/** By who said it: across dialogues one and the same. */
function countSpeakers(lists: readonly (readonly number[])[], facts: Facts): Map<string, number> {
  const speakers = new Map<string, number>();
  const { one } = facts.participant;
  const participants = new Uint32Array(facts.participants.ids.length);
  for (const numbers of lists) {
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] as number;
      const slot = one[number] as number;
      if (facts.kind[number] === PERSON) add(speakers, facts.idAt(number));
      else if (slot >= 0) participants[slot] = (participants[slot] as number) + 1;
      else
        for (const speaker of new Set(facts.participant.many(number).map((each) => facts.speakerAt(each))))
          add(speakers, speaker);
    }
  }
  each(participants, (slot, count) => add(speakers, facts.speakerAt(slot), count));
  return speakers;
}

function countIssues(lists: readonly (readonly number[])[], facts: Facts): Map<string, number> {
  const { one } = facts.issue;
  const counts = new Uint32Array(facts.issues.ids.length);
  for (const numbers of lists) {
    countSlots(numbers, one, counts);
    for (let at = 0; at < numbers.length; at++)
      for (const slot of facts.issue.many(numbers[at] as number)) counts[slot] = (counts[slot] as number) + 1;
  }
  const issues = new Map<string, number>();
  each(counts, (slot, count) => issues.set(facts.issues.ids[slot] ?? '', count));
  return issues;
}

function add<K>(counts: Map<K, number>, key: K, count = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function each(counts: Uint32Array, visit: (slot: number, count: number) => void): void {
  for (let slot = 0; slot < counts.length; slot++)
    if ((counts[slot] as number) > 0) visit(slot, counts[slot] as number);
}

/** The chosen first, then the most frequent, then by name. Only those that may be listed are given a name. */
function listed(
  facet: Facet,
  counts: ReadonlyMap<string, number>,
  chosen: ReadonlySet<string>,
  names: FacetNames,
): FacetValue[] {
  const least = leastOfBest(Float64Array.from(counts.values()), FACET_LIMIT);
  const some = [...counts].filter(([value, count]) => count >= least || chosen.has(value));
  const places = names.placesOf(facet, counts.keys());
  const placeOf = (value: string) => places.get(value) as number;
  return some
    .map(([value, count]) => ({ value, count, chosen: chosen.has(value), place: placeOf(value) }))
    .sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count || a.place - b.place)
    .slice(0, FACET_LIMIT)
    .map(({ value, count, chosen }) => ({ value, label: names.labelOf(facet, value), count, chosen }));
}
