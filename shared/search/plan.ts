import type { ConceptBook, OtherNames } from './concepts.ts';
import type { Facts } from './facts.ts';
import type { Test } from './filters.ts';
import type { Marker, Written } from './highlight.ts';
import type { Bounded } from './request.ts';
import type { SearchRows } from './rows.ts';
import type { SearchIndex } from './search-index.ts';
import type { Group } from './segment.ts';

/** Words in this order, as they are written. */
export interface Phrase {
  /** Its words: what holds the phrase holds all of them. */
  readonly groups: readonly Group[];
  readonly written: Written;
}

/** Words of the query that name a concept, and the other names that will do as well. */
export interface NamedGroups {
  /** The words as typed. */
  readonly groups: readonly Group[];
  readonly names: readonly OtherNames[];
}

/** Everything in it is asked for together. */
export interface Conjunction {
  /** Each is one word asked for, or helps to rank what has those. */
  readonly groups: readonly Group[];
  readonly named: readonly NamedGroups[];
  /** Each is met by any one of several. */
  readonly choices: readonly (readonly Conjunction[])[];
  /** How many of the groups and choices are asked for: what meets as many is a whole hit. */
  readonly asked: number;
  /** These must stand in it … */
  readonly phrases: readonly Phrase[];
  /** … none of these may be met … */
  readonly excluded: readonly Conjunction[];
  /** … and all of these must pass, or it is no hit at all. */
  readonly tests: readonly Test[];
}

/** A query as the index is asked it. */
export interface Plan extends Conjunction {
  /** Nothing was asked for. */
  readonly empty: boolean;
  /** The words asked for, in the order in which they were typed. */
  readonly sequence: readonly Group[];
  /** What is marked; the other names of concepts come to it once it is known which of them stand anywhere. */
  readonly marker: Marker;
  /** Asked in plain words, without operators or quotation marks. */
  readonly question: boolean;
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
  readonly bounded: Bounded | null;
}

/** What a query is understood by. */
export interface PlanContext {
  readonly index: SearchIndex;
  readonly rows: SearchRows;
  readonly facts: Facts;
  /** Null: names of concepts are words like any other. */
  readonly concepts: ConceptBook | null;
  readonly language: string;
  /** What was worked out before about words that stand nowhere, while the index stays as it is. */
  readonly spellings: Map<string, string | null>;
}
