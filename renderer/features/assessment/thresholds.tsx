import { NumberInput, SimpleGrid, Text } from '@mantine/core';
import { DEFAULT_THRESHOLDS, type Thresholds } from '#shared/model/round.ts';
import { useSpeech } from '../../ui/i18n.tsx';

export const THRESHOLD_FIELDS: readonly {
  readonly field: keyof Thresholds;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}[] = [
  { field: 'severe', min: 1, max: 5, step: 0.5 },
  { field: 'likely', min: 1, max: 5, step: 0.5 },
  { field: 'floor', min: 1, max: 5, step: 0.5 },
  { field: 'topThemes', min: 0, max: 20, step: 1 },
  { field: 'nearBand', min: 0, max: 2, step: 0.25 },
];

export interface ThresholdFieldsProps {
  readonly thresholds: Thresholds;
  readonly disabled: boolean;
  readonly onChange: (thresholds: Thresholds) => void;
}

/** Where a round draws its lines, each with what it decides. */
export function ThresholdFields({ thresholds, disabled, onChange }: ThresholdFieldsProps) {
  const { t } = useSpeech();
  return (
    <>
      <Text size="xs" c="dimmed" mb="sm">
        {t('round.thresholds.hint')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
        {THRESHOLD_FIELDS.map(({ field, min, max, step }) => (
          <NumberInput
            key={field}
            size="sm"
            label={t(`round.threshold.${field}`)}
            description={t(`round.threshold.${field}.hint`, { usual: DEFAULT_THRESHOLDS[field] })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={min}
            max={max}
            step={step}
            clampBehavior="strict"
            disabled={disabled}
            value={thresholds[field]}
            onChange={(value) => {
              if (typeof value === 'number' && value !== thresholds[field])
                onChange({ ...thresholds, [field]: field === 'topThemes' ? Math.round(value) : value });
            }}
          />
        ))}
      </SimpleGrid>
    </>
  );
}
