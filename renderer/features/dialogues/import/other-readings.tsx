import { Alert, Button, Group, Text } from '@mantine/core';
import { IconArrowsShuffle } from '@tabler/icons-react';
import { useState } from 'react';
import { isMessageKey } from '#shared/i18n/index.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { readBy, takeReading } from './session.ts';

/** Readings that explain the text nearly as well: one click reads it so, and the step can be taken back. */
export function OtherReadings({ others }: Pick<ReadResult, 'others'>) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [reading, setReading] = useState<string | null>(null);
  if (others.length === 0) return null;
  const take = (format: string) => {
    setReading(format);
    void attempt(async () => takeReading(await readBy([], { format }), [])).finally(() => setReading(null));
  };
  return (
    <Alert color="blue" icon={<IconArrowsShuffle />} py="xs" data-testid="other-readings">
      <Group gap="xs" justify="space-between">
        <Text size="sm">{t('import.others')}</Text>
        <Group gap="xs">
          {others.map(({ format, turns }) => {
            const key = `transcript.format.${format}`;
            const name = isMessageKey(key) ? t(key) : format;
            return (
              <Button
                key={format}
                size="xs"
                variant="default"
                loading={reading === format}
                onClick={() => take(format)}
              >
                {t('import.others.read', { name, turns })}
              </Button>
            );
          })}
        </Group>
      </Group>
    </Alert>
  );
}
