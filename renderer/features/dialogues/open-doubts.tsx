import { Button, Group, Popover, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { closeDoubt } from '#shared/edit/dialogue.ts';
import type { Dialogue, OpenDoubt } from '#shared/model/dialogue.ts';
import { ALARM_CODES } from '#shared/transcript/result.ts';
import { commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { placeText } from './import/place-text.ts';

/** A mark on a dialogue of which something was in doubt at the import and still is; it opens the list of the places. */
export function OpenDoubts({ dialogue }: { dialogue: Pick<Dialogue, 'id' | 'openDoubts'> }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [opened, setOpened] = useState(false);
  const { id, openDoubts } = dialogue;
  if (openDoubts.length === 0) return null;
  const close = ({ key }: OpenDoubt) =>
    void attempt(async () => {
      await commit({ key: 'change.dialogue.closeDoubt' }, (draft) => closeDoubt(draft, id, key));
      notifyUndo({
        message: t('dialogues.doubts.closed'),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });
  return (
    <Popover opened={opened} onChange={setOpened} width={440} position="bottom-start" trapFocus withinPortal>
      <Popover.Target>
        <Button
          variant="light"
          color="orange"
          size="compact-xs"
          leftSection={<IconAlertTriangle size={12} aria-hidden />}
          aria-haspopup="dialog"
          onClick={(event) => {
            event.stopPropagation();
            setOpened(!opened);
          }}
          data-testid="open-doubts"
        >
          {t('dialogues.doubts.count', { count: openDoubts.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown onClick={(event) => event.stopPropagation()} data-testid="open-doubts-list">
        <Title order={2} size="h6">
          {t('dialogues.doubts.title')}
        </Title>
        <Text size="xs" c="dimmed" mb="xs">
          {t('dialogues.doubts.hint')}
        </Text>
        <Stack component="ul" gap="sm" m={0} p={0} mah={360} style={{ listStyle: 'none', overflow: 'auto' }}>
          {openDoubts.map((doubt) => {
            const { sentence, words } = placeText(t, { ...doubt, code: codeOf(doubt) });
            return (
              <li key={doubt.key}>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {sentence}
                </Text>
                {words !== '' && (
                  <Text size="xs" c="dimmed" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
                    {words}
                  </Text>
                )}
                <Group gap={6} mt={4}>
                  {doubt.turnId !== null && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() => {
                        setOpened(false);
                        if (doubt.turnId !== null) go(links.turn(id, doubt.turnId));
                      }}
                    >
                      {t('dialogues.doubts.show')}
                    </Button>
                  )}
                  <Button size="compact-xs" variant="subtle" onClick={() => close(doubt)}>
                    {t('dialogues.doubts.close')}
                  </Button>
                </Group>
              </li>
            );
          })}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** A code that this version does not know is said as one that fits any line. */
function codeOf({ code }: OpenDoubt) {
  return code === 'loss' ? code : (ALARM_CODES.find((one) => one === code) ?? 'outside-words');
}
