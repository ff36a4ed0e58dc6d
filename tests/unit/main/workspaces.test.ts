import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { sha256 } from '../../../main/files.ts';
import { Workspaces } from '../../../main/workspaces.ts';
import { makePerson } from '../../fixtures/person.ts';
import { makeEntries, makeEntry } from './entries.ts';

const AT = '2026-11-29T09:00:00.000Z';

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
  return workspaces.create({ name, ticket: null, sample: false, snapshot: null, journal, files: [] });
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
      workspaces.create({
        name: 'x',
        ticket: null,
        sample: false,
        snapshot: null,
        journal: [],
        files: [wrong],
      }),
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
    await workspaces.close();
    // Nor is a lock from a time that is yet to come believed for years, where a clock was set back.
    await writeFile(storeFolder(storeId, 'lock.json'), JSON.stringify({ host: 'other-machine', pid: 1 }));
    const toCome = new Date(Date.now() + 365 * 86_400_000);
    await utimes(storeFolder(storeId, 'lock.json'), toCome, toCome);
    await workspaces.open(storeId);
    expect(workspaces.openId).toBe(storeId);
  });
});

describe('store.json', () => {
  const storeFile = (storeId: string) => storeFolder(storeId, 'store.json');

  test.each([
    ['missing', (file: string) => rm(file)],
    ['damaged', (file: string) => writeFile(file, '{"storeId": "0190')],
    ['of another kind', (file: string) => writeFile(file, '[1, 2]')],
    ['empty', (file: string) => writeFile(file, '')],
    ['without a time', async (file: string) => writeFile(file, JSON.stringify({ name: 'Office' }))],
  ])('%s: the workspace stays in the list, under the name it was made with', async (_what, damage) => {
    const { storeId } = await workspaces.create({
      name: 'Office',
      ticket: null,
      sample: false,
      snapshot: null,
      journal: [
        firstEntry(emptyState(), 'Office “2”\n\u3042', { id: newId(), at: AT, actor: '', device: '' }),
      ],
      files: [],
    });
    await damage(storeFile(storeId));
    const [entry] = await workspaces.library();
    expect(entry).toMatchObject({ storeId });
    expect(['Office', 'Office “2”\n\u3042']).toContain(entry?.name);
    await workspaces.open(storeId);
    expect(JSON.parse(await readFile(storeFile(storeId), 'utf8'))).toMatchObject({
      storeId,
      name: entry?.name,
    });
  });

  test('fields of a later version are left as they are', async () => {
    const { storeId } = await create();
    const stored = JSON.parse(await readFile(storeFile(storeId), 'utf8')) as object;
    await writeFile(storeFile(storeId), JSON.stringify({ ...stored, colour: 'teal' }));
    expect(await workspaces.library()).toHaveLength(1);
    await workspaces.rename(storeId, 'Other');
    expect(JSON.parse(await readFile(storeFile(storeId), 'utf8'))).toMatchObject({
      colour: 'teal',
      name: 'Other',
    });
  });

  test('a folder that a person copied beside the first is a workspace of its own', async () => {
    const { storeId } = await create(makeEntries(3));
    await cp(storeFolder(storeId), storeFolder(`${storeId} (copy)`), { recursive: true });
    expect((await workspaces.library()).map((entry) => entry.storeId).sort()).toEqual([
      storeId,
      `${storeId} (copy)`,
    ]);
    await workspaces.open(`${storeId} (copy)`);
    await workspaces.append(makeEntry(4));
    await workspaces.open(storeId);
    expect((await workspaces.read(1, 10)).entries).toHaveLength(3);
  });

  test('a later version’s workspace is refused as such, by its number, its tables and its fields', async () => {
    const newer = { problem: { code: 'workspace-newer' } };
    const { storeId } = await create(makeEntries(2));
    const stored = JSON.parse(await readFile(storeFile(storeId), 'utf8')) as { model: number };
    await writeFile(storeFile(storeId), JSON.stringify({ ...stored, model: stored.model + 1 }));
    await expect(workspaces.open(storeId)).rejects.toMatchObject(newer);
    expect(workspaces.openId).toBeNull();

    for (const change of [
      { table: 'suppliers', id: newId(), before: null, after: {} },
      { table: 'persons', id: newId(), before: null, after: { ...makePerson(), shoeSize: 42 } },
    ]) {
      const entry = { ...makeEntry(1), changes: [change] } as unknown as JournalEntry;
      const other = await create([entry]);
      await workspaces.open(other.storeId);
      await expect(workspaces.recover()).rejects.toMatchObject(newer);
    }
  });
});

describe('what happens to the folder while it is open', () => {
  const moved = { problem: { code: 'journal-moved' } };

  test('moved, replaced or deleted: nothing more is acknowledged', async () => {
    for (const happen of [
      (folder: string) => rename(folder, `${folder}-moved`),
      (folder: string) => rm(folder, { recursive: true }),
      async (folder: string) => {
        await rename(folder, `${folder}-old`);
        await cp(`${folder}-old`, folder, { recursive: true });
      },
    ]) {
      const { storeId } = await create(makeEntries(2));
      await workspaces.open(storeId);
      await workspaces.append(makeEntry(3));
      await happen(storeFolder(storeId));
      await expect(workspaces.append(makeEntry(4))).rejects.toMatchObject(moved);
      await expect(workspaces.append(makeEntry(4))).rejects.toMatchObject(moved);
      // What was saved can still be read.
      expect((await workspaces.read(1, 10)).entries).toHaveLength(3);
      await workspaces.close();
      const there = await readdir(storeFolder(storeId)).catch(() => []);
      expect(there).not.toContain('snapshots');
    }
  });
});

