import { type ReactNode, useState } from 'react';
import { canFollow, type SharedDetails, updateSeveral } from '#shared/edit/advice.ts';
import type { Advice, AdviceStatus } from '#shared/model/advice.ts';
import { commitmentsByAdvice } from '../../store/commitments.ts';
import { actor, type CommitLabel, commit, readOnce, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { shortened } from '../../ui/shortened.ts';
import { isNothing, needsOf, StepDialog, type StepNeeds } from './step-dialog.tsx';

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
  readonly needs: StepNeeds;
}

/** What is done to one or several pieces of advice at once: one step of undo, which says how many. */
export function useAdviceActs(): AdviceActs {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [asked, setAsked] = useState<Asked | null>(null);

  const write = async (advice: readonly Advice[], details: SharedDetails) => {
    const [first] = advice;
    if (!first) return;
    const count = advice.length;
    const what = details.status ? 'status' : details.owner === undefined ? 'due' : 'owner';
    const status = details.status ?? '';
    const label: CommitLabel =
      count === 1 && details.status
        ? { key: 'change.advice.status', params: { restatement: shortened(first.restatement), status } }
        : { key: 'change.advice.several', params: { count, what, status } };
    const ids = advice.map(({ id }) => id);
    const author = { by: actor(), at: new Date().toISOString() };
    await commit(label, (draft) => updateSeveral(draft, ids, details, author));
    if (count === 1) return;
    notifyUndo({
      message: t('advice.several.done', { count }),
      undoLabel: t('common.undo'),
      undo: () => attempt(undo),
    });
  };

  return {
    setStatus: (advice, status) =>
      void attempt(async () => {
        const going = advice.filter((one) => canFollow(one.status, status));
        const promised = await readOnce(commitmentsByAdvice);
        const needs = needsOf(going, status, promised);
        if (isNothing(needs)) await write(going, { status });
        else setAsked({ advice: going, status, needs });
      }),
    setDetails: (advice, details) => void attempt(() => write(advice, details)),
    dialog: asked && (
      <StepDialog
        status={asked.status}
        needs={asked.needs}
        onClose={() => setAsked(null)}
        draftKey={`advice-step/${asked.status}/${asked.advice.length === 1 ? asked.advice[0]?.id : 'several'}`}
        onSay={(details, stored) =>
          void attempt(async () => {
            await write(asked.advice, { status: asked.status, ...details });
            stored();
          })
        }
      />
    ),
  };
}
