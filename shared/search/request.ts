/** What search is asked and what it answers: the contract between the engine, its worker, the views and the command line. */

import type { TextRange, TurnRange } from '../anchor/text-range.ts';
import type { Id, LocalText } from '../model/basics.ts';
import type { AttributionPolicy } from '../model/dialogue.ts';
import type { Entry } from '../model/entry.ts';
import type { IdOf } from '../model/id.ts';
import type { Category } from '../model/issue.ts';
import type { DocumentKind } from './documents.ts';
import type { Snippet } from './snippet.ts';

/** By what results can be narrowed, in the order in which it is offered. */
export const FACETS = ['kind', 'dialogue', 'speaker', 'issue', 'year', 'lang'] as const;
export type Facet = (typeof FACETS)[number];

export const SORTS = ['relevance', 'date'] as const;
export type Sort = (typeof SORTS)[number];

export interface SearchRequest {
  /** Any text is a query: see the grammar of `parseQuery`. */
  readonly query: string;
  /** The last word may not be finished: its beginning counts. */
  readonly typing: boolean;
  /** Language in which names, titles and labels are wanted. */
  readonly language: string;
  /** Only these kinds are listed (all are counted); absent = all. */
  readonly kinds?: readonly DocumentKind[] | undefined;
  /** Hits described at most. */
  readonly limit: number;
  /** Width of a snippet in Latin characters; absent = a few lines. */
  readonly width?: number | undefined;
  /** Results are wanted by dialogue, too; absent = not. */
  readonly byDialogue?: boolean | undefined;
  /** `date`: the newest dialogue first, in it the order in which things were said; what has no date comes last. */
  readonly sort: Sort;
  /** Whether a name of an issue also finds its other names and synonyms, in every language. */
  readonly synonyms: boolean;
  /** What was chosen to narrow by, values as in `Answer.facets`: any of them within a facet, all facets together. */
  readonly chosen?: Chosen | undefined;
}

export type Chosen = { readonly [F in Facet]?: readonly string[] | undefined };

/** Text with the hits in it. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly TextRange[];
}

export interface HitDialogue {
  readonly id: Id;
  readonly title: string;
  readonly date: string | null;
  readonly language: string;
}

export interface Hit {
  readonly kind: DocumentKind;
  readonly id: Id;
  readonly score: number;
  /** Every word that was asked for stands in it; false = some of them do. */
  readonly complete: boolean;
  /** It holds none of the words, and stands between turns that do: it belongs to their passage. */
  readonly between: boolean;
  /** Name of an issue, a person or a dialogue; null for turns and advice. */
  readonly title: Marked | null;
  /** Another of its names, where that is what was found. */
  readonly alias: Marked | null;
  /** What else led here (a heading, a speaker, an issue, a standard), where neither name nor text did. */
  readonly through: Marked | null;
  readonly snippet: Snippet;
  /** Where it was said; null for issues and people. */
  readonly dialogue: HitDialogue | null;
  /** The turn it leads to; for advice, that of its first passage. */
  readonly turnId: IdOf<'turns'> | null;
  /** Number of the turn in its dialogue, counting from 1. */
  readonly turnNumber: number | null;
  readonly heading: string | null;
  /** A turn that nobody is named for because nobody spoke. */
  readonly narration: boolean;
  /** The first hit shown, `[start, end)` of the turn's text, UTF-16. */
  readonly range: TextRange | null;
  readonly speaker: {
    readonly participantId: IdOf<'participants'>;
    readonly name: string;
    readonly title: string;
    readonly organisation: string;
    readonly external: boolean;
  } | null;
  /** How openly the words may be attributed: the strictest of the dialogue and the passages marked in them. */
  readonly policy: AttributionPolicy | null;
  /** The passages marked in them. */
  readonly passageIds: readonly IdOf<'passages'>[];
  readonly issues: readonly { readonly id: Id; readonly name: LocalText; readonly category: Category }[];
  /** Of an entry what it belongs to and bears on, by which it is found in the register. */
  readonly entry: Pick<Entry, 'arrangementId' | 'of' | 'refs'> | null;
}

