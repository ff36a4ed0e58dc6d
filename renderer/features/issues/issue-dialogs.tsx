import type { Issue } from '#shared/model/issue.ts';
import { fiscalYearOf, type Workspace } from '#shared/model/workspace.ts';
import { go, links } from '../../ui/links.ts';
import { MergeDialog, RenameDialog } from './dialogs.tsx';
import { useIssueEdits } from './edits.ts';
import { SplitDialog } from './split-dialog.tsx';

/** What an issue can be asked to become in a dialog. */
export type IssueDialog = 'rename' | 'merge' | 'split';

export interface IssueDialogsProps {
  readonly dialog: IssueDialog;
  readonly issue: Issue;
  /** All issues; undefined = they are still read. */
  readonly issues: readonly Issue[] | undefined;
  readonly workspace: Workspace | undefined;
  /** How many passages and pieces of advice bear on it. */
  readonly passages: number;
  readonly advice: number;
  readonly onClose: () => void;
}

/** The dialog that an issue is renamed, merged or split in. */
export function IssueDialogs({
  dialog,
  issue,
  issues,
  workspace,
  passages,
  advice,
  onClose,
}: IssueDialogsProps) {
  const edits = useIssueEdits();
  if (dialog === 'rename')
    return (
      <RenameDialog
        issue={issue}
        languages={workspace?.languages ?? []}
        onRename={(name) => {
          onClose();
          return edits.rename(issue, name);
        }}
        onClose={onClose}
      />
    );
  if (dialog === 'split')
    return (
      workspace && (
        <SplitDialog
          issue={issue}
          languages={workspace.languages}
          onSplit={async (names) => {
            onClose();
            const year = fiscalYearOf(new Date().toISOString(), workspace.fiscalYear);
            const split = await edits.split(issue, names, year);
            if (split && passages + advice > 0) go(links.issueParts(issue.id));
            return split;
          }}
          onClose={onClose}
        />
      )
    );
  return (
    issues && (
      <MergeDialog
        issue={issue}
        issues={issues}
        passages={passages}
        advice={advice}
        onMerge={(intoId) => {
          const into = issues.find(({ id }) => id === intoId);
          onClose();
          if (into) void edits.merge(issue, into);
        }}
        onClose={onClose}
      />
    )
  );
}
