import type { IdOf } from '../model/id.ts';

/** `[start, end)` in UTF-16 units of a text as stored. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A range of one turn's text. */
export interface TurnRange extends TextRange {
  readonly turnId: IdOf<'turns'>;
}
