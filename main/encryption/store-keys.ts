import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { CallRequest, CallResponse } from '#shared/bridge.ts';
import { newId } from '#shared/model/basics.ts';
import { noted, ProblemError } from '#shared/model/problem.ts';
import { exists, writeAtomic } from '../atomic.ts';
import { readEntry } from '../library-entry.ts';
import {
  type Cost,
  forAnotherStore,
  type Header,
  isKeyOf,
  makeHeader,
  openByEither,
  openByPassphrase,
  openByRecovery,
  withPassphrase,
  withRecovery,
} from './header.ts';
import { loadHeader, mendHeader, saveHeader } from './header-file.ts';
import type { Keychain } from './keychain.ts';
import { KeySealer } from './sealer.ts';

/** The key as this computer's keychain sealed it: of no use on another one. */
export const KEYCHAIN_FILE = 'encryption-keychain.key';

/** What makes a store an encrypted one. */
export interface Prepared {
  readonly sealer: KeySealer;
  readonly header: Header;
}

/** The keys of encrypted stores, in memory while they are in use and nowhere else. */
export class StoreKeys {
  readonly #root: string;
  readonly #keychain: Keychain | null;
  readonly #cost: Cost;
  /** By store. */
  readonly #sealers = new Map<string, KeySealer>();
  #prepared: (Prepared & { readonly ticket: string }) | null = null;

  /**
   * @param root the folder of all stores
   * @param cost what guessing a passphrase is made to cost from now on
   */
  constructor(root: string, keychain: Keychain | null, cost: Cost) {
    this.#root = root;
    this.#keychain = keychain;
    this.#cost = cost;
  }

