import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { mostSaid, type Said, type SaidOfImpact } from '#shared/assessment/impact-said.ts';
import { useSpeech } from '../../ui/i18n.tsx';

interface AnswersProps<V> {
  readonly said: readonly Said<V>[];
  readonly label: (value: V) => string;
  /** Whether the field holds what most of them said. */
  readonly isTaken: (value: V) => boolean;
  readonly disabled: boolean;
  readonly onUse: (value: V) => void;
}

/** What the assessors answered, beside the field: it comes into it only when a person takes it. */
export function Answers<V>({ said, label, isTaken, disabled, onUse }: AnswersProps<V>) {
  const { t } = useSpeech();
  const most = mostSaid(said);
  return (
    <Group gap="xs" mt={4} justify="space-between">
      <Text size="xs" c="dimmed">
        {said.length === 0
          ? t('impact.said.none')
          : t('impact.said', {
              said: said
                .map(({ value, count }) => t('impact.said.one', { value: label(value), count }))
                .join(t('chart.separator')),
            })}
      </Text>
      {most !== null && !isTaken(most) && !disabled && (
        <Button size="compact-xs" variant="light" onClick={() => onUse(most)}>
          {t('impact.said.use', { value: label(most) })}
        </Button>
      )}
    </Group>
  );
}

interface ReasonsProps {
  readonly reasons: SaidOfImpact['reasons'];
  readonly disabled: boolean;
  readonly onTake: (text: string) => void;
}

/** The reasons that assessors gave, to write who is affected from. */
export function Reasons({ reasons, disabled, onTake }: ReasonsProps) {
  const { t } = useSpeech();
  if (reasons.length === 0) return null;
  const field = t('impact.affected');
  return (
    <section aria-label={t('impact.said.reasons')}>
      <Text size="xs" c="dimmed">
        {t('impact.said.reasons')}
      </Text>
      {reasons.map(({ text, groups }) => (
        <Group key={text} gap="xs" wrap="nowrap" align="flex-start" justify="space-between" mt={4}>
          <Text size="xs">
            {text}{' '}
            <Text span c="dimmed">
              {groups.map((group) => t(`report.group.${group}`)).join(t('chart.separator'))}
            </Text>
          </Text>
          {!disabled && (
            <Button
              size="compact-xs"
              variant="subtle"
              flex="none"
              leftSection={<IconPlus size={12} />}
              aria-label={`${t('impact.said.take', { field })}: ${text}`}
              onClick={() => onTake(text)}
            >
              {t('common.add')}
            </Button>
          )}
        </Group>
      ))}
    </section>
  );
}
