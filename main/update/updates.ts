import type { KeyObject } from 'node:crypto';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { UpdateOffer } from '#shared/bridge.ts';
import { ProblemError, reasonOf } from '#shared/model/problem.ts';
import { exists, makeFolder } from '../atomic.ts';
import { isNewer, UpdateManifest, type UpdatePackage } from './manifest.ts';
import { readPublicKey, readSigned } from './signed.ts';

/** A manifest is a few pages; what is larger is none. */
const MOST_BYTES = 1024 * 1024;
/** What the system has an installer for. Anything else is only shown in its folder, since opening it could run it. */
const INSTALLABLE = ['.deb', '.rpm', '.msi', '.exe', '.dmg', '.pkg'];

export interface UpdateContext {
  /** The public key built in (PEM); '' = this build takes no updates. */
  readonly key: string;
  readonly version: string;
  readonly platform: string;
  readonly arch: string;
  /** Where the checked package is put before it is handed over. */
  readonly folder: string;
  /** Opens a file with the program of the system that it is for. @returns why not; '' = opened */
  readonly open: (file: string) => Promise<string>;
  /** Shows a file in its folder. */
  readonly show: (file: string) => void;
}

/** Updates out of files that a person brings: checked here, and installed by the system alone. */
export class Updates {
  readonly #context: UpdateContext;
  #checked: { readonly file: string; readonly update: UpdatePackage } | null = null;

  constructor(context: UpdateContext) {
    this.#context = context;
  }

  /** @throws ProblemError `update-none-taken` */
  requireKey(): KeyObject {
    if (this.#context.key === '') throw new ProblemError('update-none-taken');
    return readPublicKey(this.#context.key);
  }

  /**
   * Checks an update file and the package beside it, and tells what it is about.
   * @throws ProblemError `update-none-taken`, `update-not-one`, `update-signature`, `update-not-newer`,
   *   `update-platform`, `update-package-missing`, `update-package-changed`, `file-unreadable`
   */
  async check(file: string): Promise<UpdateOffer> {
    this.#checked = null;
    const { version: own, platform, arch } = this.#context;
    const name = path.basename(file);
    const { version, changes, packages } = await readManifest(file, this.requireKey());
    if (!isNewer(version, own)) throw new ProblemError('update-not-newer', { version, own });
    const fitting = packages.filter((one) => one.platform === platform && one.arch === arch);
    if (fitting.length === 0) throw new ProblemError('update-platform', { name });
    const folder = path.dirname(file);
    const update = await firstIn(folder, fitting);
    const checked = { file: path.join(folder, update.name), update };
    await requireUnchanged(checked.file, update);
    this.#checked = checked;
    return {
      version,
      own,
      name: update.name,
      changes: changes.filter((one) => isNewer(one.version, own) && !isNewer(one.version, version)),
    };
  }

  /**
   * Hands the package that was checked last to the system: a copy that is checked again, since where it lay others may write.
   * @returns `shown` where the system has no installer for it, so that it is only shown in its folder
   * @throws ProblemError `update-package-missing`, `update-package-changed`, `save-failed`
   */
  async handOver(): Promise<'opened' | 'shown'> {
    const { folder, open, show } = this.#context;
    const checked = this.#checked;
    if (!checked) throw new ProblemError('call-refused', { name: 'update.handOver' });
    const { name } = checked.update;
    if (!(await exists(checked.file))) throw new ProblemError('update-package-missing', { name });
    const copy = path.join(folder, name);
    await this.tidy();
    await makeFolder(folder);
    await copyFile(checked.file, copy).catch((cause) => {
      throw new ProblemError('save-failed', { name, reason: reasonOf(cause) }, { cause });
    });
    await requireUnchanged(copy, checked.update);
    const isInstallable = INSTALLABLE.includes(path.extname(name).toLowerCase());
    if (isInstallable && (await open(copy)) === '') return 'opened';
    show(copy);
    return 'shown';
  }

  /** Removes the package that was handed over, which is installed by now or no longer wanted. */
  async tidy(): Promise<void> {
    await rm(this.#context.folder, { recursive: true, force: true });
  }
}

async function readManifest(file: string, key: KeyObject): Promise<UpdateManifest> {
  const name = path.basename(file);
  const bytes = await readSmall(file, name);
  const read = bytes && readSigned(bytes, key);
  if (!read) throw new ProblemError('update-not-one', { name });
  if (read.content === null) throw new ProblemError('update-signature', { name });
  const manifest = UpdateManifest.safeParse(JSON.parse(read.content));
  // Signed, and yet not to be read: made for a version that writes it otherwise.
  if (!manifest.success) throw new ProblemError('update-not-one', { name });
  return manifest.data;
}

/** @returns null where it is too large to be one */
async function readSmall(file: string, name: string): Promise<Buffer | null> {
  try {
    return (await stat(file)).size > MOST_BYTES ? null : await readFile(file);
  } catch (cause) {
    throw new ProblemError('file-unreadable', { name, reason: reasonOf(cause) }, { cause });
  }
}

/** The first of the packages that lies in the folder. */
async function firstIn(folder: string, packages: readonly UpdatePackage[]): Promise<UpdatePackage> {
  for (const one of packages) if (await exists(path.join(folder, one.name))) return one;
  throw new ProblemError('update-package-missing', { name: packages[0]?.name ?? '' });
}

async function requireUnchanged(file: string, { name, sha256 }: UpdatePackage): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash).catch((cause) => {
    throw new ProblemError('file-unreadable', { name, reason: reasonOf(cause) }, { cause });
  });
  if (hash.digest('hex') !== sha256) throw new ProblemError('update-package-changed', { name });
}
