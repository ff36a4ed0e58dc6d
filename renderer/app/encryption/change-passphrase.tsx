import { Text } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../platform/bridge.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyDone } from '../../ui/notify-undo.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { AttemptForm } from './attempt-form.tsx';
import { EncryptionDialog } from './encryption-dialog.tsx';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx';

/** Another passphrase for the workspace that is open. */
export function ChangePassphrase({ storeId, onClose }: { storeId: string; onClose: () => void }) {
  const { t } = useSpeech();
  const [current, setCurrent] = useState('');
  const next = useNewPassphrase();
  return (
    <EncryptionDialog title={t('encryption.change.title')} onClose={onClose}>
      <AttemptForm
        label={t('encryption.change.do')}
        onCancel={onClose}
        ready={next.check}
        attempt={async () => {
          await call('encryption.passphrase', { storeId, current, next: next.value });
          onClose();
          notifyDone(t('encryption.change.done'));
        }}
      >
        <PassphraseField
          label={t('encryption.change.current')}
          value={current}
          onChange={setCurrent}
          autoFocus
        />
        <NewPassphraseFields label={t('encryption.change.next')} {...next.fields} />
        <Text size="sm" c="dimmed">
          {t('encryption.change.text')}
        </Text>
      </AttemptForm>
    </EncryptionDialog>
  );
}
