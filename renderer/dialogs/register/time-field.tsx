import { TextInput } from '@mantine/core';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { FiscalYearConvention } from '#shared/model/workspace.ts';
import { type Time, typedFiscalYear } from '#shared/register/typed-time.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** What a text says of a time; `valid` = it is a date, a fiscal year, or nothing. */
export function readTime(
  typed: string,
  convention: FiscalYearConvention,
): Time & { readonly valid: boolean } {
  const fiscalYear = typedFiscalYear(typed, convention);
  if (fiscalYear !== null) return { when: null, fiscalYear, valid: true };
  const { date, problem } = typedDate(typed);
  return { when: date, fiscalYear: null, valid: problem === null };
}

/** A time as it is written. */
export function useTimeText(convention: FiscalYearConvention | undefined) {
  const { day, language } = useSpeech();
  return ({ when, fiscalYear }: Time): string => {
    if (when !== null) return day(when);
    return fiscalYear === null || !convention ? '' : fiscalYearLabel(fiscalYear, convention, language);
  };
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly convention: FiscalYearConvention;
  readonly onChange: (typed: string) => void;
}

/** A date as far as it is known, or a fiscal year, in one field; says how it is understood. */
export function TimeField({ label, value, convention, onChange }: TimeFieldProps) {
  const { t } = useSpeech();
  const timeText = useTimeText(convention);
  const time = readTime(value, convention);
  const understood = timeText(time);
  return (
    <TextInput
      label={label}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      description={
        time.valid && understood !== '' && understood !== value.trim()
          ? t('date.understood', { date: understood })
          : t('register.entry.when.hint')
      }
      error={time.valid ? undefined : t('register.entry.when.unclear')}
    />
  );
}
