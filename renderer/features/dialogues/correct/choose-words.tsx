import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { TurnRange } from '#shared/anchor/text-range.ts';
import type { Passage } from '#shared/model/turn.ts';
import { onEnter } from '../../../ui/commands.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import type { DialogueText } from './use-dialogue-text.ts';

/** Letters of a turn shown in the list of turns. */
const OPENING = 60;

/** The words that a passage meant, chosen by hand: a turn, and a range of it, by mouse or keyboard. */
export function ChooseWords({
  passage,
  text,
  suggested,
  onChoose,
  onClose,
}: {
  passage: Passage;
  text: DialogueText;
  suggested: TurnRange | null;
  onChoose: (selection: TurnRange) => void;
  onClose: () => void;
}) {
  const { t } = useSpeech();
  const [turnId, setTurnId] = useState(suggested?.turnId ?? passage.turnId);
  const field = useRef<HTMLTextAreaElement>(null);
  const turn = text.turns.find(({ id }) => id === turnId);

  useEffect(() => {
    const range = suggested?.turnId === turnId ? suggested : { start: 0, end: 0 };
    // The dialogue takes the focus first, and then gives it over.
    const timer = setTimeout(() => {
      field.current?.focus();
      field.current?.setSelectionRange(range.start, range.end);
    }, 120);
    return () => clearTimeout(timer);
  }, [turnId, suggested]);

  const choose = () => {
    const { selectionStart, selectionEnd } = field.current ?? { selectionStart: 0, selectionEnd: 0 };
    if (turn) onChoose({ turnId: turn.id, start: selectionStart, end: selectionEnd });
  };

  return (
    <Modal opened onClose={onClose} size="xl" title={t('correct.choose.title')}>
      <Stack gap="sm">
        <Select
          label={t('correct.choose.turn')}
          searchable
          allowDeselect={false}
          limit={200}
          data={text.turns.map((one) => ({
            value: one.id,
            label: `${text.numberOf(one.id)}  ${text.speakerOf(one)}: ${one.text.slice(0, OPENING)}`,
          }))}
          value={turnId}
          onChange={(value) => value && setTurnId(value)}
        />
        <Textarea
          ref={field}
          label={t('correct.choose.text')}
          readOnly
          autosize
          minRows={3}
          maxRows={14}
          lang={text.dialogue.language || undefined}
          value={turn?.text ?? ''}
          onKeyDown={onEnter(choose)}
        />
        <Group justify="flex-end">
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button onClick={choose}>{t('correct.choose.these')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
