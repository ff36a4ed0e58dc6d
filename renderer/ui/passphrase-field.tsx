import { PasswordInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSpeech } from './i18n.tsx';

export interface PassphraseFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error?: ReactNode;
  readonly onChange: (value: string) => void;
  /** The one that the keyboard begins in. */
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
}

/** A passphrase, hidden as it is typed unless its owner wants to see it. Kept nowhere but in the form. */
export function PassphraseField({ label, hint, onChange, autoFocus = false, ...rest }: PassphraseFieldProps) {
  const { t } = useSpeech();
  const [capsLock, setCapsLock] = useState(false);
  const look = (event: { getModifierState: (key: 'CapsLock') => boolean }) =>
    setCapsLock(event.getModifierState('CapsLock'));
  return (
    <PasswordInput
      {...rest}
      label={label}
      description={capsLock ? t('passphrase.capsLock') : hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      spellCheck={false}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      visibilityToggleButtonProps={{ 'aria-label': t('seal.passphrase.show', { label }) }}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={look}
      onKeyUp={look}
    />
  );
}
