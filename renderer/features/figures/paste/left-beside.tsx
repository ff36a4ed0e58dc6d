import { Text } from '@mantine/core';
import type { PastedTable } from '#shared/pasted/table.ts';
import { useSpeech } from '../../../ui/i18n.tsx';

/** Other tables and sheets that were not read: nothing is passed over in silence. */
export function LeftBeside({ left }: Pick<PastedTable, 'left'>) {
  const { t } = useSpeech();
  if (left.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" data-testid="paste-left">
      {t('figurePaste.beside', {
        what: left
          .map(({ kind, name, cells }) => t(`figurePaste.beside.${kind}`, { name, count: cells }))
          .join(t('retrieval.separator')),
      })}
    </Text>
  );
}
