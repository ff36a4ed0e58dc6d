import { proxy } from 'comlink';
import type { Language } from '#shared/i18n/index.ts';
import type { Choice } from '#shared/merge/placing.ts';
import type { Merging } from '#shared/merge/resolve.ts';
import { problem } from '#shared/model/problem.ts';
import type { UnpackedArchive } from '../../store/index.ts';
import { WorkerLink } from '../link.ts';
import type { Progress } from '../task.ts';
import type { ReturnedCopy, ReturnedService, ReturnedWork } from './returned.worker.ts';

export type { ReturnedCopy, ReturnedWork } from './returned.worker.ts';

/** A workspace file that is looked at before it is decided what becomes of it. It is read once, in its own worker. */
export class ReturnedFile {
  /** Whether it was protected by a passphrase. */
  readonly isProtected: boolean;
  readonly #link = new WorkerLink<ReturnedService>(
    new Worker(new URL('./returned.worker.ts', import.meta.url), { type: 'module' }),
    'returned copy',
    (reason) => problem('task-failed', { reason }),
  );

  constructor(isProtected = false) {
    this.isProtected = isProtected;
  }

  /** @throws ProblemError as `unpackArchive` and `checkWorkable`, or `task-cancelled` */
  read(
    bytes: Uint8Array,
    stores: readonly string[],
    language: Language,
    onProgress: Progress = () => {},
  ): Promise<ReturnedCopy> {
    return this.#link.request((service) => service.read(bytes, stores, language, proxy(onProgress)));
  }

  resolve(choices: ReadonlyMap<string, Choice>, merging: Merging): Promise<ReturnedWork> {
    return this.#link.request((service) => service.resolve([...choices], merging));
  }

  unpacked(): Promise<UnpackedArchive> {
    return this.#link.request((service) => service.unpacked());
  }

  /** Gives up what is under way: it ends with `task-cancelled`. */
  cancel(): void {
    this.#link.stop(problem('task-cancelled'));
  }

  /** Lets the file go. */
  close(): void {
    this.#link.close();
  }
}
