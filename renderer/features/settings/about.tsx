import { Group, Text } from '@mantine/core';
import { useObservable } from '../../platform/observable.ts';
import { profile } from '../../platform/profile.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Section } from './section.tsx';

/** Which version this is, and what it does with the office's words: it keeps them here. */
export function About() {
  const { t } = useSpeech();
  const version = useObservable(profile)?.appVersion ?? '';
  return (
    <Section title={t('settings.about')}>
      <Group gap="md" wrap="nowrap" align="flex-start">
        <Mark size={40} />
        <div>
          <Text fw={600}>{t('settings.version', { version })}</Text>
          <Text size="sm" c="dimmed" maw="40rem">
            {t('settings.offline')}
          </Text>
        </div>
      </Group>
    </Section>
  );
}
