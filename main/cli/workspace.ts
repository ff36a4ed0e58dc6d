import { ARCHIVE_LIMITS, unpackArchive } from '#shared/archive/archive.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { bringEarlier } from '#shared/edit/bring-earlier.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { readNamedFile } from './frame.ts';

/**
 * The rows of a workspace file (`.hearken`) that the person named, checked as the app checks it, and as it would have them
 * once it was opened. The file is not changed.
 * @throws ProblemError as `readNamedFile` and `unpackArchive`
 */
export async function readWorkspaceFile(typed: string): Promise<WorkspaceState> {
  const bytes = await readNamedFile(typed, ARCHIVE_LIMITS.file);
  const state = indexState((await unpackArchive(bytes)).state);
  const draft = new Draft(stateReader(state));
  await bringEarlier(draft);
  applyChanges(state, await draft.finish());
  return plainState(state);
}
