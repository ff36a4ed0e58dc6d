import { Button, Group, Stack, Text } from '@mantine/core';
import { savePlainCopy, saveProtectedCopy } from '../../dialogs/save-copy.ts';
import { encryptionTask } from '../../ui/encryption.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { report } from '../../ui/report-problem.ts';
import { AttemptForm } from './attempt-form.tsx';
import { EncryptionDialog } from './encryption-dialog.tsx';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx';

/** Says that a copy of an encrypted workspace is not encrypted, before it is made. */
export function UnencryptedCopy({ onClose }: { onClose: () => void }) {
  const { t } = useSpeech();
  return (
    <EncryptionDialog title={t('encryption.copy.title')} onClose={onClose}>
      <Stack gap="md">
        <Text size="sm">{t('encryption.copy.text')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              onClose();
              void report(savePlainCopy);
            }}
          >
            {t('encryption.copy.plain')}
          </Button>
          <Button data-autofocus onClick={() => encryptionTask.set({ kind: 'protect-copy' })}>
            {t('encryption.copy.protect')}
          </Button>
        </Group>
      </Stack>
    </EncryptionDialog>
  );
}

/** Asks for the passphrase of a copy. */
export function ProtectCopy({ onClose }: { onClose: () => void }) {
  const { t } = useSpeech();
  const passphrase = useNewPassphrase();
  return (
    <EncryptionDialog title={t('encryption.protect.title')} onClose={onClose}>
      <AttemptForm
        label={t('encryption.protect.do')}
        onCancel={onClose}
        ready={passphrase.check}
        attempt={async () => {
          if (await saveProtectedCopy(passphrase.value)) onClose();
        }}
      >
        <Text size="sm">{t('encryption.protect.text')}</Text>
        <NewPassphraseFields {...passphrase.fields} autoFocus />
      </AttemptForm>
    </EncryptionDialog>
  );
}
