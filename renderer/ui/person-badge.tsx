import { Group, Text, ThemeIcon } from '@mantine/core';
import { IconBuilding, IconUser } from '@tabler/icons-react';
import type { Participant } from '#shared/model/dialogue.ts';
import { useSpeech } from './i18n.tsx';

export interface PersonBadgeProps {
  readonly participant: Pick<Participant, 'name' | 'title' | 'organisation' | 'external'> | null;
  /** Adds title and organisation on a second line. */
  readonly detailed?: boolean | undefined;
}

/** Someone who spoke: their name with a sign for external or of the company; unknown speakers are called so. */
export function PersonBadge({ participant, detailed = false }: PersonBadgeProps) {
  const { t } = useSpeech();
  const external = participant?.external ?? true;
  return (
    <Group gap={8} wrap="nowrap" align={detailed ? 'flex-start' : 'center'}>
      <ThemeIcon size={22} radius="xl" variant="light" color={external ? 'ai' : 'gray'}>
        {external ? <IconUser size={13} /> : <IconBuilding size={13} />}
      </ThemeIcon>
      <div>
        <Text span size="sm" fw={600} fs={participant ? 'normal' : 'italic'}>
          {participant?.name ?? t('common.unknownSpeaker')}
        </Text>
        {detailed && participant && (
          <Text size="xs" c="dimmed">
            {[participant.title, participant.organisation].filter(Boolean).join(' · ')}
          </Text>
        )}
      </div>
    </Group>
  );
}
