/**
 * The power cut while a workspace is encrypted: whatever of it the disk kept, the next start finds it wholly encrypted or
 * wholly as it was, with everything in it. The same is done with a fault built in, which must be noticed.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sha256 } from '../../../main/files.ts';
import { Workspaces } from '../../../main/workspaces.ts';
import { CHEAP, PASSPHRASE } from '../../fixtures/encryption.ts';
import { seededRandom } from '../../oracle/random.ts';
import { writeDiskAfterCut } from '../main/disk-after-cut.ts';
import { makeEntries } from '../main/entries.ts';
import { called, withoutSyncOf } from '../main/faulty-calls.ts';
import { type DiskCall, type Recording, stopWatching, watch } from '../main/recorded-fs.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('../main/recorded-fs.ts')).recordedFs(await original()),
);

const SEED = Number(process.env.HEARKEN_SEED ?? 20_240_601);
const MOMENTS = 120;
const ENTRIES = makeEntries(5);
const ORIGINAL = new TextEncoder().encode('an original');

let root: string;
let recording: Recording;
let storeId: string;
/** Calls before the encrypting began. */
let begun: number;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'hearken-cut-encryption-'));
  recording = watch(root);
  const workspaces = new Workspaces(root, { cost: CHEAP });
  ({ storeId } = await workspaces.create({
    ...{ name: 'Office', ticket: null, sample: false, snapshot: null, journal: ENTRIES },
    files: [{ sha256: sha256(ORIGINAL), bytes: ORIGINAL }],
  }));
  await workspaces.open(storeId);
  await workspaces.close();
  begun = recording.calls.length;
  const { ticket } = await workspaces.keys.prepare(PASSPHRASE);
  await workspaces.encrypt({ storeId, ticket, label: 'Label' });
  stopWatching();
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** What the next start finds after a cut. @throws where it is not whole */
async function lookAfterCut(
  calls: readonly DiskCall[],
  count: number,
  seed: number | null,
): Promise<'plain' | 'encrypted'> {
  const disk = await mkdtemp(path.join(tmpdir(), 'hearken-cut-encryption-disk-'));
  const workspaces = new Workspaces(disk, { cost: CHEAP });
  try {
    const random = seed === null ? null : seededRandom(seed);
    await writeDiskAfterCut(disk, { ...recording, calls: [...calls] }, count, random);
    await workspaces.tidy();
    expect(await readdir(path.join(disk, 'workspaces'))).toEqual([storeId]);
    const sealed = (await workspaces.library())[0]?.sealed ?? false;
    if (sealed) await workspaces.keys.unlock({ storeId, secret: { kind: 'passphrase', text: PASSPHRASE } });
    expect(await workspaces.open(storeId)).toMatchObject({ tornTail: false, damaged: [], repair: false });
    expect((await workspaces.read(1, 10)).entries).toEqual(ENTRIES);
    expect(await workspaces.getFile(sha256(ORIGINAL))).toEqual(ORIGINAL);
    return sealed ? 'encrypted' : 'plain';
  } finally {
    await workspaces.close();
    await rm(disk, { recursive: true, force: true });
  }
}

async function lookAtMany(calls: readonly DiskCall[]): Promise<{ found: Set<string>; faults: string[] }> {
  const random = seededRandom(SEED);
  const found = new Set<string>();
  const faults: string[] = [];
  for (let moment = 0; moment < MOMENTS; moment++) {
    const count = random.between(Math.min(begun, calls.length), calls.length);
    const seed = random.chance(0.3) ? null : random.between(0, 1_000_000);
    try {
      found.add(await lookAfterCut(calls, count, seed));
    } catch (thrown) {
      faults.push(`cut after call ${count} (seed ${seed}): ${String(thrown)}`);
    }
  }
  return { found, faults };
}

test('whenever the power goes, the workspace is wholly the one or the other', async () => {
  const { found, faults } = await lookAtMany(recording.calls);
  expect(faults).toEqual([]);
  expect(found).toEqual(new Set(['plain', 'encrypted']));
  expect(await lookAfterCut(recording.calls, recording.calls.length, SEED)).toBe('encrypted');
}, 120_000);

test('is noticed: the new log is not synced', async () => {
  const { faults } = await lookAtMany(withoutSyncOf(recording, called(recording, /^journal\.jsonl$/)));
  expect(faults.length).toBeGreaterThan(0);
}, 120_000);
