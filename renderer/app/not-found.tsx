import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { EmptyState } from '../ui/empty-state.tsx';
import { useSpeech } from '../ui/i18n.tsx';
import { go } from '../ui/links.ts';

/** An address that no view knows. */
export function NotFound({ home }: { home: string | undefined }) {
  const { t } = useSpeech();
  return (
    <EmptyState
      whole
      icon={IconMapOff}
      title={t('shell.notFound')}
      action={home && <Button onClick={() => go(home)}>{t('shell.failure.toStart')}</Button>}
    >
      {t('shell.notFound.hint')}
    </EmptyState>
  );
}
