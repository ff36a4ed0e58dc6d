import { ARCHIVE_LIMITS, unpackArchive } from '#shared/archive/archive.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { readNamedFile } from './frame.ts';

/**
 * The rows of a workspace file (`.hearken`) that the person named, checked as the app checks it.
 * @throws ProblemError as `readNamedFile` and `unpackArchive`
 */
export async function readWorkspaceFile(typed: string): Promise<WorkspaceState> {
  const bytes = await readNamedFile(typed, ARCHIVE_LIMITS.file);
  return (await unpackArchive(bytes)).state;
}
