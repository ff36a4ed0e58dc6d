import { Badge, Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { Participant } from '#shared/model/dialogue.ts';
import type { Turn } from '#shared/model/turn.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { PersonBadge } from '../../../ui/person-badge.tsx';

/** Who took part, as titled that day, and how often they spoke. */
export function ParticipantsPanel({
  participants,
  turns,
}: {
  participants: readonly Participant[];
  turns: readonly Turn[];
}) {
  const { t } = useSpeech();
  const spoken = useMemo(() => {
    const counts = new Map<Id, number>();
    for (const { participantId } of turns) {
      if (participantId) counts.set(participantId, (counts.get(participantId) ?? 0) + 1);
    }
    return counts;
  }, [turns]);
  return (
    <Stack gap="md">
      {participants.map((participant) => (
        <div key={participant.id}>
          <PersonBadge participant={participant} detailed />
          <Group gap={6} mt={4} ml={30}>
            <Badge size="sm" variant="light">
              {t(`voice.${participant.voice}`)}
            </Badge>
            <Text size="xs" c="dimmed">
              {t('dialogues.column.turns')}: {spoken.get(participant.id) ?? 0}
            </Text>
          </Group>
        </div>
      ))}
    </Stack>
  );
}
