import { ActionIcon, Button, Group, Paper, Text, Tooltip } from '@mantine/core';
import { IconReplace, IconX } from '@tabler/icons-react';
import { useSpeech } from '../../ui/i18n.tsx';
import type { FindActs } from './use-find-acts.tsx';

/** What can be done with the passages that are selected, all at once. */
export function FindsChosen({ acts: { ticked, recode, clear } }: { acts: FindActs }) {
  const { t } = useSpeech();
  if (ticked.size === 0) return null;
  return (
    <Paper withBorder px="sm" py={6} mb="xs" role="toolbar" aria-label={t('retrieval.chosen')}>
      <Group gap="xs">
        <Text size="sm" fw={500} role="status">
          {t('advice.several.chosen', { count: ticked.size })}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconReplace size={14} />}
          onClick={() => recode([...ticked.values()])}
        >
          {t('recode.act')}
        </Button>
        <Tooltip label={t('advice.several.clear')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('advice.several.clear')} onClick={clear}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </Paper>
  );
}
