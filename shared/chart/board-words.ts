import type { IdOf } from '../model/id.ts';
import type { TrendsInput } from './figure-trends.ts';

/** What is printed around the picture; the page itself knows no words but those of the picture. */
export interface BoardWords {
  readonly title: string;
  /** Under the title, e.g. stage of the round and date; empty = none. */
  readonly subtitle: string;
  /** What a reader must know of the figures; empty = none. */
  readonly note: string;
  /** Foot of the page, left and right: standard, method, checksum, who printed it when. */
  readonly footer: readonly [left: string, right: string];
  /** What was decided of an issue, in a word or two; empty = nothing. */
  readonly decisionOf: (issueId: IdOf<'issues'>) => string;
  /** What changed since the round before; null = there is none to compare with. */
  readonly changes: {
    /** Head of the column of moves. */
    readonly head: string;
    /** Empty = it stands where it did. */
    readonly moveOf: (issueId: IdOf<'issues'>) => string;
    /** Null = the tier is the same, or there was none. */
    readonly earlierTierOf: (issueId: IdOf<'issues'>) => number | null;
    /** Under the list: what left it, decisions that changed, places that were read anew. */
    readonly lines: readonly string[];
  } | null;
  /** Whose harm, and where, of what is monitored: a line each; null = nothing was said. */
  readonly impacts: {
    readonly head: string;
    readonly lines: readonly string[];
    /** Said in place of lines that have no room. */
    readonly moreOf: (count: number) => string;
  } | null;
  /** How what is monitored stands by its measures; null = nothing is measured. */
  readonly measures: {
    readonly head: string;
    /** One a theme or issue, the worst first. */
    readonly lines: readonly string[];
    readonly moreOf: (count: number) => string;
    /** Year by year; those without room are left out, their status stands in the lines. */
    readonly trends: Pick<TrendsInput, 'years' | 'lines' | 'words'>;
  } | null;
}
