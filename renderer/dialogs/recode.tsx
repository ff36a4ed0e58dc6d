import { Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { recodeAll } from '#shared/edit/recode.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { IdOf } from '#shared/model/id.ts';
import { commit, undo } from '../store/index.ts';
import { useAttempt } from '../ui/attempt.tsx';
import { useSpeech } from '../ui/i18n.tsx';
import { IssuePicker } from '../ui/issue-picker.tsx';
import { notifyUndo } from '../ui/notify-undo.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { useIssues } from './use-quoted-ranges.ts';

export interface RecodeProps {
  readonly codings: readonly Coding[];
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

/** Gives codings another issue: memo, coder and time stay; one step of undo, however many they are. */
export function Recode({ codings, onClose, onDone }: RecodeProps) {
  const { t, local, language } = useSpeech();
  const attempt = useAttempt();
  useReturnFocus();
  const issues = useIssues();
  const from = [...new Set(codings.map(({ issueId }) => issueId))];
  /** Of codings of several issues, those of one are moved. */
  const [chosen, setChosen] = useState<Id | null>(from[0] ?? null);
  const moved = codings.filter(({ issueId }) => issueId === chosen);
  const coders = [...new Set(moved.map(({ coder }) => coder).filter(Boolean))];
  const nameOf = (id: Id | null) => local(issues?.find((issue) => issue.id === id)?.name);

  const recode = (issueId: IdOf<'issues'>) =>
    void attempt(async () => {
      const params = { issue: nameOf(issueId), count: moved.length };
      await commit({ key: 'change.coding.recode', params }, (draft) =>
        recodeAll(
          draft,
          moved.map(({ id }) => id),
          issueId,
        ),
      );
      onClose();
      onDone?.();
      notifyUndo({
        message: t('recode.done', params),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('recode.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm" data-testid="recode">
        {from.length > 1 && (
          <Select
            label={t('recode.from')}
            allowDeselect={false}
            data={from.map((value) => ({ value, label: nameOf(value) }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
        <Text size="sm">
          {t('recode.text', {
            count: moved.length,
            issue: nameOf(chosen),
            coders: new Intl.ListFormat(language).format(coders),
            named: coders.length > 0 ? 'yes' : 'no',
          })}
        </Text>
        <IssuePicker
          issues={(issues ?? []).filter(({ id }) => id !== chosen)}
          hint={t('codeAll.picker.hint')}
          onChoose={recode}
          onCancel={onClose}
        />
      </Stack>
    </Modal>
  );
}
