import { Badge, Group, Text } from '@mantine/core';
import type { PartialDate } from '#shared/model/basics.ts';
import type { DueState } from '#shared/model/due.ts';
import { useSpeech } from './i18n.tsx';

/** By when something is to be done; says where that is past. Nothing where no date is set. */
export function DueDate({ due, state }: { due: PartialDate | null; state: DueState }) {
  const { t, day } = useSpeech();
  if (due === null) return null;
  return (
    <Group gap={6} wrap="wrap" component="span">
      <Text span size="xs">
        {day(due)}
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
