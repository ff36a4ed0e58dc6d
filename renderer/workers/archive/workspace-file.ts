import { archiveContent, type WorkspaceContent } from '../../store/index.ts';
import { packInWorker } from './client.ts';

/** What a file does not hold, for the person to be told. */
export type Lacks = Pick<WorkspaceContent, 'missing' | 'withheld'>;

/**
 * The open workspace as a workspace file: rows, history and original files.
 * @param onMade told what is not in it: original files that are gone or damaged on disk, and ratings of assessors who have
 * not finished
 */
export async function saveArchive(onMade: (lacks: Lacks) => void = () => {}): Promise<Uint8Array> {
  const { content, ...lacks } = await archiveContent();
  const bytes = await packInWorker(content);
  onMade(lacks);
  return bytes;
}
