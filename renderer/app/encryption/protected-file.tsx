import { useSpeech } from '../../ui/i18n.tsx';
import { EncryptionDialog } from './encryption-dialog.tsx';
import { PassphraseAttempt } from './passphrase-attempt.tsx';

export interface ProtectedFileProps {
  readonly open: (passphrase: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Asks for the passphrase of a file. */
export function ProtectedFile({ open, onCancel }: ProtectedFileProps) {
  const { t } = useSpeech();
  return (
    <EncryptionDialog title={t('encryption.protected.title')} onClose={onCancel}>
      <PassphraseAttempt
        label={t('encryption.protected.do')}
        text={t('encryption.protected.text')}
        onCancel={onCancel}
        attempt={open}
      />
    </EncryptionDialog>
  );
}
