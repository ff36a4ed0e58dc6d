/**
 * What a power cut leaves: the real store does its work while every call to the file system is recorded; then, for
 * many moments, the disk is set up as a cut at that moment may leave it, and the store is opened on it. The same is
 * done with faults built in, which must be noticed: a test of the test.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { sha256 } from '../../../main/files.ts';
import { Workspaces } from '../../../main/workspaces.ts';
import { makePerson } from '../../fixtures/person.ts';
import { comparable, differing, faultsOfLog, plain, readLogLines, replay } from '../../oracle/log.ts';
import { seededRandom } from '../../oracle/random.ts';
import { writeDiskAfterCut } from './disk-after-cut.ts';
import { makeEntry } from './entries.ts';
import { called, renumbered, withoutSyncOf } from './faulty-calls.ts';
import { type DiskCall, type Recording, stopWatching, watch } from './recorded-fs.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('./recorded-fs.ts')).recordedFs(await original()),
);

const SEED = Number(process.env.HEARKEN_SEED ?? 20_240_601);
/** Random moments looked at, each with a random rest of what was not synced. */
const MOMENTS = 150;

/** What the store was asked to keep. */
type Request =
  | { readonly kind: 'store'; readonly name: string; readonly entries: readonly JournalEntry[] }
  | { readonly kind: 'entry'; readonly entry: JournalEntry }
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'name'; readonly name: string };

let root: string;
let recording: Recording;
let storeId = '';
const requests: Request[] = [];

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'hearken-cut-'));
  recording = watch(root);
  await work(seededRandom(SEED));
  stopWatching();
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function keep<R>(request: Request, ask: () => Promise<R>): Promise<R> {
  const what = requests.push(request) - 1;
  recording.calls.push({ kind: 'asked', what });
  const answer = await ask();
  recording.calls.push({ kind: 'answered', what });
  return answer;
}

/** A few days of work: imported, changed, renamed, closed and opened again. */
async function work(random: ReturnType<typeof seededRandom>): Promise<void> {
  const workspaces = new Workspaces(root);
  const persons = Array.from({ length: 6 }, () => makePerson());
  const next = (seq: number) =>
    makeEntry(seq, { ...random.pick(persons), aliases: [`${seq} ${'語'.repeat(random.between(0, 400))}`] });
  const text = (words: string) => new TextEncoder().encode(words);
  const bytes = text('the first original');
  const entries = [next(1), next(2), next(3)];
  const request = { name: 'Office', ticket: null, sample: false, snapshot: null, journal: entries };
  ({ storeId } = await keep({ kind: 'store', name: 'Office', entries }, () =>
    workspaces.create({ ...request, files: [{ sha256: sha256(bytes), bytes }] }),
  ));
  let seq = 3;
  for (let session = 1; session <= 3; session++) {
    await workspaces.open(storeId);
    for (let change = 0; change < 6; change++) {
      const entry = next(++seq);
      await keep({ kind: 'entry', entry }, () => workspaces.append(entry));
      if (change !== 3) continue;
      const original = text(`original ${session} ${'x'.repeat(random.between(0, 9_000))}`);
      await keep({ kind: 'file', bytes: original }, () => workspaces.putFile(original));
      const name = `Office ${session}`;
      await keep({ kind: 'name', name }, () => workspaces.rename(storeId, name));
    }
    await workspaces.close();
  }
}

/** Opens the store as a cut after `count` calls left it. @returns what is wrong, in words */
async function lookAfterCut(
  calls: readonly DiskCall[],
  count: number,
  seed: number | null,
): Promise<string[]> {
  const target = await mkdtemp(path.join(tmpdir(), 'hearken-cut-disk-'));
  try {
    const random = seed === null ? null : seededRandom(seed);
    await writeDiskAfterCut(target, { ...recording, calls: [...calls] }, count, random);
    const before = calls.slice(0, count);
    const answered = before.flatMap((call) =>
      call.kind === 'answered' ? [requests[call.what] as Request] : [],
    );
    const asked = before.flatMap((call) => (call.kind === 'asked' ? [requests[call.what] as Request] : []));
    return await look(target, answered, asked);
  } catch (thrown) {
    return [`thrown: ${String(thrown)}`];
  } finally {
    await rm(target, { recursive: true, force: true });
  }
}

async function look(
  disk: string,
  answered: readonly Request[],
  asked: readonly Request[],
): Promise<string[]> {
  const faults: string[] = [];
  const workspaces = new Workspaces(disk);
  await workspaces.tidy();
  const listed = (await workspaces.library()).find((entry) => entry.storeId === storeId);
  if (!listed) return answered.length > 0 ? ['the store is not there'] : [];
  const names = (of: readonly Request[]) =>
    of.flatMap((request) => ('name' in request ? [request.name] : []));
  const lastName = names(answered).at(-1);
  if (listed.name !== lastName && listed.name !== names(asked).at(-1))
    faults.push(`its name is ${listed.name}`);

  const report = await workspaces.open(storeId);
  // A last line with a hole in it cannot be told from a damaged one; only what is sound may not be called damaged.
  if (report.repair) await workspaces.repair(false);
  const { damaged } = report;
  if (damaged.some((file) => !file.startsWith('journal-damaged-'))) faults.push(`told as damage: ${damaged}`);
  const wanted = entriesIn(answered);
  const possible = entriesIn(asked);
  const { entries } = await workspaces.read(1, 1_000);
  const lost = wanted.filter((entry, index) => comparable(entries[index] ?? null) !== comparable(entry));
  if (lost.length > 0) faults.push(`${lost.length} changes are lost, the first is ${lost[0]?.seq}`);
  if (entries.some((entry, index) => comparable(entry) !== comparable(possible[index] ?? null)))
    faults.push('the log holds what was never written');
  const recovered = JSON.parse((await workspaces.recover()).state) as Record<string, unknown[]>;
  if (differing(plain(recovered), replay(entries)).length > 0)
    faults.push('the state is not what the log tells');
  for (const request of answered) {
    if (request.kind !== 'file') continue;
    const found = await workspaces.getFile(sha256(request.bytes)).catch(() => null);
    if (!found || !Buffer.from(found).equals(request.bytes)) faults.push('an original is lost');
  }

  // It goes on from there.
  await workspaces.append(makeEntry(entries.length + 1));
  const log = readLogLines(await readFile(path.join(disk, 'workspaces', storeId, 'journal.jsonl')));
  faults.push(...faultsOfLog(log));
  if (log.length !== entries.length + 1) faults.push('the log did not go on where it ended');
  await workspaces.close();
  return faults;
}

