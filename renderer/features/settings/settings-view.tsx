import { Button, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { saveCopy } from '../../dialogs/save-copy.ts';
import { useRows, useWorkspaceStatus } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { Page } from '../../ui/page.tsx';
import { report } from '../../ui/report-problem.ts';
import { SnapshotList } from '../../ui/snapshot-list.tsx';
import { About } from './about.tsx';
import { PersonalSettings } from './personal-settings.tsx';
import { Section } from './section.tsx';
import { WorkspaceSettings } from './workspace-settings.tsx';

/** The person's preferences on this machine, and what the workspace is called and counts by. */
export default function SettingsView() {
  const { t, local } = useSpeech();
  const status = useWorkspaceStatus();
  const workspace = useRows((db) => db.workspace.toCollection().first(), []);
  return (
    <Page title={t('settings.title')} width="reading">
      <Stack gap="xl">
        <PersonalSettings />
        {workspace && <WorkspaceSettings key={JSON.stringify(workspace)} workspace={workspace} />}
        <Section title={t('settings.copies')}>
          <Text size="sm" c="dimmed">
            {t('settings.copy.hint')}
          </Text>
          <Button
            variant="default"
            leftSection={<IconDeviceFloppy size={16} />}
            onClick={() => void report(saveCopy)}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('shell.action.saveCopy')}
          </Button>
          {status.state === 'open' && (
            <SnapshotList storeId={status.storeId} name={workspace ? local(workspace.name) : ''} />
          )}
        </Section>
        <About />
      </Stack>
    </Page>
  );
}
