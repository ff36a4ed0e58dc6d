import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { call } from '../../../platform/bridge.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { useReturnFocus } from '../../../ui/use-return-focus.ts';
import type { Suppliers } from '../use-suppliers.ts';
import { ListForm } from './list-form.tsx';
import { Reading } from './reading.tsx';
import { type SupplierList, useList } from './use-list.ts';

export interface ImportDialogProps {
  readonly suppliers: Suppliers;
  readonly onClose: () => void;
}

/** Brings in a list of suppliers: every row is seen before anything is stored. */
export function ImportDialog({ suppliers, onClose }: ImportDialogProps) {
  const { t } = useSpeech();
  useReturnFocus();
  const list = useList();
  return (
    <Modal
      opened
      onClose={onClose}
      size={list.table ? 1180 : 'lg'}
      title={t('suppliers.import.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      closeOnClickOutside={!list.table}
    >
      {list.table && list.mapping ? (
        <ListForm list={list} suppliers={suppliers} onClose={onClose} />
      ) : (
        <Ask list={list} onClose={onClose} />
      )}
    </Modal>
  );
}

/** Asks for the file, and says how far reading it is. */
function Ask({ list, onClose }: { readonly list: SupplierList; readonly onClose: () => void }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const choose = () =>
    void attempt(async () => {
      const filters = [{ name: t('suppliers.import.files'), extensions: ['xlsx', 'csv', 'tsv', 'txt'] }];
      const [file] = await call('dialog.open', { filters, multiple: false });
      if (file) list.open(file);
    });
  return (
    <Stack>
      <Text size="sm">{t('suppliers.import.ask')}</Text>
      {list.reading !== null && <Reading list={list} />}
      <Group justify="space-between">
        <Button
          data-autofocus
          leftSection={<IconFileSpreadsheet size={16} />}
          disabled={list.reading !== null}
          onClick={choose}
        >
          {t('suppliers.import.choose')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
