import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconUserEdit } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { assignSpeaker } from '#shared/edit/turn.ts';
import type { Participant } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Turn } from '#shared/model/turn.ts';
import { commit } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import { useTellRelocation } from '../correct/use-tell-relocation.ts';
import { speakerInWords } from './speaker-words.ts';

/** The speaker of a turn; a click fixes a wrong one, or leads to the person. */
export function SpeakerMenu({
  turn,
  participants,
  children,
}: {
  turn: Turn;
  participants: readonly Participant[];
  children: ReactNode;
}) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const tell = useTellRelocation(turn.dialogueId);
  // Menus are many (one a turn) and rarely opened: the list is only drawn once it is.
  const [opened, setOpened] = useState(false);
  const assign = (participantId: IdOf<'participants'> | null, name: string) =>
    void attempt(async () => {
      const relocation = await commit({ key: 'change.turn.speaker', params: { name } }, (draft) =>
        assignSpeaker(draft, turn.id, participantId),
      );
      tell([relocation]);
    });
  const speaker = participants.find(({ id }) => id === turn.participantId);
  const trigger = (
    <UnstyledButton
      aria-label={t('desk.changeSpeaker.of', { speaker: speakerInWords(turn, speaker ?? null, t) })}
      aria-haspopup="menu"
      onClick={() => setOpened(true)}
    >
      {children}
    </UnstyledButton>
  );
  if (!opened) return trigger;
  return (
    <Menu opened onChange={setOpened} position="bottom-start">
      <Menu.Target>{trigger}</Menu.Target>
      <Menu.Dropdown>
        {speaker && (
          <>
            <Menu.Item
              leftSection={<IconUserEdit size={14} />}
              onClick={() =>
                go(
                  speaker.personId
                    ? links.person(speaker.personId)
                    : links.participant(turn.dialogueId, speaker.id),
                )
              }
            >
              {t(speaker.personId ? 'people.edit' : 'people.participant.edit')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Label>{t('desk.changeSpeaker')}</Menu.Label>
        {participants.map((participant) => (
          <Menu.Item
            key={participant.id}
            leftSection={turn.participantId === participant.id ? <IconCheck size={14} /> : <span />}
            onClick={() => assign(participant.id, participant.name)}
          >
            {participant.name}
          </Menu.Item>
        ))}
        <Menu.Item
          leftSection={turn.kind === 'narration' ? <IconCheck size={14} /> : <span />}
          onClick={() => assign(null, t('desk.narration'))}
        >
          {t('import.block.narration')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
