import { Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconCopy, IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { createPortal } from 'react-dom';
import { dateText, dayOf } from '#shared/i18n/dates.ts';
import { call } from '../../platform/bridge.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyDone } from '../../ui/notify-undo.tsx';
import { report } from '../../ui/report-problem.ts';
import classes from './recovery-key.module.css';
import { groupsOf } from './recovery-key.ts';

export interface ShowRecoveryKeyProps {
  readonly recoveryKey: string;
  readonly label: string;
}

/** A recovery key, shown once, and the ways to keep it. */
export function ShowRecoveryKey({ recoveryKey, label }: ShowRecoveryKeyProps) {
  const { t, language } = useSpeech();
  const groups = groupsOf(recoveryKey);
  const placed = groups.map((group, at) => ({ group, place: at + 1 }));
  const made = t('encryption.recovery.sheet.made', {
    date: dateText(dayOf(new Date().toISOString()), language),
  });
  const sheet = [
    t('encryption.recovery.sheet'),
    label,
    made,
    groups.join(' '),
    t('encryption.recovery.sheet.use'),
  ];
  const save = async () => {
    const path = await call('dialog.save', {
      suggestedName: `${t('encryption.recovery.fileName')} ${label}.txt`,
      filters: [{ name: t('encryption.recovery.fileKind'), extensions: ['txt'] }],
      bytes: new TextEncoder().encode(`${sheet.join('\n\n')}\n`),
    });
    if (path) notifyDone(t('encryption.recovery.saved', { path }));
  };
  const copy = async () => {
    await navigator.clipboard.writeText(groups.join(' '));
    notifyDone(t('encryption.recovery.copied'));
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{t('encryption.recovery.text')}</Text>
      <Paper withBorder p="md" role="group" aria-label={t('encryption.recovery.key')}>
        <SimpleGrid cols={4} spacing="sm" component="ol" className={classes.groups ?? ''}>
          {placed.map(({ group, place }) => (
            <li key={place} data-testid="recovery-group">
              <Text span size="xs" c="dimmed">
                {place}
              </Text>
              <Text span ff="monospace" fw={600}>
                {group}
              </Text>
            </li>
          ))}
        </SimpleGrid>
      </Paper>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPrinter size={14} />}
          onClick={() => void report(() => call('view.print', undefined))}
        >
          {t('encryption.recovery.print')}
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDeviceFloppy size={14} />}
          onClick={() => void report(save)}
        >
          {t('encryption.recovery.save')}
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconCopy size={14} />}
          onClick={() => void report(copy)}
        >
          {t('encryption.recovery.copy')}
        </Button>
      </Group>
      {createPortal(<Sheet lines={sheet} />, document.body)}
    </Stack>
  );
}

/** What is printed while the key is shown: nothing but this. */
function Sheet({ lines: [title, label, made, key, use] }: { lines: readonly string[] }) {
  return (
    <div className={classes.sheet} aria-hidden="true">
      <h1>{title}</h1>
      <p>{label}</p>
      <p className={classes.key}>{key}</p>
      <p>{use}</p>
      <p>{made}</p>
    </div>
  );
}
