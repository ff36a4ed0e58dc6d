/** A line of a page; places in points from the page's upper left corner. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  /** Where its last column begins, in a table; else `left`. */
  readonly inner: number;
  readonly right: number;
  /** Where the letters stand, downwards. */
  readonly base: number;
  /** Of the letters. */
  readonly size: number;
  /** Japanese in columns. */
  readonly vertical: boolean;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PageLine[];
}
