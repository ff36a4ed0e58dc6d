import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { packArchive, unpackArchive } from '#shared/archive/archive.ts';
import { checkState } from '#shared/archive/check.ts';
import { visibleRatings } from '#shared/assessment/blindness.ts';
import { supportsByPassage } from '#shared/assessment/supports.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { translator } from '#shared/i18n/index.ts';
import { differencesOf } from '#shared/merge/differences.ts';
import { resolveMerge } from '#shared/merge/resolve.ts';
import { reviewItems } from '#shared/merge/review.ts';
import { sidesOf } from '#shared/merge/unknown.ts';
import { problemOf } from '#shared/model/problem.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Lock } from '#shared/model/seal.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { materialitySummary } from '#shared/report/model/materiality.ts';
import { makeLock, openLock, unseal } from '#shared/seal/lock.ts';
import { withoutHidden } from '#shared/seal/withhold.ts';
import { makeSheets } from '#shared/sheet/make.ts';
import { type Edited, edited } from '../../fixtures/edits.ts';
import { editsWith, hiddenNames, mark, ratedAttempts, shownOnce, stamp, type Work } from './history.ts';

const PASSPHRASE = 'Über den Kai ガ';
/** Each writes a file and reads it back, with its whole log. */
const runs = { numRuns: 40, seed: 20_261_130, endOnFailure: true };

let lock: Lock;
beforeAll(async () => {
  lock = await makeLock(PASSPHRASE);
});

const rated = (attempts: Parameters<typeof edited>[0], from?: Work): Promise<Edited> =>
  from
    ? edited(attempts, undefined, from, editsWith(lock))
    : edited(attempts, undefined, undefined, editsWith(lock));

/** Who works here: an assessor of the first round, or nobody. */
const ownOf = ({ rounds }: WorkspaceState, pick: number) => rounds[0]?.assessors[pick]?.id;

/** A copy as it is saved and read again, and all that a reader of the file could come by. */
async function copyOf({ state, journal }: Work, own: string | undefined): Promise<Work & { text: string }> {
  const content = { app: '0', name: 'Office', sample: false, state, journal, files: [] };
  const bytes = await packArchive(await withoutHidden(content, own === undefined ? [] : [own], stamp()));
  const text = Object.values(unzipSync(bytes))
    .map((member) => strFromU8(member))
    .join('\n');
  return { ...(await unpackArchive(bytes)), text };
}

/** The change that a file leads to where nothing is chosen by hand. */
async function merged(mine: Work, theirs: Work) {
  const sides = sidesOf(mine, theirs);
  if (!sides) throw new Error('no kin');
  const differences = differencesOf(sides);
  const merging = { by: 'Ren', at: stamp().at, why: 'Merged' };
  const { changes } = await resolveMerge(sides, differences, new Map(), merging);
  const state = indexState(mine.state);
  applyChanges(state, changes);
  return { sides, differences, changes, state: plainState(state) };
}

const isOf =
  ({ roundId, assessorId }: Pick<Rating, 'roundId' | 'assessorId'>) =>
  (one: Pick<Rating, 'roundId' | 'assessorId'>) =>
    one.roundId === roundId && one.assessorId === assessorId;

/** Words of hidden names that a text tells, but for those that were shown to all before. */
function told(text: string, state: WorkspaceState, own: string | undefined): string[] {
  const known = shownOnce(state);
  return hiddenNames(state, own).flatMap((name) =>
    [...text.matchAll(new RegExp(`${mark(name)} \\d+`, 'g'))]
      .map(([word]) => word)
      .filter((word) => !known.includes(word)),
  );
}

