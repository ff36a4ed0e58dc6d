import { Text } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../platform/bridge.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { decryptOpen } from '../workspace.ts';
import { AttemptForm } from './attempt-form.tsx';
import { EncryptionDialog } from './encryption-dialog.tsx';

/** Removes the encryption of the workspace that is open. */
export function RemoveEncryption({ storeId, onClose }: { storeId: string; onClose: () => void }) {
  const { t } = useSpeech();
  const [passphrase, setPassphrase] = useState('');
  return (
    <EncryptionDialog title={t('encryption.remove.title')} onClose={onClose}>
      <AttemptForm
        label={t('encryption.remove.do')}
        color="red"
        onCancel={onClose}
        attempt={async () => {
          // Tried before anything is closed: a slip of the finger is told here.
          await call('encryption.passphrase', { storeId, current: passphrase, next: passphrase });
          onClose();
          await decryptOpen(storeId, passphrase);
        }}
      >
        <Text size="sm">{t('encryption.remove.text')}</Text>
        <PassphraseField
          label={t('encryption.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
        />
      </AttemptForm>
    </EncryptionDialog>
  );
}
