import { encryptionTask } from '../../ui/encryption.ts';
import { unprotectInWorker } from '../../workers/archive/client.ts';

/** Asks for the passphrase of a protected file until it opens. @returns null = the person went back */
export function askToUnprotect(bytes: Uint8Array): Promise<Uint8Array | null> {
  return new Promise((answer) => {
    encryptionTask.set({
      kind: 'protected-file',
      open: async (passphrase) => {
        const clear = await unprotectInWorker(bytes, passphrase);
        encryptionTask.set(null);
        answer(clear);
      },
      cancel: () => {
        encryptionTask.set(null);
        answer(null);
      },
    });
  });
}
