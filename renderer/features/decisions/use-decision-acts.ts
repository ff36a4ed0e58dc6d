import { decide, removeDecision } from '#shared/edit/decision.ts';
import type { Round } from '#shared/model/round.ts';
import { commitAmending } from '../../dialogs/amend.tsx';
import { actor, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import type { Subject } from './subject.ts';

export interface DecisionActs {
  /** Decides as the rule suggests; several at once are one step of undo. */
  readonly accept: (subjects: readonly Subject[]) => void;
  readonly remove: (subject: Subject) => void;
}

/**
 * What can be done in the table of what is to be decided.
 * @param fiscalYear the year that a decision of the round carries into
 */
export function useDecisionActs(round: Round, fiscalYear: number): DecisionActs {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  const author = () => ({ by: actor(), at: new Date().toISOString() });

  const accept = (subjects: readonly Subject[]) =>
    void attempt(async () => {
      const [only] = subjects;
      const label =
        subjects.length === 1 && only?.suggestion.level
          ? ({
              key: 'change.decision.set',
              params: { subject: local(only.name), level: t(`level.${only.suggestion.level}`) },
            } as const)
          : ({ key: 'change.decision.acceptAll', params: { count: subjects.length } } as const);
      const written = await commitAmending(label, async (draft) => {
        for (const { subject, suggestion } of subjects)
          if (suggestion.level !== null)
            await decide(
              draft,
              round.id,
              subject,
              {
                level: suggestion.level,
                suggested: suggestion.level,
                why: '',
                owner: '',
                reviewDate: null,
                fiscalYear,
              },
              author(),
            );
      });
      if (only && subjects.length === 1) focusOn(only.subject);
      if (!written || subjects.length === 1) return;
      notifyUndo({
        message: t('decisions.accepted', { count: subjects.length }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });

  const remove = (subject: Subject) =>
    void attempt(async () => {
      const { decision } = subject;
      if (!decision) return;
      const written = await commitAmending(
        { key: 'change.decision.remove', params: { subject: local(subject.name) } },
        (draft) => removeDecision(draft, decision.id),
      );
      if (!written) return;
      notifyUndo({
        message: t('decisions.removed', { subject: local(subject.name) }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });

  return { accept, remove };
}

/** The button that was pressed may be gone with what it did: the row keeps the focus, and the keyboard its place. */
export function focusOn(subject: Subject['subject']): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-subject="${subject.id}"] button`)?.focus(),
  );
}
