import type { Id, Instant } from '../model/basics.ts';
import { lastRecord, type RoundRecord } from '../model/record.ts';
import type { Round } from '../model/round.ts';
import type { WorkspaceState } from '../model/tables.ts';
import type { RoundAssessment } from './assess-round.ts';
import { changeInDiscussion } from './change.ts';
import { byTime, discussionsOf, isUnlogged, ratedOtherwise } from './discussions.ts';
import { stateOfRound } from './frozen.ts';
import { panelOf } from './panel.ts';

/** How long assessors rated without seeing the ratings of others, and what changed when they saw them. */
export interface BlindRounds {
  /** When ratings were first shown to all; null = they were not yet. */
  readonly blindUntil: Instant | null;
  /** Blind rounds after the first, each after a discussion; `until` null = it lasts. */
  readonly blindAgain: readonly { readonly from: Instant; readonly until: Instant | null }[];
  /** Issues whose ratings are other ones than in the first blind round; null = there was no other. */
  readonly changedSinceFirst: readonly Id[] | null;
  /** Issues of which a discussion changed a rating; null = there was none. */
  readonly changedInDiscussion: readonly Id[] | null;
}

/** When assessors rated blind, and what changed when they did not. */
export function blindRounds(live: WorkspaceState, { round, issues }: RoundAssessment): BlindRounds {
  const roundId = round.id;
  const inOrder = (ids: ReadonlySet<Id>) =>
    issues.map(({ issueId }) => issueId).filter((issueId) => ids.has(issueId));
  if (isUnlogged(round)) {
    const moved = changeInDiscussion(live, roundId)?.issues.filter((one) => one.moved.includes('score'));
    return {
      blindUntil: lastRecord(live.records, roundId, 'before-discussion')?.at ?? null,
      blindAgain: [],
      changedSinceFirst: null,
      changedInDiscussion: moved?.map(({ issueId }) => issueId) ?? null,
    };
  }
  const discussions = discussionsOf(live, roundId);
  const [first] = discussions;
  const now = stateOfRound(live, roundId);
  const again = discussions.flatMap(({ until }, index) => {
    const next = discussions[index + 1]?.from ?? null;
    return until !== null && (next !== null || round.stage === 'rating')
      ? [{ from: until, until: next }]
      : [];
  });
  return {
    blindUntil: firstShown(live, round)?.at ?? null,
    blindAgain: again,
    changedSinceFirst:
      first && again.length > 0 ? inOrder(ratedOtherwise(live, first.before, now, roundId)) : null,
    changedInDiscussion: first
      ? inOrder(
          new Set(
            discussions.flatMap(({ before, after }) => [...ratedOtherwise(live, before, after, roundId)]),
          ),
        )
      : null,
  };
}

/** The record that was made when ratings were first shown to all: for the discussion, or at closing without one. */
function firstShown(live: WorkspaceState, round: Round): RoundRecord | undefined {
  return live.records
    .filter(
      ({ roundId, kind }) => roundId === round.id && (kind === 'before-discussion' || kind === 'closed'),
    )
    .sort(byTime)[0];
}

/** How many of the panel had not said that they were done when ratings were first shown; who came later is not meant. */
export function undoneOf(live: WorkspaceState, round: Round): number {
  const panel = panelOf(round);
  const undone = (finished: Round['finished'], id: Id) =>
    !finished.some(({ assessorId }) => assessorId === id);
  if (isUnlogged(round)) return panel.filter(({ id }) => undone(round.finished, id)).length;
  const then = firstShown(live, round)?.rounds[0];
  if (!then) return 0;
  const there = new Set<Id>(panelOf(then).map(({ id }) => id));
  return panel.filter(({ id }) => there.has(id) && undone(then.finished, id)).length;
}
