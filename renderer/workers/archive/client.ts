import { type Remote, wrap } from 'comlink';
import type { ArchiveContent } from '#shared/archive/archive.ts';
import { ProblemError, type Result } from '#shared/model/problem.ts';
import type { UnpackedArchive } from '../../store/index.ts';
import type { ArchiveService } from './archive.worker.ts';

/** Makes a workspace file beside the window, which stays free, and reads it back. @throws ProblemError `copy-contradicts` */
export function packInWorker(content: ArchiveContent): Promise<Uint8Array> {
  return inWorker((service) => service.pack(content));
}

/** Opens a workspace file beside the window. @throws ProblemError as `unpackArchive` */
export function unpackInWorker(bytes: Uint8Array): Promise<UnpackedArchive> {
  return inWorker((service) => service.unpack(bytes));
}

/** One worker a file: what it held is gone with it. */
async function inWorker<R>(work: (service: Remote<ArchiveService>) => Promise<Result<R>>): Promise<R> {
  const worker = new Worker(new URL('./archive.worker.ts', import.meta.url), { type: 'module' });
  try {
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => reject(new Error(event.message || 'archive')));
    });
    const result = await Promise.race([work(wrap<ArchiveService>(worker)), failed]);
    if (!result.ok) throw new ProblemError(result.problem.code, result.problem.params);
    return result.value;
  } finally {
    worker.terminate();
  }
}
