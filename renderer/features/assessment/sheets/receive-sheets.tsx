import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { IdOf } from '#shared/model/id.ts';
import { useRows } from '../../../store/index.ts';
import { DropWindow } from '../../../ui/drop-area.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import { ReceiveDialog } from './receive-dialog.tsx';

/**
 * The button by which filled-in sheets and copies come back, with its dialogue; files dropped anywhere on the window
 * open it too. `?sheets=receive` opens it.
 */
export function ReceiveSheets({ roundId }: { roundId: IdOf<'rounds'> }) {
  const { t } = useSpeech();
  const [params] = useSearchParams();
  const [open, setOpen] = useState<readonly File[] | null>(null);
  const isCopy = useRows(async (db) => (await db.workspace.toCollection().first())?.copy != null, []);
  if (isCopy !== false) return null;
  const asked = params.get('sheets') === 'receive';
  const close = () => {
    setOpen(null);
    if (asked) go(links.round(roundId));
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconFileImport size={14} />}
        onClick={() => setOpen([])}
      >
        {t('sheets.receive')}
      </Button>
      {(open || asked) && <ReceiveDialog roundId={roundId} dropped={open ?? []} onClose={close} />}
      <DropWindow
        icon={IconFileImport}
        title={t('sheets.receive.drop.window')}
        hint={t('sheets.receive.drop.hint')}
        active={!open && !asked}
        onDrop={setOpen}
      />
    </>
  );
}
