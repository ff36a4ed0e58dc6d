import { Badge, Group, Text } from '@mantine/core';
import { type Advice, adviceDue } from '#shared/model/advice.ts';
import { today } from '../platform/today.ts';
import { useSpeech } from './i18n.tsx';

/** By when something is to be done about advice; says where that is past. Nothing where no date is set. */
export function DueDate({ advice }: { advice: Pick<Advice, 'due' | 'status'> }) {
  const { t, day } = useSpeech();
  const state = adviceDue(advice, today());
  if (state === 'undated') return null;
  return (
    <Group gap={6} wrap="wrap" component="span">
      <Text span size="xs">
        {day(advice.due)}
      </Text>
      {(state === 'overdue' || state === 'soon') && (
        <Badge
          component="span"
          size="sm"
          variant={state === 'overdue' ? 'filled' : 'outline'}
          color={state === 'overdue' ? 'red' : 'gray'}
          data-due={state}
        >
          {t(`advice.due.${state}`)}
        </Badge>
      )}
    </Group>
  );
}
