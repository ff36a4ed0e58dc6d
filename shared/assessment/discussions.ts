import { dequal } from 'dequal/lite';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Rating } from '../model/rating.ts';
import { lastRecord, type RoundRecord } from '../model/record.ts';
import { DIMENSIONS, type Round } from '../model/round.ts';
import type { AssessedTables } from './assess-round.ts';
import { stateOfRecord, stateOfRound } from './frozen.ts';
import { countedRatings, panelOf } from './panel.ts';

/** A discussion of a round: what stood when all ratings were shown, and at its end or, while it lasts, now. */
export interface Discussion {
  /** When the ratings were shown to all. */
  readonly from: string;
  /** When it ended; null = it lasts. */
  readonly until: string | null;
  readonly before: AssessedTables;
  readonly after: AssessedTables;
}

/** A round of an earlier version that is closed: it is drawn as that version drew it, from what that kept. */
export function isUnlogged({ stage, logWhole }: Pick<Round, 'stage' | 'logWhole'>): boolean {
  return stage === 'closed' && !logWhole;
}

/** The discussions of a round, in order. A round that was closed without one, or is rated for the first time, has none. */
export function discussionsOf(state: AssessedTables, roundId: IdOf<'rounds'>): Discussion[] {
  const live = roundIn(state, roundId);
  const own = state.records.filter((one) => one.roundId === roundId).sort(byTime);
  const begun = own.filter(({ kind }) => kind === 'before-discussion');
  if (isUnlogged(live)) {
    const last = lastRecord(state.records, roundId, 'before-discussion');
    if (!last) return [];
    const before = stateOfRecord(state, last);
    return [{ from: last.at, until: live.closedAt, before, after: stateOfRound(state, roundId) }];
  }
  return begun.flatMap((record, index): Discussion[] => {
    const next = begun[index + 1];
    const before = stateOfRecord(state, record);
    const ended = own.find(
      (one) =>
        one.kind === 'discussed' && byTime(record, one) < 0 && (next === undefined || byTime(one, next) < 0),
    );
    if (ended) return [{ from: record.at, until: ended.at, before, after: stateOfRecord(state, ended) }];
    // Rounds of earlier versions went back to rating without a record of what the discussion had led to.
    if (next || (live.stage !== 'discussion' && live.stage !== 'closed')) return [];
    const after = stateOfRound(state, roundId);
    return [{ from: record.at, until: live.closedAt, before, after }];
  });
}

interface Side {
  readonly state: AssessedTables;
  readonly roundId: IdOf<'rounds'>;
}

/**
 * Both sides with the panel and the recusals of the round as it is seen now, as far as those people were there before:
 * what differs between them is what they rated, and not who counts.
 */
export function samePanel(live: AssessedTables, before: Side, after: Side): [Side, Side] {
  const [then, later] = [roundIn(before.state, before.roundId), roundIn(after.state, after.roundId)];
  const now = roundIn(stateOfRound(live, after.roundId), after.roundId);
  const there = new Set<string>(then.assessors.map(({ id }) => id));
  const assessors = panelOf(now).filter(({ id }) => there.has(id));
  const aligned = (side: Side, round: Round): Side => ({
    ...side,
    state: {
      ...side.state,
      rounds: side.state.rounds.map((one) =>
        one.id === side.roundId ? { ...round, assessors, recusals: now.recusals } : one,
      ),
    },
  });
  return [aligned(before, then), aligned(after, later)];
}

/**
 * Issues of which somebody who counts now and was there before rated something else on one side than on the other. What came,
 * left, or became one with another issue or several in between has other ratings for that reason, and is left out.
 */
export function ratedOtherwise(
  live: AssessedTables,
  before: AssessedTables,
  after: AssessedTables,
  roundId: IdOf<'rounds'>,
): ReadonlySet<IdOf<'issues'>> {
  const [then, now] = samePanel(live, { state: before, roundId }, { state: after, roundId });
  const [old, fresh] = [judgements(then), judgements(now)];
  const round = roundIn(stateOfRound(live, roundId), roundId);
  const regrouped = regroupedBetween(roundIn(before, roundId), roundIn(after, roundId));
  const same = (key: string) => dequal(old.get(key)?.says ?? NOTHING, fresh.get(key)?.says ?? NOTHING);
  return new Set(
    [...new Map([...old, ...fresh])]
      .filter(
        ([key, { issueId }]) => round.issueIds.includes(issueId) && !regrouped.has(issueId) && !same(key),
      )
      .map(([, { issueId }]) => issueId),
  );
}

type Says = readonly unknown[];
const NOTHING: Says = [DIMENSIONS.map(() => null), [], 'potential', false];

function judgements({ state, roundId }: Side): Map<string, { issueId: IdOf<'issues'>; says: Says }> {
  const saysOf = (one: Rating): Says => [
    DIMENSIONS.map((dimension) => one[dimension]),
    [...one.abstained].sort(),
    one.nature,
    one.delayMakesIrremediable,
  ];
  return new Map(
    countedRatings(roundIn(state, roundId), state.ratings).map((one) => [
      `${one.issueId}/${one.assessorId}`,
      { issueId: one.issueId, says: saysOf(one) },
    ]),
  );
}

/** Issues that came, left, were merged or split from one state of a round to a later one. */
function regroupedBetween(then: Round, now: Round): ReadonlySet<string> {
  return new Set(
    now.log.slice(then.log.length).flatMap((one) => {
      if (one.kind === 'issue-merged' || one.kind === 'issue-split') return [one.issueId, one.otherId];
      return one.kind === 'issue-added' || one.kind === 'issue-removed' ? [one.issueId] : [];
    }),
  );
}

function roundIn({ rounds }: Pick<AssessedTables, 'rounds'>, roundId: IdOf<'rounds'>): Round {
  const round = rounds.find(({ id }) => id === roundId);
  if (!round) throw new ProblemError('row-missing', { table: 'rounds', id: roundId });
  return round;
}

/** The order in which records were made; of two at the same instant the later id. */
export function byTime(a: RoundRecord, b: RoundRecord): number {
  return a.at === b.at ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : a.at < b.at ? -1 : 1;
}
