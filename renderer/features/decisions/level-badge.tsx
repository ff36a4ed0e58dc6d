import { Badge, Group, Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { needsReason } from '#shared/edit/decision.ts';
import type { Decision, DecisionLevel } from '#shared/model/decision.ts';
import { useSpeech } from '../../ui/i18n.tsx';

const LOOKS: Readonly<Record<DecisionLevel, { readonly variant: string; readonly color: string }>> = {
  'monitor-closely': { variant: 'filled', color: 'ai' },
  monitor: { variant: 'light', color: 'ai' },
  watch: { variant: 'outline', color: 'ai' },
  none: { variant: 'outline', color: 'gray' },
};

/** A decision's level, and a sign where it departs from what was suggested. */
export function LevelBadge({ decision }: { decision: Pick<Decision, 'level' | 'suggested'> }) {
  const { t } = useSpeech();
  const { level, suggested } = decision;
  const departs =
    suggested !== null && needsReason(decision)
      ? t('decisions.departs', { level: t(`level.${suggested}`) })
      : '';
  return (
    <Group gap={6} wrap="nowrap">
      <Badge {...LOOKS[level]}>{t(`level.${level}`)}</Badge>
      {departs && (
        <Tooltip label={departs}>
          <IconAlertTriangle size={16} aria-label={departs} role="img" />
        </Tooltip>
      )}
    </Group>
  );
}