  async prepare(passphrase: string): Promise<CallResponse<'encryption.prepare'>> {
    const { key, header, recoveryKey } = await makeHeader(passphrase, this.#cost);
    this.#prepared?.sealer.wipe();
    this.#prepared = { ticket: newId(), sealer: new KeySealer(key, header.storeSalt), header };
    key.fill(0);
    return { ticket: this.#prepared.ticket, recoveryKey };
  }

  /** What was prepared under a ticket, which stays until it is of use. @throws ProblemError `encryption-ticket` */
  prepared(ticket: string): Prepared {
    if (this.#prepared?.ticket !== ticket) throw new ProblemError('encryption-ticket');
    return this.#prepared;
  }

  /** Ready to be opened from now on, as a store that was made with what was prepared, or out of another one. */
  hold(storeId: string, sealer: KeySealer): void {
    if (this.#sealers.get(storeId) === sealer) return;
    if (this.#prepared?.sealer === sealer) this.#prepared = null;
    this.forget(storeId);
    this.#sealers.set(storeId, sealer);
  }

  /** What seals a store of the same secrets as one that is unlocked. @throws ProblemError `workspace-sealed` */
  async beside(storeId: string): Promise<Prepared> {
    const { key } = this.sealerOf(storeId);
    const header = forAnotherStore(await loadHeader(this.#folder(storeId)), key);
    return { header, sealer: new KeySealer(key, header.storeSalt) };
  }

  /** @throws ProblemError `workspace-sealed` */
  sealerOf(storeId: string): KeySealer {
    const sealer = this.#sealers.get(storeId);
    if (!sealer) throw new ProblemError('workspace-sealed');
    return sealer;
  }

  async unlock({ storeId, secret }: CallRequest<'encryption.unlock'>): Promise<void> {
    const folder = await this.#sealedFolder(storeId);
    const header = await loadHeader(folder);
    const key = await this.#keyBy(secret, header, folder);
    // What a store that is open is written with stays.
    if (!this.#sealers.has(storeId)) this.hold(storeId, new KeySealer(key, header.storeSalt));
    key.fill(0);
    // A store that can only be read is opened all the same.
    await mendHeader(folder, header).catch((thrown) => noted(thrown, 'header'));
  }

  /** What opens a store by its passphrase or recovery key, for once. @throws ProblemError as `unlock` */
  async opened(storeId: string, passphrase: string): Promise<KeySealer> {
    const header = await loadHeader(await this.#sealedFolder(storeId));
    const key = await openByEither(header, passphrase);
    const sealer = new KeySealer(key, header.storeSalt);
    key.fill(0);
    return sealer;
  }

  async changePassphrase({ storeId, current, next }: CallRequest<'encryption.passphrase'>): Promise<void> {
    const folder = await this.#sealedFolder(storeId);
    const header = await loadHeader(folder);
    const key = await openByEither(header, current);
    await saveHeader(folder, await withPassphrase(header, key, next, this.#cost));
    key.fill(0);
  }

  async changeRecovery({
    storeId,
    passphrase,
  }: CallRequest<'encryption.recovery'>): Promise<CallResponse<'encryption.recovery'>> {
    const folder = await this.#sealedFolder(storeId);
    const before = await loadHeader(folder);
    const key = await openByEither(before, passphrase);
    const { header, recoveryKey } = withRecovery(before, key);
    await saveHeader(folder, header);
    key.fill(0);
    return { recoveryKey };
  }

  async status({ storeId }: CallRequest<'encryption.status'>): Promise<CallResponse<'encryption.status'>> {
    const folder = this.#folder(storeId);
    if (!(await readEntry(folder, storeId)).sealed) return { unlocked: true, keychain: 'unavailable' };
    const unlocked = this.#sealers.has(storeId);
    if (!this.#keychain?.available()) return { unlocked, keychain: 'unavailable' };
    return { unlocked, keychain: (await exists(path.join(folder, KEYCHAIN_FILE))) ? 'kept' : 'offered' };
  }

  /** Convenience only: the passphrase and the recovery key open the store as before. @throws ProblemError `encryption-keychain` */
  async keepInKeychain({ storeId, keep }: CallRequest<'encryption.keychain'>): Promise<void> {
    const file = path.join(await this.#sealedFolder(storeId), KEYCHAIN_FILE);
    if (!keep) return rm(file, { force: true });
    const { key } = this.sealerOf(storeId);
    await writeAtomic(
      file,
      this.#asked((keychain) => keychain.seal(key)),
    );
  }

  forget(storeId: string): void {
    this.#sealers.get(storeId)?.wipe();
    this.#sealers.delete(storeId);
  }

  /** Wipes every key, that of a workspace to be as well. */
  forgetAll(): void {
    for (const storeId of [...this.#sealers.keys()]) this.forget(storeId);
    this.#prepared?.sealer.wipe();
    this.#prepared = null;
  }

  #folder(storeId: string): string {
    return path.join(this.#root, storeId);
  }

  /** @throws ProblemError `workspace-missing`, `encryption-otherwise` */
  async #sealedFolder(storeId: string): Promise<string> {
    const folder = this.#folder(storeId);
    if (!(await readEntry(folder, storeId)).sealed) throw new ProblemError('encryption-otherwise');
    return folder;
  }

  async #keyBy(
    secret: CallRequest<'encryption.unlock'>['secret'],
    header: Header,
    folder: string,
  ): Promise<Buffer> {
    if (secret.kind === 'passphrase') return openByPassphrase(header, secret.text);
    if (secret.kind === 'recovery') return openByRecovery(header, secret.text);
    const kept = await readFile(path.join(folder, KEYCHAIN_FILE)).catch(() => null);
    if (!kept) throw new ProblemError('encryption-keychain');
    const key = Buffer.from(this.#asked((keychain) => keychain.open(kept)));
    if (!isKeyOf(header, key)) throw new ProblemError('encryption-keychain');
    return key;
  }

  /** @throws ProblemError `encryption-keychain` */
  #asked(ask: (keychain: Keychain) => Uint8Array): Uint8Array {
    if (!this.#keychain?.available()) throw new ProblemError('encryption-keychain');
    try {
      return ask(this.#keychain);
    } catch (cause) {
      throw new ProblemError('encryption-keychain', {}, { cause });
    }
  }
}
