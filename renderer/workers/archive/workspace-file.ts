import { archiveContent } from '../../store/index.ts';
import { packInWorker } from './client.ts';

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
