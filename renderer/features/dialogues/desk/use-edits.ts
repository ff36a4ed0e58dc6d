import { useMemo } from 'react';
import type { TurnRange } from '#shared/anchor/text-range.ts';
import { setPassageAttribution } from '#shared/edit/attribution.ts';
import {
  type AdviceFields,
  type Authorship,
  codeSelection,
  removeAdvice,
  removeCoding,
  setMemo,
  takeAdvice,
} from '#shared/edit/coding.ts';
import { addCommitment, type NewCommitment } from '#shared/edit/commitment.ts';
import { addIssue } from '#shared/edit/issue.ts';
import { moveBorders } from '#shared/edit/recode.ts';
import type { Id } from '#shared/model/basics.ts';
import type { AttributionPolicy, Dialogue } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import { actor, commit, undo } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import { notifyAct, notifyUndo } from '../../../ui/notify-undo.tsx';
import type { OpenMark, StoredMark } from './marks.ts';
import type { Borders, SubmittedBy } from './state.ts';
import type { Desk } from './use-machine.ts';

/** What the desk stores. */
export interface DeskEdits {
  /** Codes the selected words, or where none are, the next sentence. */
  readonly code: (issueId: IdOf<'issues'>, by: SubmittedBy) => void;
  /** Codes the selected words to an issue that is on no list yet: it is put there in the same step. */
  readonly codeNew: (name: string) => void;
  /** @param stored called when the advice is on disk */
  readonly advise: (fields: AdviceFields, stored: () => void) => void;
  /** Writes down what was promised in this dialogue. @param stored called when it is on disk */
  readonly promise: (fields: NewCommitment, stored: () => void) => void;
  readonly remove: (mark: StoredMark) => void;
  readonly attribute: (passageId: IdOf<'passages'>, policy: AttributionPolicy | null) => void;
}

/** Stores the memo of a coding. */
export function useStoreMemo(): (codingId: IdOf<'codings'>, memo: string) => void {
  const attempt = useAttempt();
  return (codingId, memo) =>
    void attempt(() => commit({ key: 'change.coding.memo' }, (draft) => setMemo(draft, codingId, memo)));
}

/** Stores where the borders of a coding were moved to, and offers to take it back. */
export function useStoreBorders(): (moved: Borders) => void {
  const { t } = useSpeech();
  const attempt = useAttempt();
  return ({ codingId, range }) =>
    void attempt(async () => {
      await commit({ key: 'change.coding.borders' }, (draft) => moveBorders(draft, codingId, range));
      notifyUndo({
        message: t('desk.borders.done'),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });
}

/** The desk's edits; the same object while what they need stays the same. */
export function useEdits(desk: Desk, dialogue: Dialogue, issueOf: ReadonlyMap<Id, Issue>): DeskEdits {
  const { t, local, language } = useSpeech();
  const attempt = useAttempt();
  const { id: dialogueId, fiscalYear } = dialogue;
  return useMemo(() => {
    const submit = submitter(desk, attempt);
    const nameOf = (issue: Issue | undefined) => (issue ? local(issue.name) : '');
    return {
      code: (issueId, by) =>
        submit(by, issueId, async (words) => {
          const label = {
            key: 'change.coding.add',
            params: { issue: nameOf(issueOf.get(issueId)) },
          } as const;
          const [coding] = await commit(label, (draft) => codeSelection(draft, words, [issueId], author()));
          return { mark: coding ? { passageId: coding.passageId, key: `c-${coding.id}` } : null, issueId };
        }),
      codeNew: (name) =>
        submit('code', null, async (words) => {
          const issue = await commit({ key: 'change.coding.new', params: { issue: name } }, async (draft) => {
            const added = await addIssue(draft, {
              category: 'general',
              name: { [language]: name },
              activeFrom: fiscalYear,
            });
            await codeSelection(draft, words, [added.id], author());
            return added;
          });
          notifyAct({
            message: t('desk.picker.new.done', { name, category: t('category.general') }),
            actLabel: t('desk.picker.new.open'),
            act: () => go(links.issue(issue.id)),
          });
          return { mark: null, issueId: issue.id };
        }),
      advise: (fields, stored) =>
        submit('advice', null, async (words) => {
          const advice = await commit({ key: 'change.advice.take' }, (draft) =>
            takeAdvice(draft, words, fields, author()),
          );
          stored();
          const [passageId = ''] = advice.passageIds;
          return { mark: { passageId, key: `a-${advice.id}-${passageId}` }, issueId: null };
        }),
      promise: (fields, stored) =>
        submit('commitment', null, async () => {
          const { id } = await commit({ key: 'change.commitment.add' }, (draft) =>
            addCommitment(draft, { to: 'dialogue', id: dialogueId }, fields, author()),
          );
          stored();
          notifyAct({
            message: t('desk.commitment.done'),
            actLabel: t('desk.commitment.open'),
            act: () => go(links.commitment(id)),
          });
          return { mark: null, issueId: null };
        }),
      remove: (mark) =>
        void attempt(async () => {
          const params = mark.kind === 'coding' ? { issue: local(mark.issue.name) } : null;
          await (mark.kind === 'coding'
            ? commit({ key: 'change.coding.remove', params: { issue: nameOf(mark.issue) } }, (draft) =>
                removeCoding(draft, mark.coding.id),
              )
            : commit({ key: 'change.advice.remove' }, (draft) => removeAdvice(draft, mark.advice.id)));
          desk.send({ type: 'close-mark' });
          notifyUndo({
            message: params ? t('desk.coding.removed', params) : t('desk.advice.removed'),
            undoLabel: t('common.undo'),
            undo: () => attempt(undo),
          });
        }),
      attribute: (passageId, policy) => {
        const told = policy === 'off-record' ? 'closed' : (policy ?? 'dialogue');
        void attempt(() =>
          commit({ key: 'change.passage.attribution', params: { policy: told } }, (draft) =>
            setPassageAttribution(draft, passageId, policy),
          ),
        );
      },
    };
  }, [desk, dialogueId, fiscalYear, issueOf, t, local, language, attempt]);
}

interface Stored {
  readonly mark: OpenMark | null;
  readonly issueId: IdOf<'issues'> | null;
}

/**
 * Stores something made of the selected words and reports to the desk what came of it. A form that is being stored is
 * not stored once more: a second press of the key would take the same advice down twice.
 */
function submitter(desk: Desk, attempt: ReturnType<typeof useAttempt>) {
  return (
    by: SubmittedBy,
    issueId: IdOf<'issues'> | null,
    store: (words: TurnRange) => Promise<Stored>,
  ): void => {
    const { selection: words, form } = desk.send({ type: 'ensure-selection' });
    if (!words || (form?.submitted && form.kind === by)) return;
    desk.send({ type: 'submit', by, issueId });
    void attempt(() => store(words)).then((made) =>
      desk.send(made ? { type: 'stored', by, words, ...made } : { type: 'submit-failed', words }),
    );
  };
}

const author = (): Authorship => ({ by: actor(), at: new Date().toISOString() });
