import { Button, Modal, Stack, Text, Textarea } from '@mantine/core';
import type { Draft } from '#shared/change/draft.ts';
import { amend } from '#shared/edit/amend.ts';
import { type Param, problemOf } from '#shared/model/problem.ts';
import { keepDraft } from '../platform/drafts.ts';
import { observable, useObservable } from '../platform/observable.ts';
import { actor, type CommitLabel, commit } from '../store/index.ts';
import { FormButtons } from '../ui/form-buttons.tsx';
import { useSpeech } from '../ui/i18n.tsx';
import { useDraft } from '../ui/use-draft.ts';

/** A change that waits for the reason that a signed-off round asks for. */
interface Asked {
  readonly round: Param;
  /** Null = the person went back. */
  readonly answer: (why: string | null) => void;
}

const asked = observable<Asked | null>(null);

const REASON = 'amendment-reason';

/**
 * Writes a change of decisions or indicators. Where it concerns what a closed round was signed off with, the person is asked
 * why, and it is written as an amendment.
 * @returns false = the person went back, and nothing was written
 */
export async function commitAmending(
  label: CommitLabel,
  recipe: (draft: Draft) => Promise<unknown>,
): Promise<boolean> {
  const write = (why: string) =>
    commit(label, async (draft) => {
      await recipe(draft);
      await amend(draft, why, { by: actor(), at: new Date().toISOString() });
    });
  try {
    await write('');
    return true;
  } catch (thrown) {
    const { code, params } = problemOf(thrown);
    if (code !== 'amendment-needs-reason') throw thrown;
    const why = await ask(params.round ?? '');
    if (why === null) return false;
    await write(why);
    keepDraft(REASON, null);
    return true;
  }
}

function ask(round: Param): Promise<string | null> {
  const before = asked.get();
  return new Promise((resolve) => {
    const own: Asked = {
      round,
      answer: (why) => {
        // Not within the key that answered: the drawer below would take the same Escape for its own.
        setTimeout(() => {
          if (asked.get() === own) asked.set(null);
          resolve(why);
        });
      },
    };
    asked.set(own);
    // A field that is saved by Enter is left as well when the dialog takes the focus: the later save counts.
    before?.answer(null);
  });
}

/** Whether the reason for an amendment is being asked: what is open below does not close on the same Escape. */
export function useIsAmending(): boolean {
  return useObservable(asked) !== null;
}

/** Asks why what was signed off is changed. Above every screen, so that no view takes it along when it closes. */
export function AmendDialog() {
  const { t } = useSpeech();
  const now = useObservable(asked);
  return (
    <Modal
      opened={now !== null}
      onClose={() => now?.answer(null)}
      zIndex={ABOVE_DRAWERS}
      title={t('amendment.ask.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {now && <Reason round={now.round} onAnswer={now.answer} />}
    </Modal>
  );
}

/** It is asked from a form in a drawer. */
const ABOVE_DRAWERS = 250;

function Reason({ round, onAnswer }: { round: Param; onAnswer: Asked['answer'] }) {
  const { t } = useSpeech();
  const draft = useDraft<{ readonly why: string }>(REASON, { why: '' });
  const { why } = draft.value;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // A form inside a drawer's form, as React sees it: only this one is submitted.
        event.stopPropagation();
        if (why.trim() !== '') onAnswer(why);
      }}
    >
      <Stack gap="sm" data-testid="amend">
        <Text size="sm">{t('amendment.ask.text', { round })}</Text>
        <Textarea
          data-autofocus
          autosize
          minRows={2}
          required
          label={t('amendment.why')}
          value={why}
          onChange={(event) => draft.change({ why: event.currentTarget.value })}
        />
        <FormButtons draft={draft} onClose={() => onAnswer(null)}>
          <Button type="submit" disabled={why.trim() === ''}>
            {t('amendment.ask.confirm')}
          </Button>
        </FormButtons>
      </Stack>
    </form>
  );
}
