import type { Id } from '../model/basics.ts';
import type { Coding } from '../model/coding.ts';
import type { IdOf } from '../model/id.ts';

/** As many issues as there are digits to press. */
export const QUICK_KEYS = 9;

/**
 * Which issue each of the keys 1–9 codes to: those in use in a dialogue. An issue keeps its key as long as it has it,
 * also when its last coding goes: fingers learn places. One that comes into use takes the first free key; where none
 * is free, the key of the issue that was used longest ago.
 * @param before as they stood; empty = begin: the nine most used, in the order in which they were first used
 */
export function quickKeys(
  before: readonly Id[],
  codings: readonly Pick<Coding, 'id' | 'issueId'>[],
): readonly Id[] {
  /** By issue: ids of its first and last coding (UUIDv7: in the order of time), and how many. */
  const uses = new Map<Id, { first: Id; last: Id; count: number }>();
  for (const { id, issueId } of codings) {
    const use = uses.get(issueId);
    if (!use) uses.set(issueId, { first: id, last: id, count: 1 });
    else {
      use.count++;
      if (id < use.first) use.first = id;
      if (id > use.last) use.last = id;
    }
  }
  if (uses.size === 0) return before;
  if (before.length === 0) {
    return [...uses]
      .sort(([, a], [, b]) => b.count - a.count || (a.first < b.first ? -1 : 1))
      .slice(0, QUICK_KEYS)
      .sort(([, a], [, b]) => (a.first < b.first ? -1 : 1))
      .map(([issueId]) => issueId);
  }
  const keys = [...before];
  const lastOf = (issueId: IdOf<'issues'>) => uses.get(issueId)?.last ?? '';
  const holders = () => keys.map((issueId) => lastOf(issueId));
  const newcomers = [...uses.keys()]
    .filter((issueId) => !keys.includes(issueId))
    .sort((a, b) => (lastOf(a) < lastOf(b) ? -1 : 1));
  for (const issueId of newcomers) {
    if (keys.length < QUICK_KEYS) {
      keys.push(issueId);
      continue;
    }
    const [oldest = ''] = holders().sort();
    if (lastOf(issueId) > oldest) keys[holders().indexOf(oldest)] = issueId;
  }
  return keys.length === before.length && keys.every((one, index) => one === before[index]) ? before : keys;
}
