import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import { FiscalYear } from '#shared/model/basics.ts';
import type { FiscalYearConvention } from '#shared/model/workspace.ts';
import { useSpeech } from './i18n.tsx';

/** The first fiscal year that the model knows. */
const FIRST = FiscalYear.minValue ?? 1900;

interface FiscalYearSelectProps
  extends Pick<SelectProps, 'label' | 'w' | 'required' | 'placeholder' | 'error'> {
  readonly convention: FiscalYearConvention;
  /** Null = none is chosen yet. */
  readonly value: number | null;
  /** The last one to choose from. */
  readonly last: number;
  readonly testId?: string;
  readonly onChange: (year: number) => void;
}

/** Any fiscal year up to one, the latest first; a few digits find one that is long ago. */
export function FiscalYearSelect({
  convention,
  value,
  last,
  testId,
  onChange,
  ...field
}: FiscalYearSelectProps) {
  const { language } = useSpeech();
  const latest = Math.max(last, value ?? last);
  const years = useMemo(
    () =>
      Array.from({ length: latest - FIRST + 1 }, (_, index) => latest - index).map((year) => ({
        value: String(year),
        label: fiscalYearLabel(year, convention, language),
      })),
    [latest, convention, language],
  );
  return (
    <Select
      {...field}
      searchable
      allowDeselect={false}
      data={years}
      value={value === null ? null : String(value)}
      data-testid={testId}
      onChange={(chosen) => chosen && onChange(Number(chosen))}
    />
  );
}
