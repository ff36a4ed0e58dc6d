import { Button, Group, Text, Textarea } from '@mantine/core';
import { IconArrowMergeLeft, IconArrowsSplit2, IconCheck } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import type { Relocation } from '#shared/edit/relocate.ts';
import { editTurnText, joinTurnAbove, splitTurn } from '#shared/edit/turn.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Turn } from '#shared/model/turn.ts';
import { commit } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useCommands } from '../../../ui/commands.ts';
import { DraftNote } from '../../../ui/form-buttons.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { correctCommands } from './commands.ts';
import { useTellRelocation } from './use-tell-relocation.ts';

export interface TurnEditorProps {
  readonly turn: Turn;
  readonly number: number;
  /** Where the cursor is to stand, in UTF-16 units of the text. */
  readonly at: number;
  /** Told which turn to go on with; the turn's own id when nothing came of it. */
  readonly onDone: (turnId: IdOf<'turns'>) => void;
}

/** A turn's words as a person corrects them, in the place where they are read. Each way out is one step of undo. */
export function TurnEditor({ turn, number, at, onDone }: TurnEditorProps) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const tell = useTellRelocation(turn.dialogueId);
  const draft = useDraft<{ readonly text: string }>(`turn/${turn.id}`, { text: turn.text });
  const { text } = draft.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const busy = useRef(false);

  useLayoutEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(at, at);
  }, [at]);

  const finish = (work: () => Promise<{ turnId: IdOf<'turns'>; relocations: readonly Relocation[] }>) => {
    if (busy.current) return;
    busy.current = true;
    void attempt(work).then((done) => {
      busy.current = false;
      if (!done) return;
      draft.done();
      tell(done.relocations);
      onDone(done.turnId);
    });
  };
  const keep = () =>
    finish(async () => {
      const relocation = await commit({ key: 'change.turn.edit' }, (draft) =>
        editTurnText(draft, turn.id, text),
      );
      return { turnId: turn.id, relocations: [relocation] };
    });
  const split = () => {
    const cut = field.current?.selectionStart ?? 0;
    finish(() =>
      commit({ key: 'change.turn.split' }, async (draft) => {
        const edited = await editTurnText(draft, turn.id, text);
        const { turnId, relocation } = await splitTurn(draft, turn.id, cut);
        return { turnId, relocations: [edited, relocation] };
      }),
    );
  };
  const join = () =>
    finish(() =>
      commit({ key: 'change.turn.join' }, async (draft) => {
        const edited = await editTurnText(draft, turn.id, text);
        const { turnId, relocation } = await joinTurnAbove(draft, turn.id);
        return { turnId, relocations: [edited, relocation] };
      }),
    );
  const leave = () => onDone(turn.id);

  const onKeyDown = useCommands(correctCommands, {
    'correct.keep': keep,
    'correct.split': split,
    'correct.join': join,
    'correct.leave': leave,
  });

  return (
    <div data-testid="turn-editor" data-own-escape>
      <Textarea
        ref={field}
        aria-label={t('correct.editor', { number })}
        autosize
        minRows={1}
        value={text}
        onChange={(event) => draft.change({ text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        styles={{ input: { lineHeight: 1.75 } }}
      />
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" leftSection={<IconCheck size={14} />} onClick={keep}>
          {t('correct.keep')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowsSplit2 size={14} />}
          // The cursor in the text says where: the button must not take the focus from it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={split}
        >
          {t('correct.split')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowMergeLeft size={14} />}
          onClick={join}
        >
          {t('correct.joinAbove')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={leave}>
          {t('common.close')}
        </Button>
        <DraftNote draft={draft} />
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {t('correct.editor.hint')}
      </Text>
    </div>
  );
}
