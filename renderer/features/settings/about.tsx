import { Anchor, Button, Code, Group, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { IconPackageImport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { CallResponse } from '#shared/bridge.ts';
import { dateText, dayOf } from '#shared/i18n/dates.ts';
import { chooseUpdate } from '../../dialogs/update.ts';
import { call } from '../../platform/bridge.ts';
import { useObservable } from '../../platform/observable.ts';
import { profile } from '../../platform/profile.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { Mark } from '../../ui/mark.tsx';
import { notifyProblem, report } from '../../ui/report-problem.ts';
import { Section } from './section.tsx';

type About = CallResponse<'app.about'>;

/** Which version this is, what it is made with, and what it does with the office's words: it keeps them here. */
export function About() {
  const { t } = useSpeech();
  const version = useObservable(profile)?.appVersion ?? '';
  const [about, setAbout] = useState<About | null>(null);
  useEffect(() => {
    call('app.about', undefined).then(setAbout, notifyProblem);
  }, []);
  return (
    <Section title={t('settings.about')}>
      <Group gap="md" wrap="nowrap" align="flex-start">
        <Mark size={40} />
        <Stack gap={4}>
          <Text fw={600}>{t('settings.version', { version })}</Text>
          <Text size="sm" c="dimmed" maw="40rem">
            {t('settings.offline')}
          </Text>
          {about && <MadeWith about={about} />}
          <Button
            variant="default"
            size="compact-sm"
            mt="xs"
            leftSection={<IconPackageImport size={16} />}
            onClick={() => void report(chooseUpdate)}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('update.action')}
          </Button>
        </Stack>
      </Group>
    </Section>
  );
}

function MadeWith({ about: { electron, supportEnds, testBuild, licences } }: { about: About }) {
  const { t, language } = useSpeech();
  const [shown, setShown] = useState(false);
  const ended = supportEnds !== null && supportEnds <= dayOf(new Date().toISOString());
  const runtime = ended ? 'ended' : supportEnds === null ? 'unknown' : 'supported';
  const date = supportEnds === null ? '' : dateText(supportEnds, language);
  return (
    <>
      {testBuild !== '' && (
        <Text size="sm" fw={600} c="var(--mantine-color-yellow-text)">
          {t('settings.testBuild', { reason: testBuild })}
        </Text>
      )}
      <Text size="sm" maw="40rem" c={ended ? 'var(--mantine-color-yellow-text)' : 'dimmed'}>
        {t(`settings.runtime.${runtime}`, { version: electron, date })}
      </Text>
      {licences !== '' && (
        <Anchor component="button" size="sm" ta="start" onClick={() => setShown(true)}>
          {t('settings.licences')}
        </Anchor>
      )}
      <Modal
        opened={shown}
        onClose={() => setShown(false)}
        title={t('settings.licences')}
        size="xl"
        scrollAreaComponent={ScrollArea.Autosize}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Code block lang="en">
          {licences}
        </Code>
      </Modal>
    </>
  );
}
