import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconLoader2 } from '@tabler/icons-react';
import { useSpeech } from '../ui/i18n.tsx';
import { useObservable } from './observable.ts';
import { saving } from './saving.ts';

/** Whether everything is kept: what is shown here was acknowledged by the log on disk (DESIGN law 2). */
export function SaveStatus() {
  const { t } = useSpeech();
  const state = useObservable(saving);
  const Icon = { saved: IconCircleCheck, saving: IconLoader2, problem: IconAlertTriangle }[state];
  return (
    <Group
      gap={6}
      wrap="nowrap"
      px={10}
      pt={6}
      role="status"
      c={state === 'problem' ? 'red' : 'dimmed'}
      title={t('shell.save.hint')}
    >
      <Icon size={14} />
      <Text size="xs" c="inherit" truncate>
        {t(`shell.save.${state}`)}
      </Text>
    </Group>
  );
}
