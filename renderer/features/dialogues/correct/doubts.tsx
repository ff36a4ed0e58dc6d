import { Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { doubtText } from '#shared/anchor/doubt-text.ts';
import type { Doubt } from '#shared/anchor/doubts.ts';
import { useSpeech } from '../../../ui/i18n.tsx';

/** Why a passage is not certain: a line a reason. */
export function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  const { t } = useSpeech();
  if (doubts.length === 0) return null;
  return (
    <Stack gap={2} mt={6} data-testid="doubts">
      {doubts.map((doubt) => (
        <Group key={doubt.kind} gap={6} wrap="nowrap" align="flex-start">
          <IconAlertTriangle
            size={14}
            aria-hidden
            style={{ flexShrink: 0, marginTop: 2 }}
            color="var(--mantine-color-orange-7)"
          />
          <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
            {doubtText(t, doubt)}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
