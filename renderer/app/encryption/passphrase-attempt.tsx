import { Text } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../ui/i18n.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { AttemptForm, type AttemptFormProps } from './attempt-form.tsx';

export interface PassphraseAttemptProps extends Pick<AttemptFormProps, 'label' | 'color' | 'onCancel'> {
  /** What the passphrase is asked for. */
  readonly text: string;
  readonly attempt: (passphrase: string) => Promise<unknown>;
}

/** Asks for a passphrase that is there already, and tries it. */
export function PassphraseAttempt({ text, attempt, ...form }: PassphraseAttemptProps) {
  const { t } = useSpeech();
  const [passphrase, setPassphrase] = useState('');
  return (
    <AttemptForm {...form} attempt={() => attempt(passphrase)}>
      <Text size="sm">{text}</Text>
      <PassphraseField
        label={t('encryption.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
      />
    </AttemptForm>
  );
}
