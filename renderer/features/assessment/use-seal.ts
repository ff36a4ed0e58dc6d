import { useState } from 'react';
import { bringBack, liftBlindness, lockNames } from '#shared/edit/seal.ts';
import type { IdOf } from '#shared/model/id.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Assessor, Round } from '#shared/model/round.ts';
import type { Lock, Seal } from '#shared/model/seal.ts';
import { actor, commit, openName, rateAs } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';

/** Ciphers, of which the first screen has no use. */
const ciphers = () => import('#shared/seal/lock.ts');

/** What opens an assessor's name, each kept at once; `busy` while a passphrase is worked on. */
export function useSeal(round: Round) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  /** @returns undefined where it failed, which the person has been told */
  const run = async (work: () => Promise<boolean>): Promise<boolean | undefined> => {
    setBusy(true);
    const done = await attempt(work);
    setBusy(false);
    return done;
  };

  return {
    busy,
    /** @returns false where it is another passphrase */
    open: (assessor: Assessor, seal: Seal, passphrase: string) =>
      run(async () => {
        const { openLock, unseal } = await ciphers();
        const key = seal.lock && (await openLock(seal.lock, passphrase));
        if (!key) return false;
        const box = seal.withheld?.box;
        if (box) {
          const ratings = await unseal(box, key);
          if (ratings === null) throw new ProblemError('seal-damaged');
          await commit({ key: 'change.rating.opened', params: { assessor: assessor.name } }, (draft) =>
            bringBack(draft, round.id, assessor.id, JSON.parse(ratings) as Rating[]),
          );
        }
        openName(round.id, assessor.id);
        return true;
      }),

    /** Keeps names apart by passphrases, the last of which is opened. */
    lock: (passphrases: readonly { readonly assessor: Assessor; readonly passphrase: string }[]) =>
      run(async () => {
        const { makeLock } = await ciphers();
        const locks = new Map<IdOf<'assessors'>, Lock>();
        for (const { assessor, passphrase } of passphrases)
          locks.set(assessor.id, await makeLock(passphrase));
        const names = passphrases.map(({ assessor }) => assessor.name).join(t('chart.separator'));
        await commit({ key: 'change.seal.lock', params: { names } }, (draft) =>
          lockNames(draft, round.id, locks),
        );
        const last = passphrases.at(-1)?.assessor;
        if (last) openName(round.id, last.id);
        return true;
      }),

    /** Opens names to everybody, which the round's log tells. */
    lift: (assessors: readonly Assessor[], why: string) =>
      run(async () => {
        const names = assessors.map(({ name }) => name).join(t('chart.separator'));
        await commit({ key: 'change.seal.lift', params: { names } }, (draft) =>
          liftBlindness(
            draft,
            round.id,
            assessors.map(({ id }) => id),
            { by: actor(), at: new Date().toISOString(), why },
          ),
        );
        return true;
      }),

    claim: (assessor: Assessor) => rateAs(round.id, assessor.id),
  };
}
