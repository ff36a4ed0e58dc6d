import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import { FiscalYear } from '#shared/model/basics.ts';
import type { FiscalYearConvention } from '#shared/model/workspace.ts';
import { useSpeech } from './i18n.tsx';

/** The first fiscal year that the model knows. */
const FIRST = FiscalYear.minValue ?? 1900;

interface FiscalYearSelectProps {
  readonly label: string;
  readonly convention: FiscalYearConvention;
  readonly value: number;
  /** The last one to choose from. */
  readonly last: number;
  readonly onChange: (year: number) => void;
}

/** Any fiscal year up to one, the latest first; a few digits find one that is long ago. */
export function FiscalYearSelect({ label, convention, value, last, onChange }: FiscalYearSelectProps) {
  const { language } = useSpeech();
  const years = useMemo(
    () =>
      Array.from(
        { length: Math.max(last, value) - FIRST + 1 },
        (_, index) => Math.max(last, value) - index,
      ).map((year) => ({ value: String(year), label: fiscalYearLabel(year, convention, language) })),
    [last, value, convention, language],
  );
  return (
    <Select
      w={130}
      label={label}
      searchable
      allowDeselect={false}
      data={years}
      value={String(value)}
      onChange={(chosen) => chosen && onChange(Number(chosen))}
    />
  );
}
