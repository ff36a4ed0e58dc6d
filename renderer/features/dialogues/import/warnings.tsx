import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { isMessageKey } from '#shared/i18n/index.ts';
import { DATE_GUESSED } from '#shared/transcript/open-places.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { useSpeech } from '../../../ui/i18n.tsx';

/** What the reader was not sure of; a guessed date is among the places in doubt. */
export function Warnings({ result }: { result: ReadResult }) {
  const { t } = useSpeech();
  const warnings = result.warnings.filter(({ code }) => code !== DATE_GUESSED);
  if (warnings.length === 0) return null;
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle />}
      title={t('import.warnings', { count: warnings.length })}
      py="xs"
    >
      <Stack gap={2} component="ul" m={0} pl="md" mah={120} style={{ overflow: 'auto' }}>
        {warnings.map(({ code, params }) => {
          const key = `transcript.warning.${code}`;
          return (
            <Text component="li" size="sm" key={`${code}${JSON.stringify(params)}`}>
              {isMessageKey(key) ? t(key, params) : code}
            </Text>
          );
        })}
      </Stack>
    </Alert>
  );
}
