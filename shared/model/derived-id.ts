import { v5 } from 'uuid';
import type { Id } from './basics.ts';

/** Of all ids that follow from what they must be unique by. Never changed: stored ids follow from it. */
const NAMESPACE = '5a0cbd3e-8f0b-4d5c-9a63-0e2d7f1c4b18';

/** Tables with one row at a place. */
export type PlacedTable = 'ratings' | 'codings' | 'impacts' | 'amendments' | 'seals';

/** The id that a row has by its place, e.g. a rating by round, issue and assessor: two machines make the same row. */
export function derivedId(table: PlacedTable, place: readonly string[]): Id {
  return v5(JSON.stringify([table, ...place]), NAMESPACE);
}
