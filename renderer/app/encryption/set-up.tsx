import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallResponse, Sealing } from '#shared/bridge.ts';
import { call } from '../../platform/bridge.ts';
import type { SealingPurpose } from '../../ui/encryption.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { AboutEncryption } from './about-encryption.tsx';
import { AttemptForm } from './attempt-form.tsx';
import { CheckFields, useCheckedKey } from './check-recovery-key.tsx';
import { EncryptionDialog } from './encryption-dialog.tsx';
import { type NewPassphrase, NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx';
import { ShowRecoveryKey } from './show-recovery-key.tsx';

const STEPS = ['about', 'passphrase', 'recovery', 'check'] as const;
type Step = (typeof STEPS)[number];
type Prepared = CallResponse<'encryption.prepare'>;

export interface SetUpProps {
  readonly purpose: SealingPurpose;
  /** `plain` = it is stored unencrypted; null = the person went back. */
  readonly onDone: (sealing: Sealing | 'plain' | null) => void;
}

/** Says what encryption does, has a passphrase chosen, and hands over the recovery key. Nothing is encrypted yet. */
export function SetUp({ purpose, onDone }: SetUpProps) {
  const { t } = useSpeech();
  const [step, setStep] = useState<Step>('about');
  const [label, setLabel] = useState(t('encryption.label.usual'));
  const passphrase = useNewPassphrase();
  const [prepared, setPrepared] = useState<Prepared | null>(null);
  const prepare = async () => {
    setPrepared(await call('encryption.prepare', { passphrase: passphrase.value }));
    setStep('recovery');
  };
  const named = label.trim() || t('encryption.label.usual');
  return (
    <EncryptionDialog title={t(`encryption.${step}.title`)} size="lg" onClose={() => onDone(null)}>
      <Text size="xs" c="dimmed" mb="xs">
        {t('encryption.step', { step: STEPS.indexOf(step) + 1, count: STEPS.length })}
      </Text>
      {step === 'about' && (
        <AttemptForm
          key={step}
          label={t('encryption.continue')}
          onCancel={() => onDone(null)}
          beside={
            purpose === 'protected-file' && (
              <Button variant="default" onClick={() => onDone('plain')}>
                {t('encryption.about.plain')}
              </Button>
            )
          }
          attempt={async () => setStep('passphrase')}
        >
          <AboutEncryption purpose={purpose} />
        </AttemptForm>
      )}
      {step === 'passphrase' && (
        <ChoosePassphrase
          {...{ label, setLabel, passphrase }}
          onNext={prepare}
          onBack={() => setStep('about')}
        />
      )}
      {prepared && step === 'recovery' && (
        <AttemptForm
          key={step}
          label={t('encryption.continue')}
          onCancel={() => onDone(null)}
          attempt={async () => setStep('check')}
        >
          <ShowRecoveryKey recoveryKey={prepared.recoveryKey} label={named} />
        </AttemptForm>
      )}
      {prepared && step === 'check' && (
        <CheckKey
          recoveryKey={prepared.recoveryKey}
          label={t(purpose === 'new' ? 'encryption.check.create' : 'encryption.check.encrypt')}
          onBack={() => setStep('recovery')}
          onRight={() => onDone({ ticket: prepared.ticket, label: named })}
        />
      )}
    </EncryptionDialog>
  );
}

interface ChoosePassphraseProps {
  readonly label: string;
  readonly setLabel: (label: string) => void;
  readonly passphrase: NewPassphrase;
  readonly onNext: () => Promise<void>;
  readonly onBack: () => void;
}

function ChoosePassphrase({ label, setLabel, passphrase, onNext, onBack }: ChoosePassphraseProps) {
  const { t } = useSpeech();
  return (
    <AttemptForm
      label={t('encryption.continue')}
      cancelLabel={t('encryption.back')}
      onCancel={onBack}
      ready={passphrase.check}
      attempt={onNext}
    >
      <NewPassphraseFields {...passphrase.fields} autoFocus />
      <TextInput
        label={t('encryption.label')}
        description={t('encryption.label.hint')}
        value={label}
        maxLength={200}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
    </AttemptForm>
  );
}

export interface CheckKeyProps {
  readonly recoveryKey: string;
  /** The word on the button. */
  readonly label: string;
  readonly onBack: () => void;
  readonly onRight: () => void;
}

/** Asks for two groups of the recovery key. */
export function CheckKey({ recoveryKey, label, onBack, onRight }: CheckKeyProps) {
  const { t } = useSpeech();
  const checked = useCheckedKey(recoveryKey);
  return (
    <AttemptForm
      label={label}
      cancelLabel={t('encryption.back')}
      onCancel={onBack}
      ready={checked.check}
      attempt={async () => onRight()}
    >
      <CheckFields {...checked.fields} />
    </AttemptForm>
  );
}
