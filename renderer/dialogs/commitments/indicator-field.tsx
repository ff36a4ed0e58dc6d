import { Select } from '@mantine/core';
import type { IdOf } from '#shared/model/id.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';

interface IndicatorFieldProps {
  readonly value: IdOf<'indicators'> | null;
  readonly onChange: (indicatorId: IdOf<'indicators'> | null) => void;
}

/** By which indicator of the workspace it can be seen whether a commitment was kept; nothing where there is none to choose. */
export function IndicatorField({ value, onChange }: IndicatorFieldProps) {
  const { t, local } = useSpeech();
  const indicators = useRows((db) => db.indicators.toArray(), []) ?? [];
  if (indicators.length === 0) return null;
  return (
    <Select
      label={t('commitment.field.measuredBy')}
      placeholder={t('commitment.field.measuredBy.none')}
      clearable
      searchable={indicators.length > 8}
      clearButtonProps={{ 'aria-label': t('commitment.field.measuredBy.none') }}
      data={indicators.map(({ id, name }) => ({ value: id, label: local(name) || '–' }))}
      value={value}
      onChange={onChange}
    />
  );
}
