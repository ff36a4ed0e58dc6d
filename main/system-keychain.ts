import { safeStorage } from 'electron';
import type { Keychain } from './encryption/keychain.ts';

/** On Linux, what Chromium calls a keychain where there is none: a key that everybody knows. */
const NONE = ['basic_text', 'unknown'];

/** The keychain of this computer's system, as far as it deserves the name. */
export const systemKeychain: Keychain = {
  available: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || !NONE.includes(safeStorage.getSelectedStorageBackend())),
  seal: (bytes) => new Uint8Array(safeStorage.encryptString(Buffer.from(bytes).toString('base64'))),
  open: (bytes) => new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(bytes)), 'base64')),
};
