import { Text } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../ui/i18n.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { AttemptForm } from './attempt-form.tsx';
import { EncryptionDialog } from './encryption-dialog.tsx';

export interface ProtectedFileProps {
  readonly open: (passphrase: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Asks for the passphrase of a file. */
export function ProtectedFile({ open, onCancel }: ProtectedFileProps) {
  const { t } = useSpeech();
  const [passphrase, setPassphrase] = useState('');
  return (
    <EncryptionDialog title={t('encryption.protected.title')} onClose={onCancel}>
      <AttemptForm label={t('encryption.protected.do')} onCancel={onCancel} attempt={() => open(passphrase)}>
        <Text size="sm">{t('encryption.protected.text')}</Text>
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
