import { overlap, overlapGroups } from '../coding/ranges.ts';
import { foldText } from '../fold/fold.ts';
import type { Advice } from '../model/advice.ts';
import { type Attribution, attributionOf, policyFor, strictest } from '../model/attribution.ts';
import type { Id } from '../model/basics.ts';
import type { Dialogue, Participant } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import type { PassageQuery } from '../model/view.ts';
import type { Entry, PassageIndex, TurnPlace } from './passage-index.ts';

/** Words that answer a query: a passage, or overlapping passages on the same issue, which count once. */
export interface Find {
  /** Of the first passage. */
  readonly id: Id;
  readonly passageIds: readonly IdOf<'passages'>[];
  /** From the start of the first passage to the end of the last. */
  readonly quote: string;
  readonly turn: TurnPlace;
  readonly dialogue: Dialogue;
  readonly participant: Participant | null;
  readonly speakerId: Id | null;
  /** By the strictest policy of its passages. */
  readonly attribution: Attribution;
  /** What it is coded to, each issue once. */
  readonly issueIds: readonly IdOf<'issues'>[];
  readonly advice: readonly Advice[];
  readonly coders: readonly string[];
  /** Some of its words are not where they were when they were coded. */
  readonly unsure: boolean;
}

/** Overlapping passages that count as one. */
export type Place = readonly [Entry, ...Entry[]];

/** The passages that a query finds, in the order heard: the newest dialogue first, then as spoken. */
export function findPassages(index: PassageIndex, query: PassageQuery): Find[] {
  const asked = new Asked(index, query);
  return index
    .scopes(asked.near)
    .flatMap((scope) => asked.places(scope))
    .sort((a, b) => index.orderOf(a[0]) - index.orderOf(b[0]))
    .map((place) => findOf(place, asked));
}

/**
 * A query made ready to be asked of many scopes. `also` adds issues that a passage must be about or near: how the
 * tables of issues ask the same question once a cell.
 */
export class Asked {
  /** The finest nearness at which the answer is the same. */
  readonly near: PassageQuery['near'];
  readonly #groups: readonly ReadonlySet<Id>[];
  readonly #none: ReadonlySet<Id>;
  readonly #coders: ReadonlySet<string> | null;
  readonly #fits: (entry: Entry) => boolean;
  readonly #issues = new Map<Entry, ReadonlySet<Id>>();

  constructor(index: PassageIndex, query: PassageQuery, also = 0) {
    const resolved = (ids: readonly Id[]) => new Set(ids.map((id) => index.resolve(id)));
    this.#groups = query.about.filter((group) => group.length > 0).map(resolved);
    this.#none = resolved(query.notAbout);
    this.#coders = query.coders.length > 0 ? new Set(query.coders) : null;
    this.near = this.#groups.length + also > 1 || this.#none.size > 0 ? query.near : 'words';
    this.#fits = remembered(fitting(index, query, this.#coders));
  }

  /** The issues that a passage is marked with, by those whose marks are looked at. */
  issuesOf(entry: Entry): ReadonlySet<Id> {
    const coders = this.#coders;
    if (coders === null) return entry.issueIds;
    let issues = this.#issues.get(entry);
    if (!issues) {
      issues = new Set(entry.marks.filter(({ by }) => coders.has(by)).map(({ issueId }) => issueId));
      this.#issues.set(entry, issues);
    }
    return issues;
  }

  adviceOf({ advice }: Entry): readonly Advice[] {
    const coders = this.#coders;
    return coders === null ? advice : advice.filter(({ takenBy }) => coders.has(takenBy));
  }

  codersOf({ authors }: Entry): readonly string[] {
    const coders = this.#coders;
    return coders === null ? authors : authors.filter((author) => coders.has(author));
  }

