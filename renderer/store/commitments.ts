import type { Id } from '#shared/model/basics.ts';
import type { Commitment } from '#shared/model/commitment.ts';
import type { ReadDb } from './database.ts';

/** What was promised in answer to advice, by its id. */
export async function commitmentsByAdvice(db: ReadDb): Promise<ReadonlyMap<Id, readonly Commitment[]>> {
  const result = new Map<Id, Commitment[]>();
  for (const one of await db.commitments.toArray()) {
    if (one.madeIn.to !== 'advice') continue;
    const own = result.get(one.madeIn.id);
    if (own) own.push(one);
    else result.set(one.madeIn.id, [one]);
  }
  return result;
}