/** The hits of one dialogue. */
export interface HitGroup {
  /** Null: issues and people, which belong to no dialogue. */
  readonly dialogue: HitDialogue | null;
  /** How many there are, of which `hits` are those described. */
  readonly total: number;
  readonly hits: readonly Hit[];
}

/** A value to narrow by. */
export interface FacetValue {
  /** To be given back in `SearchRequest.chosen`. */
  readonly value: string;
  /** In the language of the request; of `kind`, the value itself: its words are the catalog's `search.kind.…`. */
  readonly label: string;
  /** Results that have it, of those that fit what was chosen in the other facets. */
  readonly count: number;
  readonly chosen: boolean;
}

/** Something that goes by several names and widened the query: an issue, a term of the field, a person, a year. */
export interface AlsoFound {
  /** Null: no issue. */
  readonly issueId: IdOf<'issues'> | null;
  readonly name: LocalText;
  /** Its other names that stand somewhere in this workspace, as its taxonomy writes them. */
  readonly terms: readonly string[];
}

/** How a query was shortened before it was answered; `code` is a key of the catalogs. */
export interface Bounded {
  readonly code: 'search.bounded.length' | 'search.bounded.words';
  /** How many characters or words were given, and how many were looked for. */
  readonly params: { readonly given: number; readonly kept: number };
}

export interface Answer {
  /** In the order wished for. */
  readonly hits: readonly Hit[];
  /**
   * Where they were asked for, the dialogues that any of `hits` is of, the one whose best hit comes first being first; of each its best hits, up
   * to its share of the page, whether or not they are among `hits`.
   */
  readonly groups: readonly HitGroup[];
  /** Hits that hold every word come before the others; false = a question in plain words, which none need hold whole. */
  readonly wholeFirst: boolean;
  /** How many hold every word, by kind, whatever kinds were chosen; where none does, how many hold some. */
  readonly counts: Readonly<Record<DocumentKind, number>>;
  /** Of the kinds that were wanted. */
  readonly total: number;
  /** Number of documents that were searched. */
  readonly searched: number;
  /** What there is to narrow by: the chosen first, then the most frequent; at most `FACET_LIMIT` values a facet. */
  readonly facets: Readonly<Record<Facet, readonly FacetValue[]>>;
  /** How many values each facet has in all. */
  readonly facetTotals: Readonly<Record<Facet, number>>;
  /** Concepts that widened the query: "also matched …". Empty where `synonyms` is off. */
  readonly also: readonly AlsoFound[];
  /** Words that stand nowhere, and the nearest ones that were looked for instead. */
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
  /** What stood in quotation marks and was looked for by its words: it stands nowhere, or the query is a sentence. */
  readonly unquoted: readonly string[];
  /** Null: the query was taken as it came. */
  readonly bounded: Bounded | null;
}

/** Values listed of a facet. */
export const FACET_LIMIT = 50;

/** What a place that is found is cut to. */
export type RangeUnit = 'sentence' | 'turn';

/** A range of a turn's text that holds a hit. */
export interface FoundRange extends TurnRange {
  readonly dialogueId: IdOf<'dialogues'>;
}

/** Ranges found, in the order of dialogues (by date, then title) and of what was said in them. */
export interface FoundRanges {
  readonly places: readonly FoundRange[];
  /** How many there are beyond these. */
  readonly more: number;
}

/** What one dialogue has of what was asked for. */
export interface FoundInDialogue {
  /** In reading order. */
  readonly hits: readonly TurnHits[];
  /** As in `Answer`. */
  readonly unquoted: readonly string[];
}

/** The hits in one turn. */
export interface TurnHits {
  readonly turnId: IdOf<'turns'>;
  /** In order, not overlapping. */
  readonly ranges: readonly TextRange[];
}
