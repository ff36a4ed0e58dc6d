import { useState } from 'react';
import { LEAST_PASSPHRASE } from '#shared/bridge.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';

/** A passphrase that is chosen, typed twice. */
export interface NewPassphrase {
  readonly value: string;
  readonly fields: Omit<NewPassphraseFieldsProps, 'label' | 'autoFocus'>;
  /** Whether it can be taken; from then on the fields say why it cannot. */
  readonly check: () => boolean;
}

export function useNewPassphrase(): NewPassphrase {
  const [value, setValue] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const short = [...value.normalize('NFKC')].length < LEAST_PASSPHRASE;
  const differs = value.normalize('NFKC') !== again.normalize('NFKC');
  return {
    value,
    fields: { value, setValue, again, setAgain, short: tried && short, differs: tried && !short && differs },
    check: () => {
      setTried(true);
      return !short && !differs;
    },
  };
}

export interface NewPassphraseFieldsProps {
  readonly label?: string;
  readonly autoFocus?: boolean;
  readonly value: string;
  readonly setValue: (value: string) => void;
  readonly again: string;
  readonly setAgain: (value: string) => void;
  readonly short: boolean;
  readonly differs: boolean;
}

export function NewPassphraseFields({ label, autoFocus = false, ...fields }: NewPassphraseFieldsProps) {
  const { t } = useSpeech();
  return (
    <>
      <PassphraseField
        label={label ?? t('encryption.passphrase')}
        hint={t('encryption.passphrase.hint', { count: LEAST_PASSPHRASE })}
        value={fields.value}
        onChange={fields.setValue}
        autoFocus={autoFocus}
        error={fields.short && t('encryption.passphrase.short', { count: LEAST_PASSPHRASE })}
      />
      <PassphraseField
        label={t('encryption.passphrase.again')}
        value={fields.again}
        onChange={fields.setAgain}
        error={fields.differs && t('encryption.passphrase.differs')}
      />
    </>
  );
}
