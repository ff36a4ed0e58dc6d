import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import {
  canFollow,
  needsResponse,
  type SharedDetails,
  setAdviceStatus,
  updateSeveral,
} from '#shared/edit/advice.ts';
import type { Advice, AdviceStatus } from '#shared/model/advice.ts';
import { commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { shortened } from '../../ui/shortened.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

export interface AdviceActs {
  /** Takes advice to a status, each piece that is not there yet; asks for the response where one is needed. */
  readonly setStatus: (advice: readonly Advice[], status: AdviceStatus) => void;
  /** Writes the same owner or date to several. */
  readonly setDetails: (advice: readonly Advice[], details: Pick<SharedDetails, 'owner' | 'due'>) => void;
  readonly dialog: ReactNode;
}

interface Asked {
  readonly advice: readonly Advice[];
  readonly status: AdviceStatus;
}

/** What is done to one or several pieces of advice at once: one step of undo, which says how many. */
export function useAdviceActs(): AdviceActs {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [asked, setAsked] = useState<Asked | null>(null);

  const write = (advice: readonly Advice[], details: SharedDetails) =>
    void attempt(async () => {
      const [first] = advice;
      if (!first) return;
      const count = advice.length;
      const what = details.status ? 'status' : details.owner === undefined ? 'due' : 'owner';
      const status = details.status ?? '';
      if (count === 1 && details.status && details.response === undefined) {
        const params = { restatement: shortened(first.restatement), status };
        const to = details.status;
        await commit({ key: 'change.advice.status', params }, (draft) =>
          setAdviceStatus(draft, first.id, to),
        );
        return;
      }
      await commit({ key: 'change.advice.several', params: { count, what, status } }, (draft) =>
        updateSeveral(
          draft,
          advice.map(({ id }) => id),
          details,
        ),
      );
      if (count === 1) return;
      notifyUndo({
        message: t('advice.several.done', { count }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });

  return {
    setStatus: (advice, status) => {
      const going = advice.filter((one) => canFollow(one.status, status));
      if (going.some((one) => needsResponse(one, status))) setAsked({ advice: going, status });
      else write(going, { status });
    },
    setDetails: write,
    dialog: asked && (
      <RespondDialog
        asked={asked}
        onClose={() => setAsked(null)}
        onRespond={(response) => {
          setAsked(null);
          write(asked.advice, { status: asked.status, response });
        }}
      />
    ),
  };
}

/** Asks for the response without which advice is not settled in one step. */
function RespondDialog({
  asked: { advice, status },
  onClose,
  onRespond,
}: {
  asked: Asked;
  onClose: () => void;
  onRespond: (response: string) => void;
}) {
  const { t } = useSpeech();
  useReturnFocus();
  const [response, setResponse] = useState('');
  const missing = advice.filter((one) => needsResponse(one, status)).length;
  const answer = response.trim();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('advice.respond.title', { status: t(`adviceStatus.${status}`) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      // What was typed is not lost by a click beside it.
      closeOnClickOutside={answer === ''}
      closeOnEscape={answer === ''}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (answer !== '') onRespond(answer);
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('advice.respond.text', { count: missing })}</Text>
          <Textarea
            data-autofocus
            autosize
            minRows={3}
            required
            label={t('advice.field.response')}
            value={response}
            onChange={(event) => setResponse(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing)
                event.currentTarget.form?.requestSubmit();
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={answer === ''}>
              {t(`advice.step.${status === 'heard' ? 'reopen' : status}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
