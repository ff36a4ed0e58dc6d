import type { FiscalYear, Id, PartialDate } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { fiscalYearOf } from '../model/workspace.ts';

/** Whose statement it is, and for which year. */
export interface Scope {
  /** Null = the company of the workspace, with all that belongs to it. */
  readonly of: IdOf<'organisations'> | null;
  readonly fiscalYear: FiscalYear;
}

/** What belongs to a scope. */
export interface ScopeFilter {
  /** Whether something of an organisation counts: of this one, of its group, of its parts, or of nobody said. */
  readonly isOf: (of: IdOf<'organisations'> | null) => boolean;
  /** Whether something that holds from one date until another held in the year. */
  readonly isInForce: (of: {
    readonly since: PartialDate | null;
    readonly until: PartialDate | null;
  }) => boolean;
  readonly isInYear: (date: PartialDate | null) => boolean;
  readonly isByYearEnd: (date: PartialDate | null) => boolean;
}

export function scopeFilter(
  { organisations, workspace }: Pick<WorkspaceState, 'organisations' | 'workspace'>,
  { of, fiscalYear }: Scope,
): ScopeFilter {
  const convention = workspace[0]?.fiscalYear ?? { firstMonth: 1, namedBy: {} };
  const yearOf = (date: PartialDate) => fiscalYearOf(date, convention);
  const family = of === null ? null : familyOf(organisations, of);
  return {
    isOf: (owner) => owner === null || family === null || family.has(owner),
    isInForce: ({ since, until }) =>
      (since === null || yearOf(since) <= fiscalYear) && (until === null || yearOf(until) >= fiscalYear),
    isInYear: (date) => date !== null && yearOf(date) === fiscalYear,
    isByYearEnd: (date) => date === null || yearOf(date) <= fiscalYear,
  };
}

/** An organisation with all that it belongs to, and all that belongs to it. */
function familyOf(organisations: WorkspaceState['organisations'], of: Id): ReadonlySet<Id> {
  const parts = new Map<Id, Id[]>();
  const wholes = new Map<Id, readonly Id[]>();
  for (const { id, partOf } of organisations) {
    wholes.set(id, partOf);
    for (const whole of partOf) parts.set(whole, [...(parts.get(whole) ?? []), id]);
  }
  const reached = (next: (id: Id) => readonly Id[]) => {
    const seen = new Set<Id>([of]);
    const open = [of];
    for (let id = open.pop(); id !== undefined; id = open.pop())
      for (const one of next(id))
        if (!seen.has(one)) {
          seen.add(one);
          open.push(one);
        }
    return seen;
  };
  return new Set([...reached((id) => parts.get(id) ?? []), ...reached((id) => wholes.get(id) ?? [])]);
}
