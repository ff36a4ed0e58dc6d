import type { ArchiveContent } from '../archive/archive.ts';
import type { Change, JournalEntry } from '../change/change-set.ts';
import { editEntry, type Stamp } from '../change/history.ts';
import { WITHHELD } from '../change/withheld.ts';
import { derivedId, type Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Rating } from '../model/rating.ts';
import type { RoundRecord } from '../model/record.ts';
import type { Round } from '../model/round.ts';
import type { Seal } from '../model/seal.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { seal as encrypt } from './lock.ts';
import { isHidden, type Readers, sealOf } from './names.ts';

/** Whether a rating must not be read in a file that is made now. */
type Hides = (rating: Pick<Rating, 'roundId' | 'assessorId'>) => boolean;

/**
 * What a workspace file holds while assessors rate: no rating of one who has not finished, in rows and log alike. Where the
 * assessor has a passphrase, their ratings are in it encrypted, and they alone open them; otherwise they are left out,
 * and it is said how many. The workspace itself is not changed. Nothing is lost by bringing such a copy back
 * (`merge/unknown.ts`).
 * @param own assessors whose ratings are those of the person who makes the file: without a passphrase they stay readable
 */
export async function withoutHidden(
  content: ArchiveContent,
  own: Readers['own'],
  stamp: Stamp,
): Promise<ArchiveContent> {
  const { state, journal } = content;
  const hides = hidesFrom(roundsOf(state, journal), state.seals, { own, opened: [] });
  const kept = new Set<Id>(state.records.map(({ id }) => id));
  const log = journal.map((entry) => withoutRatings(entry, hides, kept));
  const changes = await sealings(state, state.ratings.filter(hides));
  if (changes.length === 0 && log.every((entry, index) => entry === journal[index])) return content;
  const sealed = new Map(changes.map(({ id, after }) => [id, after as Seal]));
  const last = log.at(-1) ?? null;
  return {
    ...content,
    state: {
      ...state,
      ratings: state.ratings.filter((rating) => !hides(rating)),
      seals: [...state.seals.filter(({ id }) => !sealed.has(id)), ...sealed.values()],
    },
    journal:
      changes.length === 0
        ? log
        : [...log, editEntry(last, stamp, { key: WITHHELD, params: { count: changes.length } }, changes)],
  };
}

/** A state without the ratings that are their assessors' alone to see, for a file that is made of it. */
export function withoutHiddenRatings(state: WorkspaceState, readers: Readers): WorkspaceState {
  const hides = hidesFrom(roundsOf(state, []), state.seals, readers);
  return { ...state, ratings: state.ratings.filter((rating) => !hides(rating)) };
}

function hidesFrom(rounds: ReadonlyMap<Id, Round>, seals: readonly Seal[], readers: Readers): Hides {
  return (rating) => {
    const round = rounds.get(rating.roundId);
    if (!round) return false;
    return isHidden(round, rating, sealOf(seals, round.id, rating.assessorId), readers);
  };
}

/** Every round that is or was there, as it was last. */
function roundsOf(state: WorkspaceState, journal: readonly JournalEntry[]): ReadonlyMap<Id, Round> {
  const rounds = new Map<Id, Round>();
  for (const { changes } of journal)
    for (const { table, id, before, after } of changes)
      if (table === 'rounds') rounds.set(id, (after ?? before) as Round);
  for (const round of state.rounds) rounds.set(round.id, round);
  return rounds;
}

/** An entry without the ratings that must not be read; the entry itself where it has none. */
function withoutRatings(entry: JournalEntry, hides: Hides, kept: ReadonlySet<Id>): JournalEntry {
  if (!entry.changes.some(({ table }) => table === 'ratings' || table === 'records')) return entry;
  const changes = entry.changes.flatMap((change): Change[] => {
    const { table, id, before, after } = change;
    if (table === 'ratings')
      return [before, after].some((row) => row && hides(row as Rating)) ? [] : [change];
    // A record that is there no more was made by a move that was undone: what it rested on is hidden again.
    if (table !== 'records' || kept.has(id)) return [change];
    const stripped = (row: RoundRecord | null) =>
      row && { ...row, ratings: row.ratings.filter((rating) => !hides(rating)) };
    return [
      {
        ...change,
        before: stripped(before as RoundRecord | null),
        after: stripped(after as RoundRecord | null),
      },
    ];
  });
  return changes.every((change, index) => change === entry.changes[index]) &&
    changes.length === entry.changes.length
    ? entry
    : { ...entry, changes };
}

/** What says of each assessor what is left out, encrypted for whom it can be. */
async function sealings(state: WorkspaceState, hidden: readonly Rating[]): Promise<Change[]> {
  const byAssessor = new Map<string, Rating[]>();
  for (const rating of hidden) {
    const name = `${rating.roundId}/${rating.assessorId}`;
    byAssessor.set(name, [...(byAssessor.get(name) ?? []), rating]);
  }
  const changes: Change[] = [];
  for (const ratings of byAssessor.values()) {
    const [first] = ratings;
    if (!first) continue;
    const before = sealOf(state.seals, first.roundId, first.assessorId) ?? null;
    const { lock, withheld } = before ?? { lock: null, withheld: null };
    const until = ratings.map(({ at }) => at).reduce((a, b) => (a > b ? a : b));
    const after: Seal = {
      ...(before ?? blankSeal(first.roundId, first.assessorId)),
      withheld: {
        ratings: ratings.length + (withheld?.box === null ? withheld.ratings : 0),
        until,
        box: lock && (await encrypt(lock, JSON.stringify(ratings))),
      },
    };
    changes.push({ table: 'seals', id: after.id, before, after } as Change);
  }
  return changes;
}

/** The row of a name that nothing is kept of yet. */
export function blankSeal(roundId: IdOf<'rounds'>, assessorId: IdOf<'assessors'>): Seal {
  const id = derivedId(['seals', roundId, assessorId]);
  return { id, roundId, assessorId, lock: null, withheld: null, liftedAt: null };
}
