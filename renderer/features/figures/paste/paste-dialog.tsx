import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { FigureWorkbook } from '#shared/figure-table/from-workbook.ts';
import { type Clipboard, readClipboard } from '#shared/pasted/read.ts';
import type { PasteFault } from '#shared/pasted/table.ts';
import { call } from '../../../platform/bridge.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { useReturnFocus } from '../../../ui/use-return-focus.ts';
import { readFiguresInWorker } from '../../../workers/sheet/client.ts';
import type { Figures } from '../use-figures.ts';
import { PasteForm } from './paste-form.tsx';
import { ReturnedForm } from './returned-form.tsx';

export interface PasteDialogProps {
  readonly figures: Figures;
  /** What was pasted; null = nothing yet. */
  readonly clipboard: Clipboard | null;
  readonly onRead: (clipboard: Clipboard) => void;
  readonly onClose: () => void;
}

/** Brings a table in that was made elsewhere: every cell is seen before anything is stored. */
export function PasteDialog({ figures, clipboard, onRead, onClose }: PasteDialogProps) {
  const { t } = useSpeech();
  useReturnFocus();
  const [workbook, setWorkbook] = useState<FigureWorkbook | null>(null);
  const read = useMemo((): FigureWorkbook | PasteFault | null => {
    if (workbook) {
      if (workbook.kind === 'none') return 'no-table';
      return workbook.kind === 'too-large' ? workbook.kind : workbook;
    }
    if (clipboard === null) return null;
    const table = readClipboard(clipboard);
    return typeof table === 'string' ? table : { kind: 'table', table };
  }, [workbook, clipboard]);
  const isRead = read !== null && typeof read !== 'string';
  return (
    <Modal
      opened
      onClose={onClose}
      size={isRead ? 1180 : 'lg'}
      title={t('figurePaste.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      // What was said of the table is not lost by a click beside it.
      closeOnClickOutside={!isRead}
    >
      {isRead && read.kind === 'table' && (
        <PasteForm figures={figures} table={read.table} onClose={onClose} />
      )}
      {isRead && read.kind === 'returned' && (
        <ReturnedForm figures={figures} sheet={read} onClose={onClose} />
      )}
      {!isRead && <Ask fault={read} onRead={onRead} onWorkbook={setWorkbook} onClose={onClose} />}
    </Modal>
  );
}

interface AskProps {
  readonly fault: PasteFault | null;
  readonly onRead: (clipboard: Clipboard) => void;
  readonly onWorkbook: (workbook: FigureWorkbook) => void;
  readonly onClose: () => void;
}

/** Asks for the table: pasted, or out of an Excel file. */
function Ask({ fault, onRead, onWorkbook, onClose }: AskProps) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [reading, setReading] = useState(false);
  const choose = () =>
    void attempt(async () => {
      const filters = [{ name: t('figureSheet.file.xlsx'), extensions: ['xlsx'] }];
      const [file] = await call('dialog.open', { filters, multiple: false });
      if (!file) return;
      setReading(true);
      onWorkbook(await readFiguresInWorker(file));
    }).finally(() => setReading(false));
  return (
    <Stack gap="md">
      {fault !== null && (
        <Alert color="red" role="alert">
          {t(`figurePaste.fault.${fault}`)}
        </Alert>
      )}
      <Text size="sm">{t('figurePaste.ask')}</Text>
      <Textarea
        data-autofocus
        autosize
        minRows={5}
        maxRows={12}
        label={t('figurePaste.place')}
        placeholder={t('figurePaste.placeholder')}
        value=""
        onChange={({ currentTarget }) => onRead({ text: currentTarget.value, html: '' })}
        onPaste={(event) => {
          event.preventDefault();
          const { clipboardData } = event;
          onRead({ text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') });
        }}
      />
      <Group justify="space-between">
        <Button
          variant="default"
          leftSection={<IconFileSpreadsheet size={16} />}
          loading={reading}
          onClick={choose}
        >
          {t('figurePaste.file')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
