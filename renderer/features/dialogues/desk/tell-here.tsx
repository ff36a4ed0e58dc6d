import { Modal, ScrollArea, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { TurnRange } from '#shared/anchor/text-range.ts';
import { tellHere } from '#shared/edit/entry.ts';
import { foldText } from '#shared/fold/fold.ts';
import type { Dialogue } from '#shared/model/dialogue.ts';
import { actor, commit, undo } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { notifyUndo } from '../../../ui/notify-undo.tsx';
import { useReturnFocus } from '../../../ui/use-return-focus.ts';
import classes from './desk.module.css';
import { type Tellable, useTellable } from './use-tellable.ts';

interface TellHereProps {
  readonly dialogue: Dialogue;
  readonly words: TurnRange;
  readonly onClose: () => void;
}

/** Marks words as those in which it was told what became of a commitment: one click on it, and it is done. */
export function TellHere({ dialogue, words, onClose }: TellHereProps) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  useReturnFocus();
  const [typed, setTyped] = useState('');
  const groups = useTellable(dialogue);
  const choose = ({ about }: Tellable) =>
    void attempt(async () => {
      await commit({ key: 'change.entry.told' }, (draft) =>
        tellHere(draft, words, about, { by: actor(), at: new Date().toISOString() }),
      );
      onClose();
      notifyUndo({ message: t('told.done'), undoLabel: t('common.undo'), undo: () => attempt(undo) });
    });
  const sought = foldText(typed).split(/\s+/).filter(Boolean);
  const shown = groups
    ?.map(({ title, items }) => ({
      title,
      items: items.filter(({ text, owner }) => {
        const held = foldText(`${text}\n${owner}`);
        return sought.every((word) => held.includes(word));
      }),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('told.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      scrollAreaComponent={ScrollArea.Autosize}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('told.text')}
        </Text>
        {groups?.length === 0 && (
          <div role="status">
            <Text size="sm" fw={500}>
              {t('told.empty')}
            </Text>
            <Text size="sm" c="dimmed">
              {t('told.empty.follows')}
            </Text>
          </div>
        )}
        {groups && groups.length > 0 && (
          <TextInput
            data-autofocus
            aria-label={t('told.search')}
            placeholder={t('told.search')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        {shown?.map(({ title, items }) => (
          <Stack key={title} gap={4} component="section" aria-label={title}>
            <Text size="xs" fw={600} c="dimmed">
              {title}
            </Text>
            {items.map((item) => (
              <UnstyledButton
                key={item.about.id}
                className={classes.tellable ?? ''}
                onClick={() => choose(item)}
                data-testid="tellable"
              >
                <Text span size="sm" display="block">
                  {item.text}
                </Text>
                <Text span size="xs" c="dimmed">
                  {[item.about.to === 'advice' ? t('told.advice') : '', item.owner]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </UnstyledButton>
            ))}
          </Stack>
        ))}
      </Stack>
    </Modal>
  );
}
