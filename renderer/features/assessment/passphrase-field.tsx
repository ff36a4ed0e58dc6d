import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../../ui/i18n.tsx';

export interface PassphraseFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error?: ReactNode;
  readonly onChange: (value: string) => void;
  /** The one that the keyboard begins in. */
  readonly autoFocus?: boolean;
}

/** A passphrase, hidden as it is typed unless its owner wants to see it. Kept nowhere but in the form. */
export function PassphraseField({ label, hint, onChange, autoFocus = false, ...rest }: PassphraseFieldProps) {
  const { t } = useSpeech();
  return (
    <PasswordInput
      {...rest}
      label={label}
      description={hint}
      autoComplete="off"
      autoFocus={autoFocus}
      visibilityToggleButtonProps={{ 'aria-label': t('seal.passphrase.show', { label }) }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
