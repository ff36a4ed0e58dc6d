import { beforeAll, describe, expect, test } from 'vitest';
import type { Change } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { editEntry } from '#shared/change/history.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { answer, finish } from '#shared/edit/rating.ts';
import { moveToStage } from '#shared/edit/round.ts';
import { withdrawAssessor } from '#shared/edit/round-assessors.ts';
import { bringBack, liftBlindness, lockNames } from '#shared/edit/seal.ts';
import { differencesOf } from '#shared/merge/differences.ts';
import { mergeLabel } from '#shared/merge/kin.ts';
import { resolveMerge } from '#shared/merge/resolve.ts';
import { sidesOf } from '#shared/merge/unknown.ts';
import { newId } from '#shared/model/basics.ts';
import { problemOf } from '#shared/model/problem.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Lock } from '#shared/model/seal.ts';
import { emptyState } from '#shared/model/tables.ts';
import { makeLock, openLock, unseal } from '#shared/seal/lock.ts';
import { withoutHidden } from '#shared/seal/withhold.ts';
import { makeIssue, makeRound } from '../../fixtures/state.ts';
import { stamp, type Work } from './history.ts';

const MORI = '00000000-0000-7000-8000-000000000001';
const UEDA = '00000000-0000-7000-8000-000000000002';
const PASSPHRASE = 'quay and crane';
const by = (minute: number) => ({
  by: 'Ren',
  at: `2024-06-02T00:${String(minute).padStart(2, '0')}:00.000Z`,
});

let lock: Lock;
beforeAll(async () => {
  lock = await makeLock(PASSPHRASE);
});

const issue = makeIssue();
const round = makeRound({
  stage: 'rating',
  issueIds: [issue.id],
  assessors: [MORI, UEDA].map((id, index) => ({
    id,
    name: `Assessor ${index}`,
    voice: 'company' as const,
    personId: null,
    conflict: '',
    withdrawn: false,
  })),
});
const place = (assessorId: string) => ({ roundId: round.id, issueId: issue.id, assessorId });

function begun(): Work {
  const state = { ...emptyState(), issues: [issue], rounds: [round] };
  return { state, journal: [firstEntry(state, 'Office', stamp())] };
}

/** One entry more. */
async function did(
  work: Work,
  edit: (draft: Draft) => Promise<unknown>,
  label = { key: 'change.rating.answer', params: {} } as Parameters<typeof editEntry>[2],
): Promise<Work> {
  const draft = new Draft(stateReader(indexState(work.state)));
  await edit(draft);
  return written(work, await draft.finish(), label);
}

function written(work: Work, changes: Change[], label: Parameters<typeof editEntry>[2]): Work {
  const state = indexState(work.state);
  applyChanges(state, changes);
  const entry = editEntry(work.journal.at(-1) ?? null, stamp(), label, changes);
  return { state: plainState(state), journal: [...work.journal, entry] };
}

async function copyOf({ state, journal }: Work): Promise<Work> {
  const content = { app: '0', name: 'Office', sample: false, state, journal, files: [] };
  const { state: rows, journal: log } = await withoutHidden(content, [], stamp());
  return { state: rows, journal: [...log] };
}

async function withCopy(mine: Work, theirs: Work): Promise<Work> {
  const sides = sidesOf(mine, theirs);
  if (!sides) throw new Error('no kin');
  const { changes } = await resolveMerge(sides, differencesOf(sides), new Map(), { ...by(50), why: '' });
  return written(mine, [...changes], mergeLabel('Aiko', theirs.journal.at(-1)?.id ?? newId()));
}

/** Opens what is sealed, as its assessor does. */
async function opened(work: Work, assessorId: string): Promise<Work> {
  const seal = work.state.seals.find((one) => one.assessorId === assessorId);
  const key = seal?.lock && (await openLock(seal.lock, PASSPHRASE));
  const text = key && seal?.withheld?.box ? await unseal(seal.withheld.box, key) : null;
  if (text === null) throw new Error('not opened');
  return did(work, (draft) => bringBack(draft, round.id, assessorId, JSON.parse(text) as Rating[]));
}

const scaleOf = ({ state }: Work, assessorId: string) =>
  state.ratings.find((one) => one.assessorId === assessorId)?.scale;

