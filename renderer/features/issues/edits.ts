import { updateAdvice } from '#shared/edit/advice.ts';
import { addIssue, moveIssue, renameIssue, retireIssue, reviveIssue } from '#shared/edit/issue.ts';
import { mergeIssues } from '#shared/edit/issue-merge.ts';
import { type IssuePart, splitIssue } from '#shared/edit/issue-split.ts';
import { recodeAll } from '#shared/edit/recode.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { FiscalYear, Id, LocalText } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Category, Issue } from '#shared/model/issue.ts';
import type { Workspace } from '#shared/model/workspace.ts';
import { actor, commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { shortened } from '../../ui/shortened.ts';
import type { IssueRequest } from './dialogs.tsx';
import type { HeardAdvice } from './use-issue-page.ts';

/** Where an issue is moved to. */
export interface IssueMove {
  readonly category: Category;
  /** Null = at the end of the category. */
  readonly beforeId: Id | null;
}

/** What a person does to the list of issues; each is one undo step and says what was done, with Undo beside it. */
export function useIssueEdits() {
  const { t, local, language } = useSpeech();
  const attempt = useAttempt();
  const done = (message: string) =>
    notifyUndo({ message, undoLabel: t('common.undo'), undo: () => attempt(undo) });

  return {
    add: (request: IssueRequest) =>
      attempt(async () => {
        const name = local(request.name);
        const issue = await commit({ key: 'change.issue.add', params: { name } }, (draft) =>
          addIssue(draft, request),
        );
        done(t('issues.done.added', { name }));
        return issue;
      }),
    rename: (issue: Issue, name: LocalText) =>
      attempt(async () => {
        const words = local(name);
        await commit({ key: 'change.issue.rename', params: { name: words } }, async (draft) => {
          // New names first: an issue is never without one on the way.
          const written = Object.entries(name).sort(([, a], [, b]) => Number(b !== '') - Number(a !== ''));
          for (const [tag, text] of written)
            if (text.trim() !== (issue.name[tag] ?? '')) await renameIssue(draft, issue.id, tag, text);
        });
        done(t('issues.done.renamed', { name: words }));
        return true as const;
      }),
    merge: (issue: Issue, into: Issue) =>
      attempt(async () => {
        const names = { from: local(issue.name), into: local(into.name) };
        await commit({ key: 'change.issue.merge', params: names }, (draft) =>
          mergeIssues(draft, [issue.id], into.id, { by: actor(), at: new Date().toISOString() }),
        );
        done(t('issues.done.merged', names));
      }),
    split: (issue: Issue, parts: readonly IssuePart[], activeFrom: FiscalYear) =>
      attempt(async () => {
        const name = local(issue.name);
        const made = await commit({ key: 'change.issue.split', params: { name } }, (draft) =>
          splitIssue(draft, issue.id, parts, activeFrom, { by: actor(), at: new Date().toISOString() }),
        );
        done(t('issues.done.split', { name, count: made.length }));
        return true as const;
      }),
    /** Quiet, as `move`: the mark stands at another issue. */
    putCodings: (codings: readonly Coding[], issue: Issue) =>
      attempt(() =>
        commit(
          { key: 'change.coding.recode', params: { issue: local(issue.name), count: codings.length } },
          (draft) =>
            recodeAll(
              draft,
              codings.map(({ id }) => id),
              issue.id,
            ),
        ),
      ),
    putAdvice: ({ advice, quotes }: HeardAdvice, issueIds: readonly IdOf<'issues'>[]) =>
      attempt(() =>
        commit(
          {
            key: 'change.advice.edit',
            params: { restatement: shortened(advice.restatement || quotes[0]?.passage.quote || '') },
          },
          (draft) =>
            updateAdvice(
              draft,
              advice.id,
              { issueIds: [...issueIds] },
              { by: actor(), at: new Date().toISOString() },
            ),
        ),
      ),
    retire: (issue: Issue, lastYear: FiscalYear, workspace: Workspace) =>
      attempt(async () => {
        const name = local(issue.name);
        const year = Math.max(lastYear, issue.activeFrom);
        await commit({ key: 'change.issue.retire', params: { name } }, (draft) =>
          retireIssue(draft, issue.id, year),
        );
        done(t('issues.done.retired', { name, year: fiscalYearLabel(year, workspace.fiscalYear, language) }));
      }),
    revive: (issue: Issue) =>
      attempt(async () => {
        const name = local(issue.name);
        await commit({ key: 'change.issue.revive', params: { name } }, (draft) =>
          reviveIssue(draft, issue.id),
        );
        done(t('issues.done.revived', { name }));
      }),
    /** Quiet: the row is seen to move, and undo is at hand as for every change. */
    move: (issue: Issue, to: IssueMove) =>
      attempt(() =>
        commit({ key: 'change.issue.move', params: { name: local(issue.name) } }, (draft) =>
          moveIssue(draft, issue.id, to),
        ),
      ),
  };
}
