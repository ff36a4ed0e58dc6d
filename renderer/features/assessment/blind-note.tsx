import { Alert, Stack } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useSpeech } from '../../ui/i18n.tsx';
import { ProgressTable } from './course.tsx';
import type { RoundRows } from './round-rows.ts';

/** In place of figures while somebody still rates: who is how far, and when the figures show. */
export function BlindNote({ rows }: { rows: RoundRows }) {
  const { t } = useSpeech();
  return (
    <Stack gap="md" data-testid="blind-note">
      <Alert color="gray" icon={<IconEyeOff size={16} />} title={t('blind.title')}>
        {t(rows.round.stage === 'open' ? 'blind.open' : 'blind.text')}
      </Alert>
      <ProgressTable rows={rows} />
    </Stack>
  );
}