async function ratedByBoth(): Promise<Work> {
  let work = await did(begun(), (draft) => answer(draft, place(MORI), 'scale', 3, by(1).at));
  work = await did(work, (draft) => answer(draft, place(UEDA), 'scale', 2, by(2).at));
  return did(work, (draft) => lockNames(draft, round.id, new Map([[MORI, lock]])), {
    key: 'change.seal.lock',
    params: {},
  });
}

describe('ratings that go on elsewhere', () => {
  test('are opened in the copy, changed there, and come back: sealed again until their assessor opens them', async () => {
    const office = await ratedByBoth();
    let copy = await opened(await copyOf(office), MORI);
    expect(scaleOf(copy, MORI)).toBe(3);
    copy = await did(copy, (draft) => answer(draft, place(MORI), 'scale', 5, by(10).at));
    const back = await withCopy(office, await copyOf(copy));
    expect([scaleOf(back, MORI), scaleOf(back, UEDA)]).toEqual([3, 2]);
    expect(scaleOf(await opened(back, MORI), MORI)).toBe(5);
    // In the copy's own hands, unsealed, the change comes back as any other.
    expect(scaleOf(await withCopy(office, copy), MORI)).toBe(5);
  });

  test('and were changed here later, stay as they are here', async () => {
    const office = await ratedByBoth();
    let copy = await opened(await copyOf(office), MORI);
    copy = await did(copy, (draft) => answer(draft, place(MORI), 'scale', 5, by(10).at));
    const here = await did(office, (draft) => answer(draft, place(MORI), 'scale', 1, by(20).at));
    const back = await withCopy(here, await copyOf(copy));
    expect(scaleOf(back, MORI)).toBe(1);
    expect(back.state.seals.map(({ withheld }) => withheld)).toEqual([null]);
  });

  test('without a passphrase are rated anew in the copy, and what is here stays unless somebody chooses', async () => {
    const office = await ratedByBoth();
    let copy = await copyOf(office);
    expect(copy.state.seals.find((one) => one.assessorId === UEDA)?.withheld).toMatchObject({ box: null });
    copy = await did(copy, (draft) => answer(draft, place(UEDA), 'scale', 4, by(10).at));
    expect(scaleOf(await withCopy(office, copy), UEDA)).toBe(2);
  });

  test('are in the copy once their assessor has finished', async () => {
    const office = await did(await ratedByBoth(), (draft) =>
      finish(draft, round.id, MORI, by(3).at, { confirmed: true }),
    );
    expect(scaleOf(await copyOf(office), MORI)).toBe(3);
  });
});

describe('a copy that lacks ratings', () => {
  test('cannot be discussed or closed, unless their assessors are withdrawn', async () => {
    const copy = await copyOf(await ratedByBoth());
    const discuss = (work: Work) =>
      did(work, (draft) => moveToStage(draft, round.id, 'discussion', by(30))).catch(
        (thrown) => problemOf(thrown).code,
      );
    expect(await discuss(copy)).toBe('ratings-withheld');
    const rid = await did(copy, (draft) =>
      withdrawAssessor(draft, round.id, UEDA, { ...by(31), why: 'Ill' }),
    );
    expect(await discuss(rid)).toBe('ratings-withheld');
    expect(typeof (await discuss(await opened(rid, MORI)))).toBe('object');
  });

  test('opens none without the passphrase; the workspace does, and its log says so', async () => {
    const office = await ratedByBoth();
    const lift = (work: Work, why: string) =>
      did(work, (draft) => liftBlindness(draft, round.id, [MORI], { ...by(40), why })).catch(
        (thrown) => problemOf(thrown).code,
      );
    expect(await lift(await copyOf(office), 'Forgotten')).toBe('ratings-withheld');
    expect(await lift(office, ' ')).toBe('change-needs-reason');
    const lifted = await lift(office, 'Forgotten');
    if (typeof lifted === 'string') throw new Error(lifted);
    expect(lifted.state.rounds[0]?.log).toMatchObject([
      { kind: 'not-blind', assessorId: MORI, why: 'Forgotten' },
    ]);
    expect(scaleOf(await copyOf(lifted), MORI)).toBe(3);
  });
});
