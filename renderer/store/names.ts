import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Round } from '#shared/model/round.ts';
import type { Seal } from '#shared/model/seal.ts';
import type { RatingCopy } from '#shared/model/workspace.ts';
import { type Access, accessTo, isBlind, type Readers, sealOf } from '#shared/seal/names.ts';
import { observable, useObservable } from '../platform/observable.ts';
import { noteRatesAs, ratesAs } from '../platform/visits.ts';
import { onWorkspaceStatus, openStore, workspaceStatus } from './workspace.ts';

/** Whom the person at this computer rates as in the open workspace, and whose passphrase was given; by round. */
interface Names {
  readonly storeId: string | null;
  readonly own: Readonly<Record<Id, Id>>;
  /** Forgotten when the workspace is closed, or another name is opened. */
  readonly opened: Readonly<Record<Id, Id>>;
}

const NOBODY: Names = { storeId: null, own: {}, opened: {} };
const names = observable<Names>(NOBODY);

/** Those of the workspace that is open now. */
function current(): Names {
  const status = workspaceStatus();
  const storeId = status.state === 'open' ? status.storeId : null;
  if (names.get().storeId !== storeId)
    names.set(storeId === null ? NOBODY : { storeId, own: ratesAs(storeId), opened: {} });
  return names.get();
}
onWorkspaceStatus(() => void current());

/** Remembers on this computer that the person of this profile rates as an assessor. */
export function rateAs(roundId: IdOf<'rounds'>, assessorId: IdOf<'assessors'>): void {
  const { own, ...rest } = current();
  if (own[roundId] === assessorId) return;
  noteRatesAs(openStore().storeId, roundId, assessorId);
  names.set({ ...rest, own: { ...own, [roundId]: assessorId } });
}

/** An assessor gave their passphrase; whoever did before is asked again. */
export function openName(roundId: IdOf<'rounds'>, assessorId: IdOf<'assessors'>): void {
  const { opened, ...rest } = current();
  names.set({ ...rest, opened: { ...opened, [roundId]: assessorId } });
}

/** What stands between the person at this computer and the ratings of each assessor of a round. */
export interface RoundNames {
  /** Whom the person of this profile rates as: the one who has rated here. */
  readonly own: Id | undefined;
  readonly accessOf: (assessorId: IdOf<'assessors'>) => Access;
  /** To be told whose rating is changed: the first that is made at a computer says whom its person rates as. */
  readonly noteAct: (assessorId: IdOf<'assessors'>) => void;
}

/** The rows that say it, of the round alone. */
interface NameRows {
  readonly round: Round;
  readonly seals: readonly Seal[];
  readonly ratings: readonly Pick<Rating, 'assessorId'>[];
  /** Whose copy the workspace is, where it was made to rate in: nobody else's ratings are in it. */
  readonly copy: RatingCopy | null;
}

/** Live, as far as what is remembered here is concerned. */
export function useNames({ round, seals, ratings, copy }: NameRows): RoundNames {
  useObservable(names);
  if (!isBlind(round) || copy) return EVERYBODY;
  const { own: ownNames, opened } = current();
  const rated = new Set<Id>(ratings.map(({ assessorId }) => assessorId));
  const taken = ownNames[round.id];
  // Whose answers were all undone had only begun under the wrong name.
  const own = taken !== undefined && rated.has(taken) ? taken : undefined;
  const open = { own, opened: opened[round.id] };
  const seal = (id: Id) => sealOf(seals, round.id, id);
  return {
    own,
    accessOf: (id) => accessTo(round, id, seal(id), open, rated.has(id)),
    noteAct: (id) => {
      if (own === undefined && !seal(id)?.lock) rateAs(round.id, id);
    },
  };
}

/** Of a round whose ratings all may see. */
const EVERYBODY: RoundNames = { own: undefined, accessOf: () => 'open', noteAct: () => undefined };

/** Whose ratings the person at this computer may see: for files that are made or read now. */
export function readers(): Readers {
  const { own, opened } = current();
  return { own: Object.values(own), opened: Object.values(opened) };
}
