import { Button, Group, Progress } from '@mantine/core';
import { useSpeech } from '../../../ui/i18n.tsx';
import type { SupplierList } from './use-list.ts';

/** That something is under way, how far it is, and a way to give it up. */
export function Reading({ list }: { readonly list: Pick<SupplierList, 'reading' | 'cancel'> }) {
  const { t } = useSpeech();
  return (
    <Group wrap="nowrap" gap="sm">
      <Progress
        flex={1}
        value={Math.max(4, (list.reading ?? 0) * 100)}
        animated
        aria-label={t('suppliers.import.reading')}
      />
      <Button size="compact-sm" variant="default" onClick={list.cancel}>
        {t('suppliers.import.stop')}
      </Button>
    </Group>
  );
}
