import { v5 } from 'uuid';
import type { Draft } from '../change/draft.ts';
import { type Id, newId } from '../model/basics.ts';

/** Of all ids that follow from what they must be unique by. Never changed: stored ids follow from it. */
const NAMESPACE = '5a0cbd3e-8f0b-4d5c-9a63-0e2d7f1c4b18';

/**
 * The id of a row that there must be one of at a place, e.g. of a rating by round, issue and assessor: two machines that
 * make it apart make the same row. Where a row of another place has the id already (it was moved, as issues are merged or a coding is given another issue),
 * a random one.
 */
export async function idAt(
  draft: Draft,
  table: 'ratings' | 'codings' | 'impacts' | 'amendments' | 'commitments' | 'entries',
  place: readonly string[],
): Promise<Id> {
  const id = v5(JSON.stringify([table, ...place]), NAMESPACE);
  return (await draft.get(table, id)) ? newId() : id;
}
