import { Button, Group } from '@mantine/core';
import { IconDeviceFloppy, IconMessages, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { CodingCopy, Workspace } from '#shared/model/workspace.ts';
import { call } from '../../platform/bridge.ts';
import { useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { notifyAct } from '../../ui/notify-undo.tsx';
import { Page } from '../../ui/page.tsx';
import { saveCodedCopy } from './copies.ts';

/** What a second coder sees here: whose copy this is, how far it is, and how it goes back. */
export function InCopy({ workspace, copy }: { workspace: Workspace; copy: CodingCopy }) {
  const { t, local, day } = useSpeech();
  const attempt = useAttempt();
  const [saving, setSaving] = useState(false);
  const counts = useRows(
    async (db) => ({ codings: await db.codings.count(), dialogues: await db.dialogues.count() }),
    [],
  );
  const save = () =>
    void attempt(async () => {
      setSaving(true);
      try {
        const path = await saveCodedCopy(local(workspace.name), t);
        if (!path) return;
        notifyAct({
          message: t('coders.inCopy.saved', { path }),
          actLabel: t('coders.copy.reveal'),
          act: () => attempt(() => call('dialog.reveal', { path })),
        });
      } finally {
        setSaving(false);
      }
    });
  const date = day(copy.at);
  return (
    <Page
      title={t('coders.title')}
      above={<BackLink to={links.dialogues()}>{t('dialogues.title')}</BackLink>}
    >
      <EmptyState
        icon={IconUsers}
        title={t('coders.inCopy.title', { coder: copy.coder })}
        action={
          <Group>
            <Button
              variant="default"
              leftSection={<IconMessages size={16} />}
              onClick={() => go(links.dialogues())}
            >
              {t('coders.inCopy.code')}
            </Button>
            <Button leftSection={<IconDeviceFloppy size={16} />} loading={saving} onClick={save}>
              {t('coders.inCopy.save')}
            </Button>
          </Group>
        }
      >
        {t('coders.inCopy.text', { coder: copy.coder, name: local(copy.of), date })}
        {counts && <div>{t('coders.inCopy.count', counts)}</div>}
      </EmptyState>
    </Page>
  );
}