  /** What in a scope answers, overlapping answers put together. The scope must be one of `index.scopes(near)`. */
  places(scope: readonly Entry[], also: readonly Id[] = []): Place[] {
    const groups = [...this.#groups, ...also.map((id) => new Set([id]))];
    const matched = this.#matches(scope, groups);
    if (matched.length < 2) return matched.map((entry): Place => [entry]);
    return this.#together(matched, groups.length > 0);
  }

  /** As `places` of a scope that is this passage alone, but for issues that it is known to have. */
  holds(entry: Entry): boolean {
    const issues = this.issuesOf(entry);
    return (
      this.#fits(entry) &&
      this.#groups.every((group) => intersects(issues, group)) &&
      (this.#none.size === 0 || !intersects(issues, this.#none))
    );
  }

  /**
   * For a turn or dialogue as scope: its issues, and those of passages that answer but for their issues. `places` with
   * `also` finds something where all of `also` are in `all` and one is in `fitting`, or `any` says it is found anyway.
   */
  issuesAround(
    scope: readonly Entry[],
  ): { all: ReadonlySet<Id>; fitting: ReadonlySet<Id>; any: boolean } | null {
    const all = new Set<Id>();
    const fitting = new Set<Id>();
    for (const entry of scope)
      for (const id of this.issuesOf(entry)) {
        all.add(id);
        if (this.#fits(entry)) fitting.add(id);
      }
    if (intersects(all, this.#none) || !this.#groups.every((group) => intersects(all, group))) return null;
    return { all, fitting, any: this.#groups.some((group) => intersects(fitting, group)) };
  }

  #matches(scope: readonly Entry[], groups: readonly ReadonlySet<Id>[]): Entry[] {
    const bears = (entry: Entry, ids: ReadonlySet<Id>) => intersects(this.issuesOf(entry), ids);
    const candidates = scope.filter(
      (entry) => this.#fits(entry) && (groups.length === 0 || groups.some((group) => bears(entry, group))),
    );
    if (candidates.length === 0) return candidates;
    const excluded = this.#none.size > 0 ? scope.filter((entry) => bears(entry, this.#none)) : [];
    if (this.near !== 'words') {
      if (excluded.length > 0) return [];
      return groups.every((group) => scope.some((entry) => bears(entry, group))) ? candidates : [];
    }
    const bearers =
      groups.length > 1 ? groups.map((group) => scope.filter((entry) => bears(entry, group))) : [];
    return candidates.filter(
      (entry) =>
        !excluded.some((other) => other === entry || overlap(entry, other)) && sharesWords(entry, bearers),
    );
  }

  /** Overlapping passages on one issue count once; where issues were asked for, those of any of them. */
  #together(matched: readonly Entry[], byQuery: boolean): Place[] {
    const anchored = matched.filter(({ passage }) => passage.state === 'anchored');
    const unsure = matched.filter(({ passage }) => passage.state !== 'anchored');
    const byTurn = new Map<Id, Entry[]>();
    for (const entry of anchored) {
      const list = byTurn.get(entry.turn.id);
      if (list) list.push(entry);
      else byTurn.set(entry.turn.id, [entry]);
    }
    const places: Entry[][] = unsure.map((entry) => [entry]);
    for (const overlapping of [...byTurn.values()].flatMap(overlapGroups)) {
      if (byQuery || overlapping.length === 1) places.push(overlapping);
      else places.push(...this.#byIssue(overlapping));
    }
    return places as unknown as Place[];
  }

  #byIssue(overlapping: readonly Entry[]): Entry[][] {
    const leader = new Map(overlapping.map((entry) => [entry, entry]));
    const head = (entry: Entry): Entry => {
      let at = entry;
      for (let next = leader.get(at); next && next !== at; next = leader.get(at)) at = next;
      return at;
    };
    const issues = new Set(overlapping.flatMap((entry) => [...this.issuesOf(entry)]));
    for (const issueId of issues) {
      const bearers = overlapping.filter((entry) => this.issuesOf(entry).has(issueId));
      for (const group of overlapGroups(bearers)) {
        const [first, ...others] = group;
        if (first) for (const other of others) leader.set(head(other), head(first));
      }
    }
    const groups = new Map<Entry, Entry[]>();
    for (const entry of overlapping) {
      const list = groups.get(head(entry));
      if (list) list.push(entry);
      else groups.set(head(entry), [entry]);
    }
    return [...groups.values()];
  }
}

/** Whether some character of the passage is covered by a passage of each group. */
function sharesWords(entry: Entry, bearers: readonly (readonly Entry[])[]): boolean {
  let common: { start: number; end: number }[] = [{ start: entry.start, end: entry.end }];
  for (const group of bearers) {
    common = common.flatMap((range) =>
      group
        .filter((other) => overlap(range, other))
        .map((other) => ({
          start: Math.max(range.start, other.start),
          end: Math.min(range.end, other.end),
        })),
    );
    if (common.length === 0) return false;
  }
  return true;
}

/** What is asked of a passage by itself, apart from issues; null = nothing. */
function fitting(
  index: PassageIndex,
  query: PassageQuery,
  coders: ReadonlySet<string> | null,
): ((entry: Entry) => boolean) | null {
  const tests: ((entry: Entry) => boolean)[] = [];
  const { side } = query;
  if (coders !== null) tests.push(({ authors }) => authors.some((author) => coders.has(author)));
  if (side !== null) tests.push(({ participant }) => participant?.external === (side === 'external'));
  among(query.voices, ({ participant }) => participant?.voice);
  among(query.kinds, ({ participant }) => participant?.kind);
  among(query.speakerIds, ({ speakerId }) => speakerId);
  among(query.dialogueIds, ({ dialogue }) => dialogue.id);
  among(query.fiscalYears, ({ dialogue }) => dialogue.fiscalYear);
  if (query.adviceKinds.length > 0 || query.adviceStatuses.length > 0) {
    const kinds = new Set(query.adviceKinds);
    const statuses = new Set(query.adviceStatuses);
    tests.push(({ advice }) =>
      advice.some(
        ({ kind, status, takenBy }) =>
          (kinds.size === 0 || kinds.has(kind)) &&
          (statuses.size === 0 || statuses.has(status)) &&
          (coders === null || coders.has(takenBy)),
      ),
    );
  }
  const words = foldText(query.text).split(/\s+/).filter(Boolean);
  if (words.length > 0)
    tests.push((entry) => {
      const text = index.foldedOf(entry);
      return words.every((word) => text.includes(word));
    });
  return tests.length === 0 ? null : (entry) => tests.every((test) => test(entry));

  function among<V>(wanted: readonly V[], read: (entry: Entry) => V | null | undefined): void {
    if (wanted.length === 0) return;
    const values = new Set<V | null | undefined>(wanted);
    tests.push((entry) => values.has(read(entry)));
  }
}

function remembered(test: ((entry: Entry) => boolean) | null): (entry: Entry) => boolean {
  if (test === null) return () => true;
  const known = new Map<Entry, boolean>();
  return (entry) => {
    let answer = known.get(entry);
    if (answer === undefined) {
      answer = test(entry);
      known.set(entry, answer);
    }
    return answer;
  };
}

function findOf(place: Place, asked: Asked): Find {
  const [first] = place;
  const { turn, dialogue, participant, speakerId } = first;
  return {
    id: first.passage.id,
    passageIds: place.map(({ passage }) => passage.id),
    quote: stitched(place),
    turn,
    dialogue,
    participant,
    speakerId,
    attribution: attributionOfPlace(place),
    issueIds: distinct(place.map((entry) => [...asked.issuesOf(entry)])),
    advice: distinct(place.map((entry) => asked.adviceOf(entry))),
    coders: distinct(place.map((entry) => asked.codersOf(entry))),
    unsure: place.some(({ passage }) => passage.state === 'unsure'),
  };
}

/** Who said it, by the strictest policy of the passages. */
function attributionOfPlace(place: Place): Attribution {
  const [{ dialogue, participant }] = place;
  return attributionOf(dialogue, participant, {
    attribution: strictest(place.map(({ passage }) => policyFor(dialogue, passage))),
  });
}

/** The words from the first passage's start to the last one's end; the passages overlap, so their quotes have them all. */
function stitched([first, ...others]: Place): string {
  let { quote } = first.passage;
  let end = first.end;
  for (const { passage } of others) {
    if (passage.end <= end) continue;
    quote += passage.quote.slice(end - passage.start);
    end = passage.end;
  }
  return quote;
}

/** The members of all lists, each once; a list by itself has each once already. */
function distinct<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [only, ...others] = lists;
  return only !== undefined && others.length === 0 ? only : [...new Set(lists.flat())];
}

function intersects(a: ReadonlySet<Id>, b: ReadonlySet<Id>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const id of few) if (many.has(id)) return true;
  return false;
}
