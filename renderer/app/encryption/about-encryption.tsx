import { Alert, List, Stack, Text } from '@mantine/core';
import type { SealingPurpose } from '../../ui/encryption.ts';
import { useSpeech } from '../../ui/i18n.tsx';

const PROTECTS = ['disk', 'copies', 'users'] as const;
const NOT = ['open', 'out', 'visible', 'weak'] as const;

/** What encryption protects and what not, before anything is encrypted. */
export function AboutEncryption({ purpose }: { purpose: SealingPurpose }) {
  const { t } = useSpeech();
  return (
    <Stack gap="sm">
      {purpose === 'file' && <Text size="sm">{t('encryption.about.file')}</Text>}
      {purpose === 'protected-file' && <Text size="sm">{t('encryption.about.protectedFile')}</Text>}
      <Text size="sm" fw={600}>
        {t('encryption.about.protects')}
      </Text>
      <List size="sm" spacing={4}>
        {PROTECTS.map((what) => (
          <List.Item key={what}>{t(`encryption.about.protects.${what}`)}</List.Item>
        ))}
      </List>
      <Text size="sm" fw={600}>
        {t('encryption.about.not')}
      </Text>
      <List size="sm" spacing={4}>
        {NOT.map((what) => (
          <List.Item key={what}>{t(`encryption.about.not.${what}`)}</List.Item>
        ))}
      </List>
      {purpose === 'existing' && <Text size="sm">{t('encryption.about.existing')}</Text>}
      <Alert color="yellow" variant="light" p="sm">
        {t('encryption.about.loss')}
      </Alert>
    </Stack>
  );
}
