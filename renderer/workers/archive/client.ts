import type { ArchiveContent } from '#shared/archive/archive.ts';
import type { UnpackedArchive } from '../../store/index.ts';
import { runTask } from '../task.ts';
import type { ArchiveService, BlindCopyOrder, PackedCopy } from './archive.worker.ts';

const start = () => new Worker(new URL('./archive.worker.ts', import.meta.url), { type: 'module' });

/** A workspace with hundreds of megabytes of original files takes a minute where much else runs. Seconds. */
const TASK = { doing: 'archive', limit: 600 };

/** Makes a workspace file beside the window, which stays free, and reads it back. @throws ProblemError `copy-contradicts` */
export function packInWorker(content: ArchiveContent): Promise<Uint8Array> {
  return runTask<ArchiveService, Uint8Array>(
    start,
    (service, progress) => service.pack(content, progress),
    TASK,
  );
}

/**
 * Makes a blind copy of the open store for a second coder, beside the window, and reads it back.
 * @throws ProblemError as `blindCopyState`, or `copy-contradicts`
 */
export function packBlindCopyInWorker(storeId: string, order: BlindCopyOrder): Promise<PackedCopy> {
  return runTask<ArchiveService, PackedCopy>(
    start,
    (service, progress) => service.packBlindCopy(storeId, order, progress),
    TASK,
  );
}

/** Opens a workspace file beside the window. @throws ProblemError as `unpackArchive` */
export function unpackInWorker(bytes: Uint8Array): Promise<UnpackedArchive> {
  return runTask<ArchiveService, UnpackedArchive>(
    start,
    (service, progress) => service.unpack(bytes, progress),
    TASK,
  );
}

/** Protects a workspace file by a passphrase, beside the window. */
export function protectInWorker(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  return runTask<ArchiveService, Uint8Array>(
    start,
    (service, progress) => service.protect(bytes, passphrase, progress),
    TASK,
  );
}

/** Opens a protected file beside the window. @throws ProblemError as `unprotect` of `protected.ts` */
export function unprotectInWorker(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  return runTask<ArchiveService, Uint8Array>(start, (service) => service.unprotect(bytes, passphrase), TASK);
}
