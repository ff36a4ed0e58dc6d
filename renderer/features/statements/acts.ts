import {
  type AnswerFields,
  type ApprovalFields,
  putAnswer,
  putApproval,
  removeAnswer,
  takeOverAnswer,
} from '#shared/edit/answer.ts';
import type { MessageKey } from '#shared/i18n/index.ts';
import type { Answer } from '#shared/model/answer.ts';
import type { Covered } from '#shared/statement/coverage.ts';
import { actor, commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { answerPlace, type Statement } from './use-statement.ts';

type Label = Extract<MessageKey, `change.answer.${'text' | 'use'}`>;

/** What can be done with a statement; every act is one step of undo. */
export function useStatementActs({ checklist, scope }: Statement) {
  const attempt = useAttempt();
  const { t } = useSpeech();
  const author = () => ({ by: actor(), at: new Date().toISOString() });
  const put = (place: Covered, fields: AnswerFields, key: Label | 'change.answer.state') =>
    attempt(() =>
      commit(
        {
          key,
          params: { number: place.requirement.number, state: stateParam(fields.state) },
        },
        (draft) =>
          putAnswer(draft, answerPlace({ checklist, scope }, place), checklist.version, fields, author()),
      ),
    );
  return {
    put,
    takeOver: (place: Covered) =>
      attempt(() =>
        commit({ key: 'change.answer.takeOver', params: { number: place.requirement.number } }, (draft) =>
          takeOverAnswer(
            draft,
            answerPlace({ checklist, scope }, place),
            checklist.version,
            place.before?.id ?? '',
            author(),
          ),
        ),
      ),
    remove: async (number: string, answer: Pick<Answer, 'id'>) => {
      const done = await attempt(async () => {
        await commit({ key: 'change.answer.remove', params: { number } }, (draft) =>
          removeAnswer(draft, answer.id),
        );
        return true;
      });
      if (done)
        notifyUndo({
          message: t('statement.cleared', { number }),
          undoLabel: t('common.undo'),
          undo: () => attempt(undo),
        });
    },
    /** @returns undefined where it failed, which was told */
    approve: (fields: ApprovalFields) =>
      attempt(async () => {
        await commit({ key: 'change.answer.approval' }, (draft) =>
          putApproval(draft, checklist, scope, fields, author()),
        );
        return true;
      }),
  };
}
export type StatementActs = ReturnType<typeof useStatementActs>;

/** `select` of a catalog takes no hyphen. */
function stateParam(state: AnswerFields['state']): string {
  return state === 'not-applicable' ? 'na' : (state ?? '');
}
