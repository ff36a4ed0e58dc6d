import { dequal } from 'dequal/lite';
import type { JournalEntry } from '../change/change-set.ts';
import { indexState } from '../change/state.ts';
import type { Id } from '../model/basics.ts';
import type { Rating } from '../model/rating.ts';
import type { Round } from '../model/round.ts';
import type { Seal } from '../model/seal.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { isLacking } from '../seal/names.ts';
import { mergeBase, type Side, stateAt } from './kin.ts';
import type { Sides } from './sides.ts';

/** A workspace with its log. */
export interface Logged {
  readonly state: WorkspaceState;
  readonly journal: readonly JournalEntry[];
}

/**
 * The three states of a merge; null = the logs have nothing in common. Ratings that a copy was made without, since their
 * assessors had not finished, were neither deleted nor changed in it: what a log never knew is as it was.
 */
export function sidesOf(mine: Logged, theirs: Logged): Sides | null {
  const base = mergeBase(mine.journal, theirs.journal);
  if (!base) return null;
  const sides: Sides = {
    base: stateAt(base.side === 'mine' ? mine.journal : theirs.journal, base.seq),
    mine: indexState(mine.state),
    theirs: indexState(theirs.state),
  };
  knowRatings(sides, { mine: mine.journal, theirs: theirs.journal });
  dropKnownSeals(sides);
  return sides;
}

type Logs = Readonly<Record<Side, readonly JournalEntry[]>>;

function knowRatings({ base, theirs }: Sides, logs: Logs): void {
  const origins = { mine: originsIn(logs.mine), theirs: originsIn(logs.theirs) };
  for (const row of [...base.ratings.values()] as Rating[]) {
    const { id, roundId } = row;
    const [here, there] = [origins.mine.get(id), origins.theirs.get(id)];
    if (here === there) continue;
    if (here === undefined) base.ratings.delete(id);
    else if (there === undefined) {
      const round = theirs.rounds.get(roundId) as Round | undefined;
      if (round?.assessors.some((one) => one.id === row.assessorId) && theirs.issues.has(row.issueId))
        theirs.ratings.set(id, row);
    } else if (!(heldIn(logs.mine, row) && heldIn(logs.theirs, row))) base.ratings.delete(id);
  }
}

/** By rating: the entry that a log first speaks of it in. */
function originsIn(journal: readonly JournalEntry[]): ReadonlyMap<Id, Id> {
  const origins = new Map<Id, Id>();
  for (const entry of journal)
    for (const { table, id } of entry.changes)
      if (table === 'ratings' && !origins.has(id)) origins.set(id, entry.id);
  return origins;
}

/** Whether a row was exactly this at some time. */
function heldIn(journal: readonly JournalEntry[], row: Rating): boolean {
  return journal.some(({ changes }) =>
    changes.some(({ table, id, after }) => table === 'ratings' && id === row.id && dequal(after, row)),
  );
}

/** What a copy holds sealed and is here in clear, as it was then or later, need not come back. */
function dropKnownSeals({ mine, theirs }: Sides): void {
  const ratings = [...mine.ratings.values()] as Rating[];
  for (const seal of [...theirs.seals.values()] as Seal[]) {
    if (!seal.withheld || (seal.withheld.box !== null && isLacking(seal, ratings))) continue;
    const own = mine.seals.get(seal.id) as Seal | undefined;
    const without: Seal = { ...seal, withheld: own?.withheld ?? null };
    if (!own && !without.lock && !without.liftedAt) theirs.seals.delete(seal.id);
    else theirs.seals.set(seal.id, without);
  }
}
