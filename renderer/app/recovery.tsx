import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { describeProblem } from '#shared/i18n/index.ts';
import type { Problem } from '#shared/model/problem.ts';
import { useObservable } from '../platform/observable.ts';
import { profile } from '../platform/profile.ts';
import { useSpeech } from '../ui/i18n.tsx';
import { useDocumentTitle } from '../ui/page.tsx';
import { report } from '../ui/report-problem.ts';
import { SnapshotList } from '../ui/snapshot-list.tsx';
import { closeWorkspace, openEntry } from './workspace.ts';

/** A workspace that cannot be opened: why, what is kept, and the ways on. Never an empty first screen. */
export default function Recovery({ storeId, problem }: { storeId: string; problem: Problem }) {
  const { t } = useSpeech();
  const entry = useObservable(profile)?.library.find((known) => known.storeId === storeId);
  const name = entry?.name ?? '';
  useDocumentTitle(t('shell.recovery.title'));
  return (
    <Stack p="xl" maw="46rem" mx="auto" justify="center" mih="100%">
      <Alert
        color="yellow"
        icon={<IconAlertTriangle />}
        title={t('shell.recovery.named', { name })}
        role="alert"
      >
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{describeProblem(t, problem)}</Text>
          <Text size="sm">{t('shell.recovery.kept')}</Text>
          <Group gap="xs">
            <Button onClick={() => void report(() => openEntry(storeId))}>{t('shell.recovery.again')}</Button>
            <Button variant="default" onClick={() => void report(closeWorkspace)}>
              {t('shell.recovery.toWelcome')}
            </Button>
          </Group>
        </Stack>
      </Alert>
      <SnapshotList storeId={storeId} name={name} quiet />
    </Stack>
  );
}
