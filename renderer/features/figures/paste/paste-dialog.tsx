import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMemo } from 'react';
import { type Clipboard, readClipboard } from '#shared/pasted/read.ts';
import type { PastedTable } from '#shared/pasted/table.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { useReturnFocus } from '../../../ui/use-return-focus.ts';
import type { Figures } from '../use-figures.ts';
import { PasteForm } from './paste-form.tsx';

export interface PasteDialogProps {
  readonly figures: Figures;
  /** What was pasted; `asked` = nothing yet. */
  readonly clipboard: Clipboard | 'asked';
  readonly onRead: (clipboard: Clipboard | 'asked') => void;
  readonly onClose: () => void;
}

/** Brings a table in that was copied elsewhere: every cell is seen before anything is stored. */
export function PasteDialog({ figures, clipboard, onRead, onClose }: PasteDialogProps) {
  const { t } = useSpeech();
  useReturnFocus();
  const table = useMemo(() => (clipboard === 'asked' ? null : readClipboard(clipboard)), [clipboard]);
  const isTable = table !== null && typeof table !== 'string';
  return (
    <Modal
      opened
      onClose={onClose}
      size={isTable ? 1180 : 'lg'}
      title={t('figurePaste.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      // What was said of the table is not lost by a click beside it.
      closeOnClickOutside={!isTable}
    >
      {isTable ? (
        <PasteForm figures={figures} table={table satisfies PastedTable} onClose={onClose} />
      ) : (
        <Stack gap="md">
          {typeof table === 'string' && (
            <Alert color="red" role="alert">
              {t(`figurePaste.fault.${table}`)}
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
              onRead({
                text: clipboardData.getData('text/plain'),
                html: clipboardData.getData('text/html'),
              });
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
