import { changeBetween, earlierRound, type RoundChange } from '#shared/assessment/change.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Round } from '#shared/model/round.ts';
import { useRows } from '../../store/index.ts';
import { heardIn } from '../../store/rounds.ts';

/** The round that a round is compared with: the chosen one, or the usual one; undefined = it is the first. */
export function comparedWith(rounds: readonly Round[], round: Round, chosenId: Id | null): Round | undefined {
  return earlierRounds(rounds, round).find(({ id }) => id === chosenId) ?? earlierRound(rounds, round);
}

/** Rounds that a round can be compared with, the latest first. */
export function earlierRounds(rounds: readonly Round[], round: Round): Round[] {
  const usual = earlierRound(rounds, round);
  return rounds.filter(
    (one) => one.id !== round.id && (one.fiscalYear < round.fiscalYear || one.id === usual?.id),
  );
}

/**
 * Live: what changed from an earlier round to a later one.
 * @param earlierId absent = nothing is read
 * @returns undefined while it is read, and where there is nothing to compare with
 */
export function useChange(earlierId: Id | undefined, later: Round): RoundChange | undefined {
  const change = useRows(
    async (db): Promise<RoundChange | null> => {
      if (earlierId === undefined) return null;
      const rounds = await db.rounds.toArray();
      const ids = [earlierId, later.id];
      const both = rounds.filter(({ id }) => ids.includes(id));
      if (both.length < 2) return null;
      // Only what the two rest on: a workspace may hold ten thousand turns of other dialogues.
      const read = [
        ...new Set([...ids, ...both.flatMap(({ basedOn }) => (basedOn === null ? [] : [basedOn]))]),
      ];
      const dialogueIds = [...new Set(both.flatMap((round) => round.dialogueIds))];
      const [issues, themes, ratings, records, heard] = await Promise.all([
        db.issues.toArray(),
        db.themes.toArray(),
        db.ratings.where('roundId').anyOf(read).toArray(),
        db.records.where('roundId').anyOf(read).toArray(),
        heardIn(db, dialogueIds),
      ]);
      return changeBetween({ rounds, records, ratings, issues, themes, ...heard }, earlierId, later.id);
    },
    [earlierId, later.id],
  );
  return change ?? undefined;
}
