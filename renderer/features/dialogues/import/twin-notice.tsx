import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import type { QueueItem, Twin } from './queue-state.ts';
import { importTwin, leave, replaceTwin } from './session.ts';

/** The same bytes were imported before, or came twice: what is to be done with them is a person's to say. */
export function TwinNotice({ item, twin }: { item: QueueItem; twin: Twin }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const stored = twin.in === 'workspace';
  return (
    <Alert
      color="yellow"
      icon={<IconCopy />}
      py="xs"
      title={
        stored
          ? t('import.twin.workspace', { title: twin.title })
          : t('import.twin.queue', { name: twin.name })
      }
      data-testid="import-twin"
    >
      <Text size="sm">{stored ? t('import.twin.workspace.text') : t('import.twin.queue.text')}</Text>
      <Group gap="xs" mt="xs">
        {stored ? (
          <>
            <Button
              size="xs"
              onClick={() =>
                void attempt(async () => {
                  await leave(item.id);
                  go(links.dialogue(twin.dialogueId));
                })
              }
            >
              {t('import.twin.open')}
            </Button>
            <Button size="xs" variant="default" onClick={() => void attempt(replaceTwin)}>
              {t('import.twin.compare')}
            </Button>
          </>
        ) : (
          <Button size="xs" onClick={() => void attempt(() => leave(item.id))}>
            {t('import.twin.leave')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={importTwin}>
          {t('import.twin.again')}
        </Button>
      </Group>
    </Alert>
  );
}
