/** A word of the index, and where it stands in the text as stored. */
export interface Token {
  /** What the index knows it as, e.g. the stem. */
  readonly term: string;
  /** The folded word before it was reduced to its term: what a person types the beginning of. */
  readonly surface: string;
  /** `[start, end)` in UTF-16 units of the original text. */
  readonly start: number;
  readonly end: number;
  /** Cut out of a script without spaces: it overlaps its neighbour. */
  readonly joined: boolean;
}

/** A word of a text, folded, with positions in the folded text. */
export interface Word {
  readonly term: string;
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  /** Several words with hyphens between them, taken as one beside each by itself. */
  readonly together?: boolean;
}

/**
 * Cuts the runs of one script into words. A language is one such file and one line in the registry.
 * Text comes folded (see `fold`), positions go out relative to the run.
 */
export interface Analyser {
  readonly id: string;
  /** Scripts whose characters belong to its runs, as the inside of a regular expression's class. */
  readonly script: string;
  /** Written without spaces: words overlap, and none of them has a border that a reader would see. */
  readonly joined: boolean;
  /**
   * Words to be found by, in the order of the text.
   * @param begins those that begin with none of these units of UTF-16 may be left out
   */
  words(run: string, begins?: ReadonlySet<number>): Word[];
  /**
   * What to look for when a person types the run into a query; `open` = they may still be typing its last word.
   * Each piece is one thing that was asked for, to be met by any of its terms.
   */
  pieces(run: string, open: boolean): Piece[];
}

/** One thing asked for. */
export interface Piece {
  readonly term: string;
  /** Beginning of a surface that also counts; null = the whole word is meant. */
  readonly prefix: string | null;
  /** Other terms that meet it just as well: the same word as others write it. */
  readonly also?: readonly string[];
  /** What it counts beside the others; absent = 1. */
  readonly worth?: number;
  /** Raises what has it, without being asked for: nothing is found or marked for its sake, and nothing lacks it. */
  readonly helps?: boolean;
}
