import { useMemo } from 'react';
import { byTime } from '#shared/assessment/discussions.ts';
import { stateOfRecord, stateOfRound } from '#shared/assessment/frozen.ts';
import type { IdOf } from '#shared/model/id.ts';
import { CATEGORIES, type Issue } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import { lastRecord, type RoundRecord } from '#shared/model/record.ts';
import type { Round } from '#shared/model/round.ts';
import type { Seal } from '#shared/model/seal.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import type { RatingCopy, Workspace } from '#shared/model/workspace.ts';
import { useRows } from '../../store/index.ts';

/** A round with what is rated in it, as the round sees it; without what follows, which is more work. */
export interface RoundRows {
  readonly round: Round;
  readonly workspace: Workspace;
  /** The round's issues, in the order of the issue list. */
  readonly issues: readonly Issue[];
  readonly ratings: readonly Rating[];
  /** What stands between an assessor's ratings and others, by assessor. */
  readonly seals: readonly Seal[];
  /** What a closed round is drawn from; null = the round is not closed, or was closed without one. */
  readonly record: RoundRecord | null;
  /** What the ratings were when they were shown for the discussion that lasts, or that the round was closed after. */
  readonly before: RoundRecord | null;
  /** What was rated in the first blind round, where another one followed. */
  readonly first: RoundRecord | null;
  readonly based: Round | null;
  /** Set in a copy that one assessor rates in. */
  readonly copy: RatingCopy | null;
}

/**
 * Live. A closed round is read from its record.
 * @returns undefined while it is read for the first time, null where there is no such round
 */
export function useRoundRows(roundId: IdOf<'rounds'>): RoundRows | null | undefined {
  // Records hold whole dialogues: apart from the rest, so that an answer does not read them again.
  const records = useRows((db) => db.records.where('roundId').equals(roundId).toArray(), [roundId]);
  const live = useRows(
    async (db) => ({
      rounds: await db.rounds.toArray(),
      ratings: await db.ratings.where('roundId').equals(roundId).toArray(),
      seals: await db.seals.where('roundId').equals(roundId).toArray(),
      issues: await db.issues.toArray(),
      workspace: await db.workspace.toArray(),
    }),
    [roundId],
  );
  return useMemo(() => {
    if (!live || !records) return undefined;
    const seen = stateOfRound({ ...live, records }, roundId);
    const round = seen.rounds.find(({ id }) => id === roundId);
    const [workspace] = live.workspace;
    if (!round || !workspace) return null;
    const chosen = new Set(round.issueIds);
    const { copy } = workspace;
    return {
      round,
      workspace,
      issues: seen.issues.filter(({ id }) => chosen.has(id)).sort(byList),
      ratings: seen.ratings.filter((one) => one.roundId === roundId),
      seals: live.seals,
      record: round.stage === 'closed' ? (lastRecord(records, roundId, 'closed') ?? null) : null,
      ...blindRecords(records, roundId),
      based: live.rounds.find(({ id }) => id === round.basedOn) ?? null,
      copy: copy && 'assessorId' in copy ? copy : null,
    };
  }, [live, records, roundId]);
}

function blindRecords(
  records: readonly RoundRecord[],
  roundId: IdOf<'rounds'>,
): Pick<RoundRows, 'before' | 'first'> {
  const last = lastRecord(records, roundId, 'before-discussion');
  const ended = lastRecord(records, roundId, 'discussed');
  if (!last || !ended) return { before: last ?? null, first: null };
  const [first] = records
    .filter((one) => one.roundId === roundId && one.kind === 'before-discussion')
    .sort(byTime);
  return { before: byTime(last, ended) < 0 ? null : last, first: first ?? null };
}

function byList(a: Issue, b: Issue): number {
  return (
    CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) ||
    a.order - b.order ||
    (a.id < b.id ? -1 : 1)
  );
}

/** The tables in which words stand. */
type WordTables = Pick<
  WorkspaceState,
  | 'rounds'
  | 'records'
  | 'dialogues'
  | 'passages'
  | 'turns'
  | 'participants'
  | 'persons'
  | 'codings'
  | 'advice'
>;

/**
 * Live: the words that a closed round rests on, as they stood then and under the stricter of the policies then and now.
 * @returns null where the round is not read from a record
 */
export function useRecordedWords(record: RoundRecord | null): WordTables | null {
  const present = useRows(
    async (db) => {
      if (!record) return null;
      const dialogues = await db.dialogues.bulkGet(record.dialogues.map(({ id }) => id));
      const passages = await db.passages.bulkGet(record.passages.map(({ id }) => id));
      return {
        dialogues: dialogues.filter((one) => one !== undefined),
        passages: passages.filter((one) => one !== undefined),
      };
    },
    [record?.id],
  );
  return useMemo(() => {
    if (!record || !present) return null;
    const nothing = {
      rounds: [],
      records: [],
      turns: [],
      participants: [],
      persons: [],
      codings: [],
      advice: [],
    };
    return stateOfRecord<WordTables>({ ...nothing, ...present }, record);
  }, [record, present]);
}
