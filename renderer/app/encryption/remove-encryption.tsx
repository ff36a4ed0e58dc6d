import { call } from '../../platform/bridge.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { decryptOpen } from '../workspace.ts';
import { EncryptionDialog } from './encryption-dialog.tsx';
import { PassphraseAttempt } from './passphrase-attempt.tsx';

/** Removes the encryption of the workspace that is open. */
export function RemoveEncryption({ storeId, onClose }: { storeId: string; onClose: () => void }) {
  const { t } = useSpeech();
  return (
    <EncryptionDialog title={t('encryption.remove.title')} onClose={onClose}>
      <PassphraseAttempt
        label={t('encryption.remove.do')}
        color="red"
        text={t('encryption.remove.text')}
        onCancel={onClose}
        attempt={async (passphrase) => {
          // Tried before anything is closed: a slip of the finger is told here.
          await call('encryption.passphrase', { storeId, current: passphrase, next: passphrase });
          onClose();
          await decryptOpen(storeId, passphrase);
        }}
      />
    </EncryptionDialog>
  );
}
