import type { ListPlace, Styles } from './docx-parts.ts';
import type { LossPart } from './ledger.ts';

/** Why words are not read; those that were moved away stand elsewhere, and are lost only where they do not. */
export type Reason = LossPart | 'moved';

/** What follows one another in a document, or in a cell of it. */
export type Block =
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      /** 1 = the title's; 0 = no heading. */
      readonly level: number;
      /** Bold words that it begins with. */
      readonly lead: string;
      readonly list: Required<ListPlace> | null;
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }
  /** A document inside of this one, by the id of its relation. */
  | { readonly kind: 'chunk'; readonly id: string };

export interface Cell {
  readonly blocks: Block[];
  /** Columns that it spans. */
  across: number;
  /** It goes on with the cell above. */
  continued: boolean;
  header: boolean;
}

/** What a reader is told of the document around a part, and what it tells in turn. */
export interface Surroundings {
  readonly styles: Styles;
  /** The mark of a note in the text; null = the document has no such note. */
  note(kind: 'footnote' | 'endnote', id: string): string | null;
  /**
   * Words that do not go into the text.
   * @param root name of the outermost element of the part that they stand in
   */
  lose(part: Reason, words: string, root: string): void;
}

/** What a part of a document holds. */
export interface Part {
  /** Name of its outermost element: `document`, `hdr`, `comments`, … */
  readonly root: string;
  readonly blocks: readonly Block[];
  readonly notes: ReadonlyMap<string, readonly Block[]>;
  /** Tracked changes. */
  readonly changes: number;
  readonly comments: number;
}
