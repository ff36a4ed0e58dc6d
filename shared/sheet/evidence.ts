import { groupBy } from '../group.ts';
import type { Id } from '../model/basics.ts';
import { activeCodings } from '../model/coding.ts';
import type { Round } from '../model/round.ts';
import type { WorkspaceState } from '../model/tables.ts';

/**
 * Passages that bear on the issues of a round, in its dialogues: those coded, and those that advice on the issue was
 * heard in; by date of the dialogue and in the order of speaking.
 */
export function evidenceOf(state: WorkspaceState, round: Round): ReadonlyMap<Id, readonly Id[]> {
  const scope = new Set(round.dialogueIds);
  const dates = new Map(state.dialogues.map(({ id, date }) => [id, date ?? '']));
  const orders = new Map(state.turns.map(({ id, order }) => [id, order]));
  const passages = new Map(
    state.passages.filter(({ dialogueId }) => scope.has(dialogueId)).map((one) => [one.id, one]),
  );
  const pairs = [
    ...activeCodings(state.codings).map(({ issueId, passageId }) => ({ issueId, passageId })),
    ...state.advice.flatMap(({ issueIds, passageIds }) =>
      issueIds.flatMap((issueId) => passageIds.map((passageId) => ({ issueId, passageId }))),
    ),
  ].filter(({ passageId }) => passages.has(passageId));
  const byIssue = groupBy(pairs, ({ issueId }) => issueId);
  return new Map(
    round.issueIds.map((issueId) => {
      const found = [...new Set(byIssue.get(issueId)?.map(({ passageId }) => passageId))].flatMap(
        (id) => passages.get(id) ?? [],
      );
      found.sort(
        (a, b) =>
          (dates.get(a.dialogueId) ?? '').localeCompare(dates.get(b.dialogueId) ?? '') ||
          a.dialogueId.localeCompare(b.dialogueId) ||
          (orders.get(a.turnId) ?? 0) - (orders.get(b.turnId) ?? 0) ||
          a.start - b.start,
      );
      return [issueId, found.map(({ id }) => id)];
    }),
  );
}
