import type { Draft } from '../change/draft.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Rating } from '../model/rating.ts';
import type { Lock, Seal } from '../model/seal.ts';
import { isLacking, sealOf } from '../seal/names.ts';
import { blankSeal } from '../seal/withhold.ts';
import { type Reason, requireReason, signedInto } from './round-log.ts';

/** Keeps the ratings of assessors by their passphrases. A lock that is there stays; what anybody may open needs none. */
export async function lockNames(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  locks: ReadonlyMap<IdOf<'assessors'>, Lock>,
): Promise<void> {
  for (const [assessorId, lock] of locks) {
    const seal = await sealAt(draft, roundId, assessorId);
    if (!seal.lock && seal.liftedAt === null) await draft.put('seals', { ...seal, lock });
  }
}

/**
 * Lets anybody open the ratings of assessors who have not finished, from now on and for good. The round's log says so, and
 * why.
 * @throws ProblemError `change-needs-reason`; `ratings-withheld` in a copy that was made without them
 */
export async function liftBlindness(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  assessorIds: readonly IdOf<'assessors'>[],
  reason: Reason,
): Promise<void> {
  const round = await draft.require('rounds', roundId);
  const ratings = await draft.find('ratings', 'roundId', roundId);
  const signed = requireReason(reason);
  const lifted: IdOf<'assessors'>[] = [];
  for (const assessorId of assessorIds) {
    const seal = await sealAt(draft, roundId, assessorId);
    if (seal.liftedAt !== null) continue;
    if (isLacking(seal, ratings))
      throw new ProblemError('ratings-withheld', { names: nameIn(round, assessorId) });
    await draft.put('seals', { ...seal, liftedAt: signed.at });
    lifted.push(assessorId);
  }
  if (lifted.length === 0) return;
  await draft.patch('rounds', roundId, {
    log: signedInto(
      round,
      lifted.map((assessorId) => ({ kind: 'not-blind', assessorId }) as const),
      signed,
    ),
  });
}

/**
 * Puts ratings back that a copy held sealed. What was rated here since stays where it is the later one; what a rating
 * cites and is not here any more is left out.
 * @param sealed the ratings that the passphrase opened
 */
export async function bringBack(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  assessorId: IdOf<'assessors'>,
  sealed: readonly Rating[],
): Promise<void> {
  for (const rating of sealed) {
    const here = await draft.get('ratings', rating.id);
    if ((here && here.at >= rating.at) || !(await draft.get('issues', rating.issueId))) continue;
    const { passageIds, adviceIds, sources } = rating.evidence;
    await draft.put('ratings', {
      ...rating,
      evidence: {
        passageIds: await there(draft, 'passages', passageIds),
        adviceIds: await there(draft, 'advice', adviceIds),
        sources,
      },
    });
  }
  const seal = await sealAt(draft, roundId, assessorId);
  if (seal.withheld) await draft.put('seals', { ...seal, withheld: null });
}

async function there<T extends 'passages' | 'advice'>(
  draft: Draft,
  table: T,
  ids: readonly IdOf<T>[],
): Promise<IdOf<T>[]> {
  const found: IdOf<T>[] = [];
  for (const id of ids) if (await draft.get(table, id)) found.push(id);
  return found;
}

async function sealAt(draft: Draft, roundId: IdOf<'rounds'>, assessorId: IdOf<'assessors'>): Promise<Seal> {
  const seals = await draft.find('seals', 'roundId', roundId);
  return sealOf(seals, roundId, assessorId) ?? blankSeal(roundId, assessorId);
}

function nameIn(
  { assessors }: { readonly assessors: readonly { readonly id: string; readonly name: string }[] },
  assessorId: string,
): string {
  return assessors.find(({ id }) => id === assessorId)?.name ?? '';
}
