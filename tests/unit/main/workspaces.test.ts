import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { sha256 } from '../../../main/files.ts';
import { Workspaces } from '../../../main/workspaces.ts';
import { makeEntries, makeEntry } from './entries.ts';

let folder: string;
let workspaces: Workspaces;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-library-'));
  workspaces = new Workspaces(folder);
});

afterEach(async () => {
  await workspaces.close();
  await rm(folder, { recursive: true, force: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const storeFolder = (storeId: string, ...parts: string[]) =>
  path.join(folder, 'workspaces', storeId, ...parts);
const snapshotsOf = async (storeId: string) =>
  (await readdir(storeFolder(storeId, 'snapshots')).catch(() => [])).filter((name) =>
    name.endsWith('.json.gz'),
  );

function create(journal: JournalEntry[] = [], name = 'Office') {
  return workspaces.create({ name, sample: false, snapshot: null, journal, files: [] });
}

function stateOf(entries: readonly JournalEntry[]): WorkspaceState {
  const state = indexState(emptyState());
  for (const { changes } of entries) applyChanges(state, changes);
  return plainState(state);
}

async function recovered(): Promise<WorkspaceState> {
  return JSON.parse((await workspaces.recover()).state) as WorkspaceState;
}

describe('the library', () => {
  test('lists what was made, what was opened last first, and survives a restart', async () => {
    const first = await create([], 'First');
    await new Promise((done) => setTimeout(done, 2));
    const second = await create([], 'Second');
    expect((await workspaces.library()).map(({ name }) => name)).toEqual(['Second', 'First']);
    await workspaces.open(first.storeId);
    await workspaces.rename(second.storeId, 'Zweite');
    expect((await new Workspaces(folder).library()).map(({ name }) => name)).toEqual(['First', 'Zweite']);
  });

  test('a store that could not be finished is not in it, and leaves nothing behind', async () => {
    const wrong = { sha256: sha256(bytes('other')), bytes: bytes('one') };
    await expect(
      workspaces.create({ name: 'x', sample: false, snapshot: null, journal: [], files: [wrong] }),
    ).rejects.toMatchObject({ problem: { code: 'file-damaged' } });
    await expect(create([makeEntry(2)])).rejects.toMatchObject({ problem: { code: 'journal-sequence' } });
    expect(await workspaces.library()).toEqual([]);
    expect(await readdir(path.join(folder, 'workspaces'))).toEqual([]);
  });

  test('what a crash left of a store in the making is swept up', async () => {
    const { storeId } = await create();
    const left = storeFolder('.making-0190163d', 'files');
    await mkdir(left, { recursive: true });
    expect(await workspaces.library()).toHaveLength(1);
    await workspaces.tidy();
    expect(await readdir(path.join(folder, 'workspaces'))).toEqual([storeId]);
  });

  test('a removed store goes to the trash, or is kept aside where there is none', async () => {
    const { storeId } = await create();
    await workspaces.open(storeId);
    const trash = vi.fn(async (_folder: string) => {
      throw new Error('no trash here');
    });
    await workspaces.remove(storeId, trash);
    expect(trash).toHaveBeenCalledWith(storeFolder(storeId));
    expect(await workspaces.library()).toEqual([]);
    const [kept] = await readdir(path.join(folder, 'removed'));
    expect(kept).toContain(storeId);
    await expect(workspaces.open(storeId)).rejects.toMatchObject({ problem: { code: 'workspace-missing' } });
  });

  test('a store that another computer holds is not opened, until it has been silent for long', async () => {
    const { storeId } = await create();
    await writeFile(storeFolder(storeId, 'lock.json'), JSON.stringify({ host: 'other-machine', pid: 1 }));
    await expect(workspaces.open(storeId)).rejects.toMatchObject({
      problem: { code: 'workspace-locked', params: { host: 'other-machine' } },
    });
    expect(workspaces.openId).toBeNull();
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(storeFolder(storeId, 'lock.json'), longAgo, longAgo);
    await workspaces.open(storeId);
    expect(workspaces.openId).toBe(storeId);
  });
});

describe('snapshots', () => {
  test('recovery gives the same state with and without them', async () => {
    const entries = makeEntries(12);
    const { storeId } = await create(entries.slice(0, 5));
    await workspaces.open(storeId);
    await workspaces.close();
    await workspaces.open(storeId);
    for (const entry of entries.slice(5)) await workspaces.append(entry);
    const withSnapshot = await workspaces.recover();
    expect(withSnapshot.fromSnapshot).not.toBeNull();
    expect(withSnapshot.seq).toBe(12);
    await rm(storeFolder(storeId, 'snapshots'), { recursive: true });
    const without = await workspaces.recover();
    expect(without.fromSnapshot).toBeNull();
    expect(without.state).toBe(withSnapshot.state);
    expect(JSON.parse(without.state)).toEqual(stateOf(entries));
  });

  test('one is written on close when there is news, and none when there is none', async () => {
    const { storeId } = await create(makeEntries(2));
    await workspaces.open(storeId);
    await workspaces.close();
    expect(await snapshotsOf(storeId)).toHaveLength(1);
    await workspaces.open(storeId);
    await workspaces.close();
    expect(await snapshotsOf(storeId)).toHaveLength(1);
    await workspaces.open(storeId);
    await workspaces.append(makeEntry(3));
    await workspaces.close();
    // The day's earlier one makes room for the newer one.
    const names = await snapshotsOf(storeId);
    expect(names).toHaveLength(1);
    expect(names[0]).toMatch(/^0*3-.*-close/);
  });

  test('the first change of a day has one written a minute later, and no more that day', async () => {
    const { storeId } = await create(makeEntries(1));
    await workspaces.open(storeId);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await workspaces.append(makeEntry(2));
      vi.advanceTimersByTime(60_000);
      await vi.waitFor(async () => expect(await snapshotsOf(storeId)).toHaveLength(1));
      expect((await snapshotsOf(storeId))[0]).toMatch(/^0*2-.*-daily/);
      await workspaces.append(makeEntry(3));
      vi.advanceTimersByTime(60_000);
    } finally {
      vi.useRealTimers();
    }
    expect((await workspaces.snapshots(storeId)).map(({ seq, kind }) => ({ seq, kind }))).toEqual([
      { seq: 2, kind: 'daily' },
    ]);
  });

  test('closing is done when the snapshot is written, for everybody who waits for it', async () => {
    const { storeId } = await create(makeEntries(300));
    await workspaces.open(storeId);
    void workspaces.close();
    expect(workspaces.openId).toBeNull();
    await workspaces.close();
    expect(await snapshotsOf(storeId)).toHaveLength(1);
  });

  test('a damaged one is set aside and told of, and the log still gives everything', async () => {
    const entries = makeEntries(4);
    const { storeId } = await create(entries);
    await workspaces.open(storeId);
    await workspaces.close();
    const [name = ''] = await snapshotsOf(storeId);
    const content = await readFile(storeFolder(storeId, 'snapshots', name));
    content[Math.floor(content.length / 2)] = (content[Math.floor(content.length / 2)] as number) ^ 0xff;
    await writeFile(storeFolder(storeId, 'snapshots', name), content);
    const report = await workspaces.open(storeId);
    expect(report.damaged).toEqual([`${name}.damaged`]);
    expect(await snapshotsOf(storeId)).toEqual([]);
    expect(await recovered()).toEqual(stateOf(entries));
  });

  test('one that belongs to another history is not built upon, and can still be opened as a workspace', async () => {
    const lost = makeEntries(6);
    const { storeId } = await create(lost);
    await workspaces.open(storeId);
    await workspaces.close();
    // An old copy of the log was put back, and work went on from there.
    const journal = storeFolder(storeId, 'journal.jsonl');
    const lines = (await readFile(journal, 'utf8')).split('\n');
    await writeFile(journal, `${lines.slice(0, 3).join('\n')}\n`);
    await workspaces.open(storeId);
    const others = [4, 5, 6, 7].map((seq) => makeEntry(seq));
    for (const entry of others) await workspaces.append(entry);
    expect(await recovered()).toEqual(stateOf([...lost.slice(0, 3), ...others]));
    const [snapshot] = await workspaces.snapshots(storeId);
    const restored = await workspaces.restore(storeId, snapshot?.id ?? '', 'Before');
    await workspaces.open(restored.storeId);
    expect(await recovered()).toEqual(stateOf(lost));
  });

  test('an earlier day opens as a workspace of its own, with its history and original files', async () => {
    const entries = makeEntries(3);
    const { storeId } = await create(entries);
    await workspaces.open(storeId);
    const sum = await workspaces.putFile(bytes('original'));
    await workspaces.close();
    await workspaces.open(storeId);
    await workspaces.append(makeEntry(4));
    const [snapshot] = await workspaces.snapshots(storeId);
    expect(snapshot).toMatchObject({ seq: 3, kind: 'close' });
    const restored = await workspaces.restore(storeId, snapshot?.id ?? '', 'Earlier');
    await workspaces.open(restored.storeId);
    expect((await workspaces.read(1, 10)).entries).toEqual(entries);
    expect(await recovered()).toEqual(stateOf(entries));
    expect(new TextDecoder().decode(await workspaces.getFile(sum))).toBe('original');
  });
});

describe('a store that cannot be opened any more', () => {
  test('still lists its copies, and each opens as a workspace of its own', async () => {
    const entries = makeEntries(5);
    const { storeId } = await create(entries);
    await workspaces.open(storeId);
    await workspaces.close();
    // The log is a folder now: it can be neither read nor mended.
    await rm(storeFolder(storeId, 'journal.jsonl'));
    await mkdir(storeFolder(storeId, 'journal.jsonl'));
    await expect(workspaces.open(storeId)).rejects.toThrow();
    const [snapshot] = await workspaces.snapshots(storeId);
    expect(snapshot).toMatchObject({ seq: 5 });
    const restored = await workspaces.restore(storeId, snapshot?.id ?? '', 'Rescued');
    await workspaces.open(restored.storeId);
    expect(await recovered()).toEqual(stateOf(entries));
  });
});

describe('original files', () => {
  test('are kept under their own checksum, once', async () => {
    const { storeId } = await create();
    await workspaces.open(storeId);
    const sum = await workspaces.putFile(bytes('手数料'));
    expect(sum).toBe(sha256(bytes('手数料')));
    expect(await workspaces.putFile(bytes('手数料'))).toBe(sum);
    expect(await readdir(storeFolder(storeId, 'files'))).toEqual([sum]);
    expect(await workspaces.getFile(sum)).toEqual(bytes('手数料'));
  });

  test('that were altered are not handed out; putting them again mends them', async () => {
    const { storeId } = await create();
    await workspaces.open(storeId);
    const sum = await workspaces.putFile(bytes('right'));
    await writeFile(storeFolder(storeId, 'files', sum), 'wrong');
    await expect(workspaces.getFile(sum)).rejects.toMatchObject({ problem: { code: 'file-damaged' } });
    await workspaces.putFile(bytes('right'));
    expect(await workspaces.getFile(sum)).toEqual(bytes('right'));
  });

  test('are asked for by checksum alone: a path is refused', async () => {
    const { storeId } = await create();
    await workspaces.open(storeId);
    for (const name of ['../store.json', '..', '', 'a'.repeat(63)])
      await expect(workspaces.getFile(name)).rejects.toMatchObject({ problem: { code: 'file-missing' } });
  });
});

test('nothing can be asked of a workspace that is not open', async () => {
  await expect(workspaces.append(makeEntry(1))).rejects.toMatchObject({ problem: { code: 'no-workspace' } });
  await expect(workspaces.recover()).rejects.toMatchObject({ problem: { code: 'no-workspace' } });
});
