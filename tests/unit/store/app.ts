import { vi } from 'vitest';

/** The store as a fresh start of the app finds it: no module remembers anything. */
export async function startStore() {
  vi.resetModules();
  const store = await import('../../../renderer/store/index.ts');
  const files = await import('../../../renderer/workers/archive/workspace-file.ts');
  const { unpackInWorker } = await import('../../../renderer/workers/archive/client.ts');
  const { currentStore } = await import('../../../renderer/store/workspace.ts');
  const { write } = await import('../../../renderer/store/database.ts');
  const database = () => {
    const open = currentStore();
    if (!open) throw new Error('no workspace is open');
    return open.db;
  };
  return {
    ...store,
    ...files,
    /** Opens a workspace file that is no copy of anything. */
    openArchive: (bytes: Uint8Array) => store.openUnpacked(() => unpackInWorker(bytes)),
    /** The open database, for looking into. */
    database,
    /** Damages the open database on purpose. */
    write: (work: () => Promise<void>) => write(database(), work),
  };
}
export type StoreApp = Awaited<ReturnType<typeof startStore>>;

/** How opening went. */
export function repairOf(store: StoreApp) {
  const status = store.workspaceStatus();
  if (status.state !== 'open') throw new Error(`the workspace is ${status.state}`);
  return status.repair;
}
