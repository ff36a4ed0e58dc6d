import { Badge, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { attributionText } from '#shared/i18n/attribution.ts';
import type { Attribution } from '#shared/model/attribution.ts';
import { useSpeech } from './i18n.tsx';

/** Who said it, as far as the policy lets it be told; off the record is marked as such. */
export function AttributionBadge({ attribution }: { attribution: Attribution }) {
  const { t } = useSpeech();
  const text = attributionText(t, attribution);
  if (attribution.policy === 'off-record') {
    return (
      <Badge color="gray" variant="outline" leftSection={<IconEyeOff size={12} />}>
        {text}
      </Badge>
    );
  }
  return (
    <Text span size="xs" fw={500}>
      {text}
    </Text>
  );
}
