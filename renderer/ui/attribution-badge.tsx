import { Badge, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import type { Translate } from '#shared/i18n/index.ts';
import type { Attribution } from '#shared/model/attribution.ts';
import { useSpeech } from './i18n.tsx';

/** Who said it, as far as it may be told (UNGP 21), in words. */
export function attributionText(t: Translate, attribution: Attribution): string {
  switch (attribution.policy) {
    case 'named':
      return [attribution.name, attribution.organisation].filter(Boolean).join(', ');
    case 'affiliation':
      return attribution.organisation || t('attribution.unattributed');
    case 'role': {
      const kind = t(`personKind.${attribution.kind}`);
      return attribution.external ? t('attribution.role.external', { kind }) : kind;
    }
    case 'unattributed':
      return t('attribution.unattributed');
    case 'off-record':
      return t('attribution.off-record');
  }
}

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
