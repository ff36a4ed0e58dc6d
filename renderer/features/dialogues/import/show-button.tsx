import { Button } from '@mantine/core';
import { IconPencilCheck } from '@tabler/icons-react';
import type { ReadResult } from '#shared/transcript/result.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { isShowing } from './show-marks.ts';

/** Opens the original for marking; formats that are no lines have none. */
export function ShowButton({ read }: { read: ReadResult }) {
  const { t } = useSpeech();
  if (read.source.length === 0) return null;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconPencilCheck size={14} />}
      onClick={() => isShowing.set(true)}
      data-testid="import-show"
    >
      {t('import.show')}
    </Button>
  );
}
