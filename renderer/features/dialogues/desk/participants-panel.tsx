import { ActionIcon, Badge, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { Participant } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Turn } from '#shared/model/turn.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { PersonBadge } from '../../../ui/person-badge.tsx';
import { ParticipantDialog } from './participant-dialog.tsx';

/** Who took part, as titled that day, and how often they spoke; each can be edited. */
export function ParticipantsPanel({
  participants,
  turns,
  asked,
}: {
  participants: readonly Participant[];
  turns: readonly Turn[];
  /** Whom a link asks to edit; null = nobody. */
  asked: IdOf<'participants'> | null;
}) {
  const { t } = useSpeech();
  const [edited, setEdited] = useState<IdOf<'participants'> | null>(asked);
  useEffect(() => setEdited(asked), [asked]);
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
        <div key={participant.id} data-testid="participant">
          <Group justify="space-between" align="flex-start" wrap="nowrap" gap={4}>
            <PersonBadge participant={participant} detailed />
            <Tooltip label={t('participant.edit', { name: participant.name })}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('participant.edit', { name: participant.name })}
                onClick={() => setEdited(participant.id)}
              >
                <IconPencil size={14} />
              </ActionIcon>
            </Tooltip>
          </Group>
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
      {edited && <ParticipantDialog key={edited} participantId={edited} onClose={() => setEdited(null)} />}
    </Stack>
  );
}
