import { Input, SegmentedControl } from '@mantine/core';
import { SCALE_SIZES, type ScaleSize } from '#shared/model/scale.ts';
import { useSpeech } from '../../ui/i18n.tsx';

export interface ScaleChoiceProps {
  readonly size: ScaleSize;
  /** That of the round before, where there is one; another one cannot be compared with it. */
  readonly earlier: ScaleSize | null;
  /** Rating has begun: it stays as it is. */
  readonly fixed: boolean;
  readonly onChange: (size: ScaleSize) => void;
}

/** Of how many points the scales of a round are, until rating begins. */
export function ScaleChoice({ size, earlier, fixed, onChange }: ScaleChoiceProps) {
  const { t } = useSpeech();
  const before = t(fixed ? 'round.scale.fixed' : 'round.scale.hint');
  return (
    <Input.Wrapper
      label={t('round.scale')}
      labelElement="div"
      description={
        earlier === null || earlier === size
          ? before
          : t('chart.sentences', { before, after: t('round.scale.other', { earlier }) })
      }
    >
      <div>
        <SegmentedControl
          mt={6}
          aria-label={t('round.scale')}
          disabled={fixed}
          data={SCALE_SIZES.map((one) => ({
            value: String(one),
            label: t('round.scale.of', { most: one }),
          }))}
          value={String(size)}
          onChange={(chosen) => {
            const found = SCALE_SIZES.find((one) => String(one) === chosen);
            if (found && found !== size) onChange(found);
          }}
        />
      </div>
    </Input.Wrapper>
  );
}
