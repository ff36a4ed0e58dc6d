import { Table, VisuallyHidden } from '@mantine/core';
import { useSpeech } from './i18n.tsx';

/** Head of the column in which a table's buttons stand: nothing to see, but a name for who hears it. */
export function ActsHead({ width }: { readonly width?: number }) {
  const { t } = useSpeech();
  return (
    <Table.Th w={width}>
      <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
    </Table.Th>
  );
}