describe('a damaged log', () => {
  test('whose repair was cut short is repaired at the next opening', async () => {
    const entries = makeEntries(9);
    const { storeId } = await create(entries);
    const log = storeFolder(storeId, 'journal.jsonl');
    const lines = (await readFile(log, 'utf8')).split('\n');
    lines[3] = (lines[3] ?? '').replace('Aiko', 'Taro');
    await writeFile(log, lines.join('\n'));
    expect((await workspaces.open(storeId)).repair).toBe(true);
    await workspaces.close();
    // The app ended before it repaired anything: the log holds its beginning alone.
    expect((await readFile(log, 'utf8')).trimEnd().split('\n')).toHaveLength(3);
    const report = await workspaces.open(storeId);
    expect(report).toMatchObject({ repair: true, damaged: [] });
    expect(await workspaces.repair(false)).toMatchObject({
      head: { seq: 9 },
      lostEntries: 1,
      lostChanges: 1,
      atLeast: false,
    });
    expect(await recovered()).toEqual(stateOf(entries.filter(({ seq }) => seq !== 4)));
    expect((await workspaces.open(storeId)).repair).toBe(false);
  });

  test('is not followed by a snapshot of its sound beginning before it is repaired', async () => {
    const { storeId } = await create(makeEntries(5));
    await workspaces.open(storeId);
    await workspaces.close();
    await rm(storeFolder(storeId, 'journal.jsonl'));
    await workspaces.open(storeId);
    await workspaces.close();
    expect((await snapshotsOf(storeId)).map((name) => Number(name.slice(0, 12)))).toEqual([5]);
    await workspaces.open(storeId);
    expect(await workspaces.repair(false)).toMatchObject({ lostEntries: 5, lostChanges: 0, atLeast: true });
  });

  test('that ends before a damaged snapshot is known to lack what that held', async () => {
    const { storeId } = await create(makeEntries(6));
    await workspaces.open(storeId);
    await workspaces.close();
    const log = storeFolder(storeId, 'journal.jsonl');
    await writeFile(log, (await readFile(log, 'utf8')).split('\n').slice(0, 4).join('\n').concat('\n'));
    const [name = ''] = await snapshotsOf(storeId);
    await writeFile(storeFolder(storeId, 'snapshots', name), 'nothing');
    expect((await workspaces.open(storeId)).repair).toBe(true);
    expect(await workspaces.repair(false)).toMatchObject({ lostEntries: 2, lostChanges: 2, atLeast: true });
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
    // The log is a folder now: it can be neither read nor repaired.
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

  test('that were altered are not handed out; putting them again repairs them', async () => {
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

describe('another version of the app', () => {
  const opened = async (version: string, storeId: string) => {
    const one = new Workspaces(folder, { version });
    const head = (await one.open(storeId)).head;
    return { one, head };
  };
  const versionSnapshots = async (storeId: string) =>
    (await snapshotsOf(storeId)).filter((name) => name.endsWith('-version.json.gz'));

  test('keeps a snapshot of what it finds before it writes anything, and only the first time', async () => {
    workspaces = new Workspaces(folder, { version: '0.1.0' });
    const { storeId } = await create(makeEntries(3));
    await workspaces.open(storeId);
    await workspaces.close();
    expect(await versionSnapshots(storeId)).toEqual([]);

    const next = await opened('0.2.0', storeId);
    const [name = ''] = await versionSnapshots(storeId);
    expect(Number(name.slice(0, 12))).toBe(3);
    await next.one.append(makeEntry(4));
    await next.one.close();
    const again = await opened('0.2.0', storeId);
    await again.one.close();
    expect(await versionSnapshots(storeId)).toEqual([name]);
    expect((await again.one.snapshots(storeId)).find(({ id }) => id === name)).toMatchObject({
      seq: 3,
      kind: 'version',
    });
  });

  test('keeps one too of a workspace that says no version, and none of one that is empty', async () => {
    const { storeId } = await create(makeEntries(2));
    const empty = await create();
    for (const id of [storeId, empty.storeId]) await (await opened('0.1.0', id)).one.close();
    expect(await versionSnapshots(storeId)).toHaveLength(1);
    expect(await snapshotsOf(empty.storeId)).toEqual([]);
  });

  test('is not the last one that wrote after it only renamed', async () => {
    workspaces = new Workspaces(folder, { version: '0.1.0' });
    const { storeId } = await create(makeEntries(2));
    await new Workspaces(folder, { version: '0.2.0' }).rename(storeId, 'Another name');
    await (await opened('0.2.0', storeId)).one.close();
    expect(await versionSnapshots(storeId)).toHaveLength(1);
  });
});
