import { useMemo, useState } from 'react';
import { quickKeys } from '#shared/coding/quick-keys.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import { type Issue, isActive } from '#shared/model/issue.ts';

/** The key (1–9) of each issue in use, in the order of the keys; an issue keeps its key while the desk is open. */
export function useQuickKeys(
  codings: readonly Coding[],
  issues: ReadonlyMap<Id, Issue>,
): ReadonlyMap<Id, number> {
  const [keys, setKeys] = useState<readonly Id[]>([]);
  const next = useMemo(() => quickKeys(keys, codings), [keys, codings]);
  if (next !== keys) setKeys(next);
  return useMemo(() => {
    const digits = next.map((issueId, index) => [issueId, index + 1] as const);
    return new Map(
      digits.filter(([issueId]) => {
        const issue = issues.get(issueId);
        return issue !== undefined && isActive(issue);
      }),
    );
  }, [next, issues]);
}
