/** How issues come from one another: several are merged into one, one is split into several. The one place for both. */
import type { IdOf } from './id.ts';
import type { Issue } from './issue.ts';

type IssueId = IdOf<'issues'>;
/** An issue by its id, as far as lineage goes. */
export type KinOf = (id: IssueId) => Partial<Pick<Issue, 'mergedInto' | 'splitFrom'>> | undefined;

/** The issue, then what it was merged into, and so on to the one that stands for it today. Ends in a circle too. */
export function* successors(kinOf: KinOf, issueId: IssueId): Generator<IssueId> {
  yield* followed(issueId, (id) => kinOf(id)?.mergedInto);
}

/** The issue that stands for one today: what it was merged into, at whatever remove, or itself. */
export function successor(kinOf: KinOf, issueId: IssueId): IssueId {
  let last = issueId;
  for (const id of successors(kinOf, issueId)) last = id;
  return last;
}

/** The issues that one was split from, the nearest first; none where it was not. */
export function* origins(kinOf: KinOf, issueId: IssueId): Generator<IssueId> {
  const [, ...before] = followed(issueId, (id) => kinOf(id)?.splitFrom);
  yield* before;
}

/**
 * The issues that were merged into one, at whatever remove.
 * @param mergedInto those that were merged straight into an issue
 */
export function predecessors<I extends Pick<Issue, 'id'>>(
  mergedInto: (id: IssueId) => Iterable<I>,
  issueId: IssueId,
): I[] {
  const found: I[] = [];
  const seen = new Set<IssueId>([issueId]);
  const open = [issueId];
  for (let target = open.pop(); target !== undefined; target = open.pop()) {
    for (const issue of mergedInto(target)) {
      if (seen.has(issue.id)) continue;
      seen.add(issue.id);
      found.push(issue);
      open.push(issue.id);
    }
  }
  return found;
}

function* followed(start: IssueId, next: (id: IssueId) => IssueId | null | undefined): Generator<IssueId> {
  const seen = new Set<IssueId>();
  for (let id: IssueId | null | undefined = start; id && !seen.has(id); id = next(id)) {
    seen.add(id);
    yield id;
  }
}