describe('a copy that is made while assessors rate', () => {
  test('tells nothing of who has not finished, opens as a sound workspace, and holds all else', async () => {
    let hidden = 0;
    await fc.assert(
      fc.asyncProperty(ratedAttempts, fc.nat(2), async (attempts, pick) => {
        const work = await rated(attempts);
        const own = ownOf(work.state, pick);
        const copy = await copyOf(work, own);
        const names = hiddenNames(work.state, own);
        expect(told(copy.text, work.state, own)).toEqual([]);
        const scores = [copy.state.ratings, copy.journal.flatMap(({ changes }) => changes)]
          .flat()
          .flatMap((row) =>
            'table' in row ? (row.table === 'ratings' ? [row.before, row.after] : []) : [row],
          ) as (Rating | null)[];
        expect(scores.filter((one) => one && names.some((name) => isOf(name)(one)))).toEqual([]);
        const gone = work.state.ratings.filter((one) => names.some((name) => isOf(name)(one)));
        hidden += gone.length;
        expect(copy.state.ratings).toEqual(work.state.ratings.filter((one) => !gone.includes(one)));
        expect({ ...copy.state, ratings: [], seals: [] }).toEqual({ ...work.state, ratings: [], seals: [] });
      }),
      runs,
    );
    expect(hidden).toBeGreaterThan(40);
  });

  test('gives each assessor their ratings back for their passphrase, and nobody else', async () => {
    const key = await openLock(lock, PASSPHRASE.normalize('NFD'));
    const other = await openLock(await makeLock('another one'), 'another one');
    if (!key || !other) throw new Error('not opened');
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(ratedAttempts, async (attempts) => {
        const work = await rated(attempts);
        const copy = await copyOf(work, undefined);
        for (const { withheld, ...name } of copy.state.seals) {
          const own = work.state.ratings.filter(isOf(name));
          if (!withheld) continue;
          expect(withheld.ratings).toBe(own.length);
          expect(withheld.box !== null).toBe(name.lock !== null);
          if (withheld.box === null) continue;
          opened++;
          expect(JSON.parse((await unseal(withheld.box, key)) ?? '')).toEqual(own);
          expect(await unseal(withheld.box, other)).toBeNull();
          const [rest, last] = [withheld.box.slice(0, -1), withheld.box.slice(-1)];
          expect(await unseal(rest + (last === '0' ? '1' : '0'), key)).toBeNull();
        }
      }),
      runs,
    );
    expect(opened).toBeGreaterThan(10);
    expect(await openLock(lock, 'another one')).toBeNull();
  });

  test('brings back what was done in it, and deletes or changes no rating that was not in it', async () => {
    await fc.assert(
      fc.asyncProperty(ratedAttempts, ratedAttempts, ratedAttempts, async (attempts, here, there) => {
        const work = await rated(attempts);
        const copy = await copyOf(work, undefined);
        const names = hiddenNames(work.state, undefined);
        // At once nothing comes back.
        const none = await merged(work, copy);
        expect(none.differences.list.filter(({ at }) => at !== 'here')).toEqual([]);
        expect(none.changes).toEqual([]);
        // After work on both sides what was hidden is as it is here, unless it was rated there as well, anew.
        const mine = await rated(here, work);
        const theirs = await rated(there, copy);
        const { state, changes } = await merged(mine, theirs);
        checkState(state);
        const touched = new Set(theirs.state.ratings.map(({ id }) => id));
        const rounds = new Set(theirs.state.rounds.map(({ id }) => id));
        for (const { table, id, before, after } of changes) {
          const rating = before as Rating | null;
          if (table !== 'ratings' || !rating || !names.some((name) => isOf(name)(rating))) continue;
          // A round that was deleted there went with all that is in it.
          if (after === null && !rounds.has(rating.roundId)) continue;
          expect({ id, touched: touched.has(id) }).toEqual({ id, touched: true });
        }
      }),
      { ...runs, numRuns: 25 },
    );
  });
});

describe('while assessors rate', () => {
  test('no sheet, list of differences, mark on a passage or report tells what others have rated', async () => {
    await fc.assert(
      fc.asyncProperty(ratedAttempts, ratedAttempts, fc.nat(2), async (attempts, there, pick) => {
        const work = await rated(attempts);
        const { state } = work;
        const own = ownOf(state, pick);
        const readers = { own: own === undefined ? [] : [own], opened: [] };
        const outputs: string[] = [];
        for (const round of state.rounds) {
          const request = {
            roundId: round.id,
            language: 'en',
            evidence: true,
            readers,
            app: '0',
            seq: 1,
          } as const;
          for (const { id } of round.assessors) {
            // Who gave a passphrase reads their own: here it was not given.
            const made = await makeSheets(state, {
              ...request,
              assessorIds: [id],
              format: 'xlsx',
              stamp: stamp(),
            }).catch((thrown) => problemOf(thrown).code);
            if (typeof made !== 'string' && 'bytes' in made)
              outputs.push(...Object.values(unzipSync(made.bytes)).map((part) => strFromU8(part)));
          }
          outputs.push(JSON.stringify(visibleRatings(round, state.ratings, null)));
          try {
            outputs.push(
              JSON.stringify(materialitySummary(state, round.id, 'en', '2024-06-01T09:00:00.000Z')),
            );
          } catch (thrown) {
            expect(problemOf(thrown).code).toBe('round-blind');
          }
        }
        outputs.push(JSON.stringify([...supportsByPassage(state)]));
        const theirs = await rated(there, work);
        const { sides, differences } = await merged(work, theirs);
        const items = reviewItems(differences.list, { t: translator('en'), language: 'en', sides });
        outputs.push(JSON.stringify(items.filter(({ table }) => table === 'ratings')));
        for (const output of outputs) expect(told(output, state, own)).toEqual([]);
      }),
      { ...runs, numRuns: 25 },
    );
  });
});
