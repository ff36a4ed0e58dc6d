import { session } from 'electron';
import type { DetailLog } from './detail-log.ts';
import type { ProfileFile } from './profile.ts';
import type { Workspaces } from './workspaces.ts';

export interface WipingContext {
  readonly log: DetailLog;
  readonly profile: ProfileFile;
  readonly workspaces: Workspaces;
}

/**
 * Deletes what the usual window keeps of all workspaces, and the log of errors: one that was encrypted has left its words
 * among those of the others, whose databases are built again when they are opened.
 */
export async function wipe({ log, profile, workspaces }: WipingContext): Promise<void> {
  const plain = (await workspaces.library()).filter(({ sealed }) => !sealed);
  await profile.change({ emptied: plain.map(({ storeId }) => storeId) });
  await session.defaultSession.clearStorageData();
  log.forget();
  await profile.change({ wiping: null });
}

/** Does so now, where the app ended between encrypting a workspace and that. */
export async function finishWiping(context: WipingContext): Promise<void> {
  const { profile, workspaces } = context;
  const { wiping } = profile.current;
  if (wiping === null) return;
  const library = await workspaces.library();
  if (library.some(({ storeId, sealed }) => storeId === wiping && sealed)) await wipe(context);
  else await profile.change({ wiping: null });
}