function entriesIn(of: readonly Request[]): JournalEntry[] {
  return of.flatMap((request) => {
    if (request.kind === 'store') return [...request.entries];
    return request.kind === 'entry' ? [request.entry] : [];
  });
}

/**
 * Moments: after every answer with nothing there that was not synced, then random ones with a random rest.
 * @param enough stops at the first fault
 */
async function lookAtMany(calls: readonly DiskCall[], enough: boolean): Promise<string[]> {
  const random = seededRandom(SEED + 1);
  const moments: { count: number; seed: number | null }[] = [];
  for (const [index, call] of calls.entries())
    if (call.kind === 'answered') moments.push({ count: index + 1, seed: null });
  for (let moment = 0; moment < MOMENTS; moment++)
    moments.push({ count: random.between(0, calls.length), seed: random.between(0, 1_000_000) });
  const faults: string[] = [];
  for (const { count, seed } of moments) {
    const found = await lookAfterCut(calls, count, seed);
    faults.push(...found.map((fault) => `cut after call ${count} (seed ${SEED}, ${seed}): ${fault}`));
    if (enough && faults.length > 0) break;
  }
  return faults;
}

test('whenever the power goes: what the store said is kept is there, and the store goes on', async () => {
  expect(requests.length).toBeGreaterThan(20);
  expect(await lookAtMany(recording.calls, false)).toEqual([]);
}, 120_000);

/** Answers as soon as it is asked. */
function answeredTooEarly(): readonly DiskCall[] {
  const calls: DiskCall[] = [];
  for (const call of recording.calls) {
    const isChange =
      (call.kind === 'asked' || call.kind === 'answered') && requests[call.what]?.kind === 'entry';
    if (isChange && call.kind === 'answered') continue;
    calls.push(call);
    // A sync counts the calls before it: the two notes take each other's place.
    if (isChange && call.kind === 'asked') calls.push({ kind: 'answered', what: call.what });
  }
  return calls;
}

/** The calls of one change, between question and answer. */
function callsOf(change: number): readonly [from: number, to: number] {
  const what = requests
    .map(({ kind }, index) => (kind === 'entry' ? index : -1))
    .filter((index) => index >= 0)[change];
  const at = (kind: string) =>
    recording.calls.findIndex((call) => call.kind === kind && 'what' in call && call.what === what);
  return [at('asked'), at('answered')];
}

const FAULTS: readonly { readonly name: string; readonly calls: () => readonly DiskCall[] }[] = [
  {
    name: 'the log is never synced',
    calls: () => withoutSyncOf(recording, called(recording, /^journal\.jsonl$/)),
  },
  {
    name: 'files are renamed into place without being synced',
    calls: () => withoutSyncOf(recording, called(recording, /\.tmp$/)),
  },
  { name: 'no folder is synced', calls: () => withoutSyncOf(recording, recording.folders) },
  {
    name: 'the library’s folder is not synced',
    calls: () => withoutSyncOf(recording, called(recording, /^workspaces$/)),
  },
  { name: 'the profile’s folder is not synced', calls: () => withoutSyncOf(recording, new Set([0])) },
  {
    name: 'the store’s folder is not synced',
    calls: () => withoutSyncOf(recording, called(recording, /^(\.making-)?[0-9a-f]+-.*-[0-9a-f]+$/)),
  },
  {
    name: 'the folder of originals is not synced',
    calls: () => withoutSyncOf(recording, called(recording, /^files$/)),
  },
  { name: 'a change is acknowledged before it is written', calls: answeredTooEarly },
  {
    name: 'a change is acknowledged and not written',
    calls: () => {
      const [from, to] = callsOf(4);
      return renumbered(
        recording.calls.map((call, at) => (call.kind === 'write' && at > from && at < to ? null : call)),
      );
    },
  },
];

test.each(FAULTS)('is noticed: $name', async ({ name, calls }) => {
  const faults = await lookAtMany(calls(), true);
  console.log(`${name}: ${faults[0]}`);
  expect(faults.length).toBeGreaterThan(0);
});

test('is noticed: the sync of any single change is left out', async () => {
  const changes = requests.filter(({ kind }) => kind === 'entry').length;
  for (let change = 0; change < changes; change++) {
    const [from, to] = callsOf(change);
    const without = renumbered(
      recording.calls.map((call, at) => (call.kind === 'sync' && at > from && at < to ? null : call)),
    );
    const answered = without.indexOf(recording.calls[to] as DiskCall);
    expect(await lookAfterCut(without, answered + 1, null), `change ${change}`).not.toEqual([]);
  }
});
