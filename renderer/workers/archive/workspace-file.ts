import type { LibraryEntry } from '#shared/bridge.ts';
import { archiveContent, openUnpacked } from '../../store/index.ts';
import { packInWorker, unpackInWorker } from './client.ts';

/**
 * Opens a workspace file (`.hearken`) as a new workspace of the library, with its whole history.
 * @param onGood called once the file has been found good, before the workspace that is open is let go
 * @throws ProblemError saying what is wrong with the file; nothing has been stored then
 */
export function openArchive(bytes: Uint8Array, onGood: () => void = () => {}): Promise<LibraryEntry> {
  return openUnpacked(async () => {
    const archive = await unpackInWorker(bytes);
    onGood();
    return archive;
  });
}

/**
 * The open workspace as a workspace file: rows, history and original files.
 * @param onMissing called with the names of original files that are gone or damaged on disk: the rest is saved without them
 */
export async function saveArchive(onMissing: (names: string[]) => void = () => {}): Promise<Uint8Array> {
  const { content, missing } = await archiveContent();
  const bytes = await packInWorker(content);
  if (missing.length > 0) onMissing(missing);
  return bytes;
}
