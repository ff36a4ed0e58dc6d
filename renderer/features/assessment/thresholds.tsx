import { SimpleGrid, Text } from '@mantine/core';
import { defaultThresholds, type Thresholds } from '#shared/model/round.ts';
import type { ScaleSize } from '#shared/model/scale.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { SavedNumber } from '../../ui/saved-number.tsx';

export const THRESHOLD_FIELDS: readonly {
  readonly field: keyof Thresholds;
  readonly min: number;
  /** `scale`: the highest point of the round's scale. */
  readonly max: number | 'scale';
  readonly whole: boolean;
}[] = [
  { field: 'severe', min: 1, max: 'scale', whole: false },
  { field: 'likely', min: 1, max: 'scale', whole: false },
  { field: 'floor', min: 1, max: 'scale', whole: false },
  { field: 'topThemes', min: 0, max: 20, whole: true },
  { field: 'nearBand', min: 0, max: 2, whole: false },
];

export interface ThresholdFieldsProps {
  readonly thresholds: Thresholds;
  /** Of how many points the scale is. */
  readonly size: ScaleSize;
  readonly disabled: boolean;
  /** Names the round: what is no number is kept in its field. */
  readonly draftKey?: string | undefined;
  readonly onChange: (thresholds: Thresholds) => void;
}

/** Where a round draws its lines, each with what it decides. */
export function ThresholdFields({ thresholds, size, disabled, draftKey, onChange }: ThresholdFieldsProps) {
  const { t } = useSpeech();
  const usual = defaultThresholds(size);
  return (
    <>
      <Text size="xs" c="dimmed" mb="sm">
        {t('round.thresholds.hint')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
        {THRESHOLD_FIELDS.map(({ field, min, max, whole }) => (
          <SavedNumber
            key={field}
            label={t(`round.threshold.${field}`)}
            description={t(`round.threshold.${field}.hint`, { usual: usual[field] })}
            range={{ min, max: max === 'scale' ? size : max, whole }}
            disabled={disabled}
            value={thresholds[field]}
            draftKey={draftKey && `${draftKey}/${field}`}
            onSave={(value) => value !== null && onChange({ ...thresholds, [field]: value })}
          />
        ))}
      </SimpleGrid>
    </>
  );
}
