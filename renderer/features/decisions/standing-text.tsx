import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconLineDashed } from '@tabler/icons-react';
import type { TargetStatus } from '#shared/figures/target.ts';
import { useSpeech } from '../../ui/i18n.tsx';

const SIGNS = {
  met: IconCheck,
  'not-met': IconAlertTriangle,
  'not-comparable': IconAlertTriangle,
  'no-figure': IconAlertTriangle,
  'no-target': IconLineDashed,
  ahead: IconClock,
} as const satisfies Readonly<Record<TargetStatus, unknown>>;

/** How something stands by the worst of its measures; nothing where it has none. */
export function StandingText({ status }: { status: TargetStatus | undefined }) {
  const { t } = useSpeech();
  if (status === undefined) return null;
  const Sign = SIGNS[status];
  return (
    <Group gap={4} wrap="nowrap" mt={4} data-testid="standing" data-status={status}>
      <Sign size={14} aria-hidden style={{ flex: 'none' }} />
      <Text span size="xs">
        {t('decisions.standing', { status: t(`figure.status.${status}`) })}
      </Text>
    </Group>
  );
}
