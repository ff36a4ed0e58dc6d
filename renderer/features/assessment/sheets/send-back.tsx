import { Button } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import type { Workspace } from '#shared/model/workspace.ts';
import { call } from '../../../platform/bridge.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { notifyAct } from '../../../ui/notify-undo.tsx';
import { saveFilledCopy } from './files.ts';

/** In a copy: saves it with what was rated, for sending back. */
export function SendBack({ workspace }: { workspace: Workspace }) {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  const [saving, setSaving] = useState(false);
  const save = () =>
    void attempt(async () => {
      setSaving(true);
      try {
        const path = await saveFilledCopy(local(workspace.name), t);
        if (!path) return;
        notifyAct({
          message: t('sheets.inCopy.saved', { name: path.split(/[\\/]/).at(-1) ?? path }),
          actLabel: t('sheets.show'),
          act: () => attempt(() => call('dialog.reveal', { path })),
        });
      } finally {
        setSaving(false);
      }
    });
  return (
    <Button size="compact-sm" leftSection={<IconDeviceFloppy size={14} />} loading={saving} onClick={save}>
      {t('sheets.inCopy.save')}
    </Button>
  );
}
