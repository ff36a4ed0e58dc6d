import { Button, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Id } from '#shared/model/basics.ts';
import { useRows } from '../../../store/index.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import { ReceiveDialog } from './receive-dialog.tsx';

/**
 * The button by which filled-in sheets and copies come back, with its dialogue; files dropped anywhere on the window
 * open it too. `?sheets=receive` opens it.
 */
export function ReceiveSheets({ roundId }: { roundId: Id }) {
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
      <Dropzone.FullScreen active={!open && !asked} onDrop={(files) => setOpen(files)}>
        <Stack align="center" justify="center" h="100%" gap="xs" style={{ pointerEvents: 'none' }}>
          <IconFileImport size={48} stroke={1.5} />
          <Text size="xl" fw={600}>
            {t('sheets.receive.drop.window')}
          </Text>
          <Text c="dimmed">{t('sheets.receive.drop.hint')}</Text>
        </Stack>
      </Dropzone.FullScreen>
    </>
  );
}
