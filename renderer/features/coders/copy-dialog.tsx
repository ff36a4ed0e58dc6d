import { Button, Modal, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { Workspace } from '#shared/model/workspace.ts';
import { call } from '../../platform/bridge.ts';
import { useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyAct } from '../../ui/notify-undo.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { saveBlindCopy } from './copies.ts';

/** Asks for whom the copy is, and what goes into it. */
export function CopyDialog({ workspace, onClose }: { workspace: Workspace; onClose: () => void }) {
  useReturnFocus();
  const { t, language } = useSpeech();
  const attempt = useAttempt();
  const dialogues = useRows((db) => db.dialogues.toArray(), []);
  const draft = useDraft<{ readonly coder: string; readonly picked: readonly Id[] | null }>('coder-copy', {
    coder: '',
    picked: null,
  });
  const { coder, picked } = draft.value;
  const [saving, setSaving] = useState(false);
  const dialogueIds = picked ?? dialogues?.map(({ id }) => id) ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      setSaving(true);
      try {
        const path = await saveBlindCopy({ coder, dialogueIds }, { t, language });
        if (!path) return;
        draft.done();
        onClose();
        notifyAct({
          message: t('coders.copy.saved', { coder: coder.trim(), path }),
          actLabel: t('coders.copy.reveal'),
          act: () => attempt(() => call('dialog.reveal', { path })),
        });
      } finally {
        setSaving(false);
      }
    });
  };
  return (
    <Modal opened onClose={onClose} title={t('coders.copy.make')} size="lg">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{t('coders.copy.text')}</Text>
          <TextInput
            data-autofocus
            label={t('coders.copy.coder')}
            description={t('coders.copy.coder.hint')}
            value={coder}
            onChange={(event) => draft.change({ coder: event.currentTarget.value })}
          />
          <MultiSelect
            label={t('coders.copy.dialogues')}
            data={(dialogues ?? []).map(({ id, title, date }) => ({
              value: id,
              label: date ? `${title} (${date})` : title,
            }))}
            value={[...dialogueIds]}
            onChange={(ids) => draft.change({ picked: ids })}
            hidePickedOptions
            lang={workspace.languages[0]}
          />
          <FormButtons draft={draft} onClose={onClose}>
            <Button type="submit" loading={saving} disabled={coder.trim() === '' || dialogueIds.length === 0}>
              {t('coders.copy.save')}
            </Button>
          </FormButtons>
        </Stack>
      </form>
    </Modal>
  );
}
