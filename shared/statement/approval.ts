import type { Arrangement } from '../model/arrangement.ts';
import type { Entry } from '../model/entry.ts';
import type { WorkspaceState } from '../model/tables.ts';
import type { Checklist } from './checklist.ts';
import { statementsOf } from './gather.ts';
import { type Scope, scopeFilter } from './scope.ts';

/** What makes a statement valid, in the order in which it happens. */
export const APPROVAL_KINDS = ['approval', 'signature', 'publication'] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

/** Who approved a statement of a year, who signed it, and where it can be read; null = nothing is noted. */
export interface Approval {
  /** The statement as something that is kept up; null = the register has none that answers this law. */
  readonly statement: Arrangement | null;
  readonly entries: Readonly<Record<ApprovalKind, Entry | null>>;
}

/**
 * The approval of a statement as the register holds it. Of several entries of one kind the latest counts; one that was
 * set aside for another source does not.
 */
export function approvalOf(
  checklist: Pick<Checklist, 'law'>,
  state: Pick<WorkspaceState, 'arrangements' | 'entries' | 'organisations' | 'workspace'>,
  scope: Scope,
): Approval {
  const { of, fiscalYear } = scope;
  const { isInYear } = scopeFilter(state, scope);
  const all = statementsOf(state.arrangements, checklist.law);
  const statement =
    all.find((one) => one.of === of) ?? all.find((one) => one.of === null || of === null) ?? null;
  const own = state.entries.filter(
    (one) =>
      statement !== null &&
      one.arrangementId === statement.id &&
      (one.fiscalYear === null ? isInYear(one.when) : one.fiscalYear === fiscalYear) &&
      one.standing === 'stands' &&
      one.phase === 'done' &&
      (one.of === null || of === null || one.of === of),
  );
  const latest = (kind: ApprovalKind) =>
    own
      .filter((one) => one.kind === kind)
      .sort((a, b) => (a.when ?? '').localeCompare(b.when ?? '') || a.id.localeCompare(b.id))
      .at(-1) ?? null;
  return {
    statement,
    entries: {
      approval: latest('approval'),
      signature: latest('signature'),
      publication: latest('publication'),
    },
  };
}
