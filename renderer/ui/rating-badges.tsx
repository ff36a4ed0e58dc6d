import { Badge, Group, Tooltip } from '@mantine/core';
import type { Badge as RatingBadge } from '#shared/assessment/badges.ts';
import { useSpeech } from './i18n.tsx';

const COLORS: Readonly<Record<RatingBadge, string>> = {
  'no-evidence': 'yellow',
  'no-external-voice': 'gray',
  divided: 'red',
  'below-floor-but-likely': 'yellow',
  'carried-without-new-evidence': 'gray',
};

/** What a reader must know of an issue's dot before they believe it: each a word, with the sentence behind it. */
export function RatingBadges({ badges }: { badges: readonly RatingBadge[] }) {
  const { t } = useSpeech();
  return (
    <Group gap={4}>
      {badges.map((badge) => (
        <Tooltip key={badge} label={t(`badge.${badge}.says`)} multiline w={280} events={TOUCHED}>
          <Badge size="sm" color={COLORS[badge]} miw="max-content" tabIndex={0} data-badge={badge}>
            {t(`badge.${badge}`)}
          </Badge>
        </Tooltip>
      ))}
    </Group>
  );
}

const TOUCHED = { hover: true, focus: true, touch: true } as const;
