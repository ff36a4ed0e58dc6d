import type { Id } from '../model/basics.ts';
import type { Change } from './change-set.ts';
import { passagesInUse, passagesNamedIn } from './passage-uses.ts';
import type { RowReader } from './row-reader.ts';

/** What is read and taken away through: a draft. */
interface Rows extends RowReader {
  remove(table: 'passages', id: Id): Promise<void>;
}

/**
 * Removes the passages that nothing refers to any more: they live as long as a row names them. Not an intent of
 * anybody's: it follows from what was changed, here as on any other machine.
 * @param changes what was changed so far
 */
export async function removeUnusedPassages(draft: Rows, changes: readonly Change[]): Promise<void> {
  const letGo = new Set<Id>();
  for (const { table, before, after } of changes) {
    const still = new Set(passagesNamedIn(table, after));
    for (const id of passagesNamedIn(table, before)) if (!still.has(id)) letGo.add(id);
  }
  for (const id of letGo) if (!(await draft.get('passages', id))) letGo.delete(id);
  if (letGo.size === 0) return;
  const used = await passagesInUse(draft, letGo);
  for (const id of letGo) if (!used.has(id)) await draft.remove('passages', id);
}
