import { useState } from 'react';
import { call } from '../../platform/bridge.ts';
import { useObservable } from '../../platform/observable.ts';
import { profile } from '../../platform/profile.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyDone } from '../../ui/notify-undo.tsx';
import { AttemptForm } from './attempt-form.tsx';
import { EncryptionDialog } from './encryption-dialog.tsx';
import { PassphraseAttempt } from './passphrase-attempt.tsx';
import { CheckKey } from './set-up.tsx';
import { ShowRecoveryKey } from './show-recovery-key.tsx';

/** Another recovery key for the workspace that is open. */
export function RenewRecovery({ storeId, onClose }: { storeId: string; onClose: () => void }) {
  const { t } = useSpeech();
  const label = useObservable(profile)?.library.find((entry) => entry.storeId === storeId)?.name ?? '';
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const [checking, setChecking] = useState(false);
  const done = () => {
    onClose();
    notifyDone(t('encryption.renew.done'));
  };
  return (
    <EncryptionDialog
      title={t(recoveryKey === null ? 'encryption.renew.title' : 'encryption.recovery.title')}
      size="lg"
      onClose={onClose}
    >
      {recoveryKey === null ? (
        <PassphraseAttempt
          label={t('encryption.renew.do')}
          text={t('encryption.renew.text')}
          onCancel={onClose}
          attempt={async (passphrase) =>
            setRecoveryKey((await call('encryption.recovery', { storeId, passphrase })).recoveryKey)
          }
        />
      ) : checking ? (
        <CheckKey
          recoveryKey={recoveryKey}
          label={t('encryption.check.done')}
          onBack={() => setChecking(false)}
          onRight={done}
        />
      ) : (
        <AttemptForm
          label={t('encryption.continue')}
          cancelLabel={t('common.close')}
          onCancel={onClose}
          attempt={async () => setChecking(true)}
        >
          <ShowRecoveryKey recoveryKey={recoveryKey} label={label} />
        </AttemptForm>
      )}
    </EncryptionDialog>
  );
}
