import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  kept,
  listSnapshots,
  readSnapshot,
  rotate,
  type SnapshotName,
  writeSnapshot,
} from '../../../main/snapshots.ts';
import { SEALERS } from '../../fixtures/sealers.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-snapshots-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function made(at: string, seq = 1): SnapshotName {
  return { id: `${at}-${seq}`, seq, at, reason: 'close' };
}

/** Noon of each of `count` days back from 15 December 2024. */
function days(count: number): SnapshotName[] {
  return Array.from({ length: count }, (_, back) => {
    const at = new Date(Date.UTC(2024, 11, 15, 12) - back * 86_400_000);
    return made(at.toISOString(), count - back);
  });
}

test('a daily habit of two years leaves 10 days, and the newest of each of 12 months', () => {
  const staying = [...kept(days(730)).keys()].map((id) => id.slice(0, 10));
  expect(staying.slice(0, 10)).toEqual(
    [...Array(10)].map((_, back) => `2024-12-${String(15 - back).padStart(2, '0')}`),
  );
  expect(staying.slice(10)).toEqual([
    '2024-11-30',
    '2024-10-31',
    '2024-09-30',
    '2024-08-31',
    '2024-07-31',
    '2024-06-30',
    '2024-05-31',
    '2024-04-30',
    '2024-03-31',
    '2024-02-29',
    '2024-01-31',
  ]);
});

test('those before the last three changes of version stay as well', () => {
  const versions = days(700)
    .filter((_, index) => index % 100 === 50)
    .map((one): SnapshotName => ({ ...one, id: `${one.id}-version`, reason: 'version' }));
  const staying = kept([...days(700), ...versions]);
  expect([...staying].filter(([, kind]) => kind === 'version').map(([id]) => id)).toEqual(
    versions.slice(0, 3).map(({ id }) => id),
  );
  expect([...staying.keys()].filter((id) => !id.endsWith('version'))).toEqual([...kept(days(700)).keys()]);
});

test('of several on one day the newest stays', () => {
  const day = ['2024-06-01T08:00:00.000Z', '2024-06-01T17:00:00.000Z', '2024-06-01T12:00:00.000Z'];
  expect([...kept(day.map((at) => made(at))).keys()]).toEqual(['2024-06-01T17:00:00.000Z-1']);
});

test('what reaches furthest stays, even where the clock was set back', () => {
  const ahead = Array.from({ length: 12 }, (_, day) => ({
    ...made(`2031-03-${String(day + 1).padStart(2, '0')}T09:00:00.000Z`),
    seq: day + 1,
  }));
  const newest = { ...made('2026-11-29T09:00:00.000Z'), id: 'newest', seq: 13 };
  expect(kept([...ahead, newest]).has('newest')).toBe(true);
});

test('ten days are ten days on which there was work, however far apart', () => {
  const yearly = Array.from({ length: 10 }, (_, year) => made(`${2010 + year}-05-05T00:00:00.000Z`));
  expect(kept(yearly).size).toBe(10);
});

test('the newest always stays, what stays keeps staying, and there are never more than 22', () => {
  const when = fc.date({ min: new Date('2020-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(
      fc.uniqueArray(
        when.map((at) => at.toISOString()),
        { minLength: 1, maxLength: 120 },
      ),
      (times) => {
        const all = times.map((at) => made(at));
        const staying = kept(all);
        expect(staying.size).toBeLessThanOrEqual(22);
        expect(staying.has(`${[...times].sort().at(-1)}-1`)).toBe(true);
        const again = kept(all.filter(({ id }) => staying.has(id)));
        expect([...again.keys()].sort()).toEqual([...staying.keys()].sort());
      },
    ),
  );
});

describe.each(SEALERS)('$how,', ({ sealer }) => {
  test('a snapshot is read back as it was written, and rotation removes the files that need not stay', async () => {
    const state = JSON.stringify({ persons: [{ name: '手数料 “fees”' }] });
    for (const [index, { at }] of days(40).entries())
      await writeSnapshot(
        folder,
        sealer,
        { seq: 40 - index, sum: 'a'.repeat(64), state },
        'daily',
        new Date(at),
      );
    const elsewhere = await writeSnapshot(
      folder,
      sealer,
      { seq: 7, sum: 'c'.repeat(64), state },
      'daily',
      new Date(0),
    );
    await rotate(folder, sealer, (seq) => (seq <= 40 ? 'a'.repeat(64) : null));
    const there = await listSnapshots(folder);
    // One of another history holds what the log does not.
    expect(there.map(({ id }) => id)).toContain(elsewhere.id);
    const left = there.filter(({ id }) => id !== elsewhere.id);
    // 15 to 6 December, 30 November; the forty days reach back into no earlier month.
    expect(left.map(({ at }) => at.slice(0, 10)).at(-1)).toBe('2024-11-30');
    expect(left).toHaveLength(11);
    expect(await readSnapshot(folder, sealer, left[0]?.id ?? '')).toEqual({
      seq: 40,
      sum: 'a'.repeat(64),
      state,
    });
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a snapshot that is cut off or altered anywhere is taken for damaged', async () => {
    const state = JSON.stringify({ persons: Array.from({ length: 50 }, (_, index) => ({ index })) });
    const { id } = await writeSnapshot(folder, sealer, { seq: 9, sum: 'b'.repeat(64), state }, 'close');
    const whole = await readFile(path.join(folder, id));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), fc.boolean(), async (at, cut) => {
        const other = cut ? whole.subarray(0, at) : Buffer.from(whole);
        // Bytes 3 to 9 of a gzip file say when and where it was made, and nothing of what is in it.
        if (!sealer.isSealed && !cut && at >= 3 && at <= 9) return;
        if (!cut) other[at] = (other[at] as number) ^ 0x41;
        await writeFile(path.join(folder, id), other);
        expect(await readSnapshot(folder, sealer, id)).toBeNull();
      }),
      { numRuns: 80 },
    );
  });
});
