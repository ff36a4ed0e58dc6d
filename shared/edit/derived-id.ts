import type { Draft } from '../change/draft.ts';
import { derivedId, type Id, newId } from '../model/basics.ts';

/** Tables with one row at a place. */
type PlacedTable =
  | 'ratings'
  | 'codings'
  | 'impacts'
  | 'amendments'
  | 'seals'
  | 'commitments'
  | 'entries'
  | 'arrangements'
  | 'answers'
  | 'editions';

/**
 * The id of a row that there must be one of at a place, e.g. of a rating by round, issue and assessor: two machines that
 * make it apart make the same row. Where a row of another place has the id already (it was moved, as issues are merged or a coding is given another issue),
 * a random one.
 */
export async function idAt(draft: Draft, table: PlacedTable, place: readonly string[]): Promise<Id> {
  const id = derivedId([table, ...place]);
  return (await draft.get(table, id)) ? newId() : id;
}
