import type { Sealing } from '#shared/bridge.ts';
import { observable } from '../platform/observable.ts';

/** For what a workspace is to be encrypted: it is made, it is there already, or it comes out of a file. */
export type SealingPurpose = 'new' | 'existing' | 'file' | 'protected-file';

/** Something that a person is asked about encryption, above any screen. */
export type EncryptionTask =
  | {
      readonly kind: 'set-up';
      readonly purpose: SealingPurpose;
      /** `plain` = it is stored unencrypted; null = the person went back. */
      readonly answer: (sealing: Sealing | 'plain' | null) => void;
    }
  | { readonly kind: 'encrypt' | 'passphrase' | 'recovery' | 'decrypt'; readonly storeId: string }
  | { readonly kind: 'copy' | 'protect-copy' }
  | {
      readonly kind: 'protected-file';
      /** Tries a passphrase on the file. */
      readonly open: (passphrase: string) => Promise<void>;
      readonly cancel: () => void;
    };

/** What is asked now; null = nothing. */
export const encryptionTask = observable<EncryptionTask | null>(null);

/** Asks for the passphrase of a workspace that is to be encrypted, and hands over its recovery key. */
export function askForSealing(purpose: SealingPurpose): Promise<Sealing | 'plain' | null> {
  return new Promise((answer) => {
    encryptionTask.set({
      kind: 'set-up',
      purpose,
      answer: (sealing) => {
        encryptionTask.set(null);
        answer(sealing);
      },
    });
  });
}
