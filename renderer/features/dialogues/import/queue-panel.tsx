import {
  ActionIcon,
  Badge,
  Button,
  Card,
  Group,
  ScrollArea,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { describeProblem, type MessageKey } from '#shared/i18n/index.ts';
import { useObservable } from '../../../platform/observable.ts';
import { useRows } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import { notifyUndo } from '../../../ui/notify-undo.tsx';
import classes from './preview.module.css';
import { isClear, type QueueItem } from './queue-state.ts';
import {
  atHand,
  clearDone,
  confirmClear,
  importQueue,
  leave,
  leaveAll,
  lookAt,
  storeConfirmed,
} from './session.ts';

const COLOURS = {
  waiting: 'gray',
  reading: 'blue',
  preview: 'yellow',
  failed: 'red',
  confirmed: 'blue',
  imported: 'green',
} as const;

/** The files that were chosen or dropped, where each stands, and what can be done with all of them. */
export function QueuePanel() {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const heading = useId();
  const items = useObservable(importQueue);
  const shown = useObservable(atHand);
  const stored = useRows(async (db) => new Set(await db.dialogues.toCollection().primaryKeys()), []);
  if (items.length === 0 || (items.length === 1 && items[0]?.stage.step !== 'confirmed')) return null;
  const clear = items.filter(isClear).length;
  const confirmed = items.filter(({ stage }) => stage.step === 'confirmed').length;
  const unstored = items.filter(({ stage }) => stage.step !== 'imported').length;

  const cancelAll = () => {
    const putBack = leaveAll();
    notifyUndo({ message: t('import.files.leftAll'), undoLabel: t('common.undo'), undo: putBack });
  };

  return (
    <Card withBorder padding="xs" component="section" aria-labelledby={heading} data-testid="import-queue">
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h5" id={heading}>
            {t('import.files')} ({items.length})
          </Title>
          {unstored > 0 ? (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={cancelAll}>
              {t('import.files.leaveAll')}
            </Button>
          ) : (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={clearDone}>
              {t('import.files.clear')}
            </Button>
          )}
        </Group>
        <ScrollArea.Autosize mah={220} type="auto">
          <Stack gap={2} component="ul" m={0} p={0} className={classes.files}>
            {items.map((item) => (
              <FileRow
                key={item.id}
                item={item}
                current={item.id === shown}
                undone={
                  item.stage.step === 'imported' && stored !== undefined && !stored.has(item.stage.dialogueId)
                }
                onLeave={() => void attempt(() => leave(item.id))}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        {unstored > 0 && (
          <Text size="xs" c="dimmed">
            {t('import.files.hint')}
          </Text>
        )}
        {clear > 0 && (
          <Button
            size="xs"
            variant="light"
            onClick={() => void attempt(confirmClear)}
            data-testid="import-clear-files"
          >
            {t('import.files.confirmClear', { count: clear })}
          </Button>
        )}
        {confirmed > 0 && (
          <Button
            size="xs"
            variant="default"
            onClick={() => void attempt(storeConfirmed)}
            data-testid="import-store-now"
          >
            {t('import.files.storeNow', { count: confirmed })}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

function FileRow({
  item,
  current,
  undone,
  onLeave,
}: {
  item: QueueItem;
  current: boolean;
  undone: boolean;
  onLeave: () => void;
}) {
  const { t } = useSpeech();
  const { stage, file } = item;
  return (
    <Group
      component="li"
      wrap="nowrap"
      gap={6}
      className={classes.file}
      data-current={current || undefined}
      data-testid="import-file"
      data-state={stage.step}
    >
      <UnstyledButton
        className={classes.fileName}
        aria-current={current ? 'true' : undefined}
        aria-label={t('import.files.show', { name: file.name })}
        disabled={stage.step === 'imported'}
        onClick={() => lookAt(item.id)}
      >
        <Text size="sm" truncate>
          {file.name}
        </Text>
        {stage.step === 'failed' && (
          <Text size="xs" c="red" lineClamp={2}>
            {describeProblem(t, stage.problem)}
          </Text>
        )}
      </UnstyledButton>
      <Badge
        size="sm"
        variant="light"
        color={undone ? 'gray' : isClear(item) ? 'blue' : COLOURS[stage.step]}
        className={classes.state}
        tt="none"
      >
        {stage.step === 'reading'
          ? t('import.files.state.reading', { percent: Math.round(stage.done * 100) })
          : t(stateKey(item, undone))}
      </Badge>
      {stage.step === 'imported' ? (
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={undone}
          onClick={() => go(links.dialogue(stage.dialogueId))}
        >
          {t('import.files.open')}
        </Button>
      ) : (
        <ActionIcon size="sm" aria-label={t('import.files.leave', { name: file.name })} onClick={onLeave}>
          <IconX size={14} />
        </ActionIcon>
      )}
    </Group>
  );
}

function stateKey(item: QueueItem, undone: boolean): MessageKey {
  const { step } = item.stage;
  if (undone) return 'import.files.state.undone';
  if (step === 'preview') {
    if (item.twin) return 'import.files.state.twin';
    return isClear(item) ? 'import.files.state.clear' : 'import.files.state.look';
  }
  return step === 'reading' ? 'import.files.state.waiting' : `import.files.state.${step}`;
}
