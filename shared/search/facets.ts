import { DOCUMENT_KINDS } from './documents.ts';
import { type FacetNames, languageOf } from './facet-names.ts';
import { type Facts, NO_SLOT } from './facts.ts';
import { chosenTest, type Test } from './filters.ts';
import { type Chosen, FACET_LIMIT, FACETS, type Facet, type FacetValue } from './request.ts';
import type { SearchRows } from './rows.ts';
import { leastOfBest } from './top.ts';

/** Candidates counted between two breaths. */
const BREATH = 4_096;

/** How often each value of each facet occurs, and what fits all that was chosen. */
export interface Narrowed {
  /** Numbers of the documents that fit everything chosen. */
  readonly fitting: number[];
  /** How many fit, by kind, whatever kinds were chosen; in the order of `DOCUMENT_KINDS`. */
  readonly kinds: readonly number[];
  readonly facets: Readonly<Record<Facet, readonly FacetValue[]>>;
  readonly facetTotals: Readonly<Record<Facet, number>>;
}

const NONE = -1;

/**
 * Narrows by what was chosen, and counts what there is to choose from: each facet among the documents that fit the
 * choices in all the others, so that a count says what choosing the value would list. Yields now and then.
 */
export function* narrow(
  numbers: Iterable<number>,
  chosen: Chosen,
  language: string,
  rows: SearchRows,
  facts: Facts,
): Generator<void, Narrowed> {
  const tests = FACETS.map((facet) => chosenTest(facet, chosen, rows, facts));
  const active = tests.flatMap((test, at) => (test ? [{ test, at }] : []));
  const [KIND, DIALOGUE, SPEAKER, ISSUE, YEAR, LANG] = [0, 1, 2, 3, 4, 5];
  const kinds = DOCUMENT_KINDS.map(() => 0);
  // By dialogue, for the three facets that a dialogue decides.
  const counters = (ids: readonly string[]) => new Uint32Array(ids.length);
  const byDialogueAlone = counters(facts.dialogues.ids);
  const byYear = counters(facts.dialogues.ids);
  const byLanguage = counters(facts.dialogues.ids);
  const participants = counters(facts.participants.ids);
  const speakers = new Map<string, number>();
  const issues = counters(facts.issues.ids);
  const named = (slot: number) => facts.speakerAt(slot);
  const person = DOCUMENT_KINDS.indexOf('person');
  const fitting: number[] = [];
  let seen = 0;
  for (const number of numbers) {
    if (++seen % BREATH === 0) yield;
    const missed = missedBy(active, number);
    if (missed === MANY) continue;
    if (missed === NONE) fitting.push(number);
    if (missed === NONE || missed === KIND) {
      const kind = facts.kind[number] as number;
      kinds[kind] = (kinds[kind] as number) + 1;
    }
    const dialogue = facts.dialogue[number] as number;
    if (dialogue !== NO_SLOT) {
      if (missed === NONE || missed === DIALOGUE) more(byDialogueAlone, dialogue);
      if (missed === NONE || missed === YEAR) more(byYear, dialogue);
      if (missed === NONE || missed === LANG) more(byLanguage, dialogue);
    }
    if (missed === NONE || missed === SPEAKER) {
      const slot = facts.participant.one[number] as number;
      if (facts.kind[number] === person) add(speakers, facts.idAt(number));
      else if (slot >= 0) more(participants, slot);
      else for (const speaker of new Set(facts.participant.many(number).map(named))) add(speakers, speaker);
    }
    if (missed === NONE || missed === ISSUE) {
      const slot = facts.issue.one[number] as number;
      if (slot >= 0) more(issues, slot);
      else for (const one of facts.issue.many(number)) more(issues, one);
    }
  }
  yield;
  each(participants, (slot, count) => add(speakers, named(slot), count));

  const byDialogue = (counts: Uint32Array, nameOf: (id: string) => string) => {
    const summed = new Map<string, number>();
    each(counts, (slot, count) => {
      const value = nameOf(facts.dialogues.ids[slot] ?? '');
      if (value !== '') add(summed, value, count);
    });
    return summed;
  };
  const byIssue = new Map<string, number>();
  each(issues, (slot, count) => byIssue.set(facts.issues.ids[slot] ?? '', count));
  const counted: Record<Facet, ReadonlyMap<string, number>> = {
    kind: new Map(
      DOCUMENT_KINDS.map((kind, at) => [kind, kinds[at] as number] as const).filter(([, n]) => n > 0),
    ),
    dialogue: byDialogue(byDialogueAlone, (id) => id),
    speaker: speakers,
    issue: byIssue,
    year: byDialogue(byYear, (id) => String(rows.get('dialogues', id)?.fiscalYear ?? '')),
    lang: byDialogue(byLanguage, (id) => languageOf(rows.get('dialogues', id)?.language ?? '')),
  };
  const names = facts.namesIn(language);
  const facets = {} as Record<Facet, FacetValue[]>;
  const facetTotals = {} as Record<Facet, number>;
  for (const facet of FACETS) {
    const wanted = new Set(chosen[facet] ?? []);
    // What was chosen stays to be seen, and to be taken back, though nothing has it any more.
    const counts = new Map(counted[facet]);
    for (const value of wanted) if (!counts.has(value)) counts.set(value, 0);
    facets[facet] = listed(facet, counts, wanted, names);
    facetTotals[facet] = counts.size;
  }
  return { fitting, kinds, facets, facetTotals };
}

const MANY = -2;

/** The one facet whose choice a document does not fit; `NONE`, or `MANY`. */
function missedBy(active: readonly { readonly test: Test; readonly at: number }[], number: number): number {
  let missed = NONE;
  for (const { test, at } of active) {
    if (test(number)) continue;
    if (missed !== NONE) return MANY;
    missed = at;
  }
  return missed;
}

function add<K>(counts: Map<K, number>, key: K, count = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function each(counts: Uint32Array, visit: (slot: number, count: number) => void): void {
  for (let slot = 0; slot < counts.length; slot++)
    if ((counts[slot] as number) > 0) visit(slot, counts[slot] as number);
}

function more(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
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
