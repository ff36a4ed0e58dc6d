import { ARCHIVE_LIMITS, unpackArchive } from '#shared/archive/archive.ts';
import { converted } from '#shared/figures/converted.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { readNamedFile } from './frame.ts';

/**
 * The rows of a workspace file (`.hearken`) that the person named, checked as the app checks it; what an earlier version
 * kept in place of figures is brought into the register.
 * @throws ProblemError as `readNamedFile` and `unpackArchive`
 */
export async function readWorkspaceFile(typed: string): Promise<WorkspaceState> {
  const bytes = await readNamedFile(typed, ARCHIVE_LIMITS.file);
  return converted((await unpackArchive(bytes)).state);
}
