import fc from 'fast-check';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { cite, remark, unfinish } from '#shared/edit/rating.ts';
import { lockNames } from '#shared/edit/seal.ts';
import { newId } from '#shared/model/basics.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Lock } from '#shared/model/seal.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { type Attempt, EDITS, type Edit, type Picks } from '../../fixtures/edits.ts';

const AT = '2024-06-02T00:00:00.000Z';

/** What an assessor writes: by it what is theirs is found again, wherever it went. */
export function mark({ roundId, assessorId }: Pick<Rating, 'roundId' | 'assessorId'>): string {
  return `mark of ${roundId}/${assessorId}`;
}

const text = (place: ReturnType<Picks['place']>, p: Picks) => `${mark(place)} ${p.number(997)}`;

/** Edits of the app, with those that say what is to be hidden, and from whom. */
export function editsWith(lock: Lock): Readonly<Record<string, Edit>> {
  return {
    ...EDITS,
    explain: (draft, p) => {
      const place = p.place();
      return remark(draft, place, { rationale: text(place, p) }, AT);
    },
    source: (draft, p) => {
      const place = p.place();
      return cite(draft, place, { source: text(place, p) }, true, AT);
    },
    lock: (draft, p) => {
      const { roundId, assessorId } = p.place();
      return lockNames(draft, roundId, new Map([[assessorId, lock]]));
    },
    unfinish: (draft, p) => {
      const { roundId, assessorId } = p.place();
      return unfinish(draft, roundId, assessorId, { by: 'Ren', at: AT });
    },
  };
}

/** What people do while a round is rated, above all. */
export const ratedAttempts: fc.Arbitrary<Attempt[]> = fc
  .array(
    fc.record({
      edit: fc.oneof(
        { weight: 14, arbitrary: fc.constantFrom('explain', 'explain', 'source', 'answer', 'cite') },
        { weight: 4, arbitrary: fc.constantFrom('lock', 'lock', 'finish', 'unfinish', 'evidence') },
        { weight: 3, arbitrary: fc.constantFrom('move', 'lift', 'newRound', 'code') },
        { weight: 3, arbitrary: fc.constantFrom('undo', 'undo', 'redo') },
        { weight: 3, arbitrary: fc.constantFrom(...Object.keys(EDITS)) },
      ),
      picks: fc.array(fc.nat(997), { minLength: 6, maxLength: 6 }),
    }),
    { minLength: 25, maxLength: 70, size: 'max' },
  )
  // There is a round that is rated; with a passage to cite.
  .map((tried) => [
    { edit: 'code', picks: [1, 2, 3, 4, 5, 6] },
    { edit: 'newRound', picks: [1, 2, 3, 4, 5, 6] },
    { edit: 'move', picks: [0, 0, 0, 0, 0, 0] },
    ...tried,
  ]);

/** Names whose ratings are nobody else's to see: worked out from the rows, not by the code that hides them. */
export function hiddenNames(
  { rounds, seals }: WorkspaceState,
  own: string | undefined,
): Pick<Rating, 'roundId' | 'assessorId'>[] {
  return rounds
    .filter(({ stage }) => stage === 'rating' || stage === 'open')
    .flatMap((round) =>
      round.assessors
        .filter(({ id }) => !round.finished.some((one) => one.assessorId === id))
        .map(({ id }) => ({ roundId: round.id, assessorId: id })),
    )
    .filter(({ roundId, assessorId }) => {
      const seal = seals.find((one) => one.roundId === roundId && one.assessorId === assessorId);
      return !seal?.liftedAt && (assessorId !== own || seal?.lock);
    });
}

export const stamp = () => ({ id: newId(), at: AT, actor: 'Ren', device: newId() });

/** What was shown to all once, and is kept of that. */
export function shownOnce({ records }: WorkspaceState): string {
  return JSON.stringify(records);
}

export interface Work {
  readonly state: WorkspaceState;
  readonly journal: JournalEntry[];
}
