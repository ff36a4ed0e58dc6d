import { useLiveQuery } from 'dexie-react-hooks';
import { useSyncExternalStore } from 'react';
import type { Label } from '#shared/change/change-set.ts';
import { useObservable } from '../platform/observable.ts';
import { type ReadDb, reopenings } from './database.ts';
import { currentStore, onWorkspaceStatus, type WorkspaceStatus, workspaceStatus } from './workspace.ts';

/** What is open, and how opening went. */
export function useWorkspaceStatus(): WorkspaceStatus {
  return useSyncExternalStore(onWorkspaceStatus, workspaceStatus);
}

/**
 * A live query: runs again whenever a row it read changes.
 * @returns undefined while it is read for the first time, or while no workspace is open
 */
export function useRows<R>(query: (db: ReadDb) => Promise<R>, deps: readonly unknown[]): R | undefined {
  const status = useWorkspaceStatus();
  const storeId = status.state === 'open' ? status.storeId : null;
  const reopened = useObservable(reopenings);
  return useLiveQuery(async () => {
    const store = currentStore();
    if (!store || store.storeId !== storeId) return undefined;
    return query(store.db);
  }, [storeId, reopened, ...deps]);
}

/** Labels of what undo and redo would act on; null = nothing. */
export function useHistory(): { undo: Label | null; redo: Label | null } {
  const labels = useRows(async ({ journal }) => {
    const last = await journal.orderBy('seq').last();
    const labelOf = async (seq: number | null | undefined) =>
      seq ? ((await journal.get(seq))?.label ?? null) : null;
    return { undo: await labelOf(last?.undo), redo: await labelOf(last?.redo) };
  }, []);
  return labels ?? { undo: null, redo: null };
}
