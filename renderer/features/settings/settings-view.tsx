import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy, IconFileTextShield } from '@tabler/icons-react';
import { askForProtectedCopy, saveCopy } from '../../dialogs/save-copy.ts';
import { useObservable } from '../../platform/observable.ts';
import { profile } from '../../platform/profile.ts';
import { useRows, useWorkspaceStatus } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { Page } from '../../ui/page.tsx';
import { report } from '../../ui/report-problem.ts';
import { SnapshotList } from '../../ui/snapshot-list.tsx';
import { About } from './about.tsx';
import { EncryptionSettings } from './encryption-settings.tsx';
import { PersonalSettings } from './personal-settings.tsx';
import { Section } from './section.tsx';
import { WorkspaceSettings } from './workspace-settings.tsx';

/** The person's preferences on this machine, and what the workspace is called and counts by. */
export default function SettingsView() {
  const { t, local } = useSpeech();
  const status = useWorkspaceStatus();
  const workspace = useRows((db) => db.workspace.toCollection().first(), []);
  const storeId = status.state === 'open' ? status.storeId : null;
  const label = useObservable(profile)?.library.find((entry) => entry.storeId === storeId)?.name;
  const name = workspace ? local(workspace.name) : '';
  return (
    <Page title={t('settings.title')} width="reading">
      <Stack gap="xl">
        <PersonalSettings />
        {workspace && <WorkspaceSettings key={JSON.stringify(workspace)} workspace={workspace} />}
        {status.state === 'open' && <EncryptionSettings storeId={status.storeId} sealed={status.sealed} />}
        <Section title={t('settings.copies')}>
          <Text size="sm" c="dimmed">
            {t('settings.copy.hint')}
          </Text>
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconDeviceFloppy size={16} />}
              onClick={() => void report(saveCopy)}
            >
              {t('shell.action.saveCopy')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileTextShield size={16} />}
              onClick={askForProtectedCopy}
            >
              {t('shell.action.protectCopy')}
            </Button>
          </Group>
          {status.state === 'open' && (
            // The name of a backup of an encrypted workspace can be read by everybody, as its label can.
            <SnapshotList storeId={status.storeId} name={status.sealed ? (label ?? '') : name} />
          )}
        </Section>
        <About />
      </Stack>
    </Page>
  );
}
