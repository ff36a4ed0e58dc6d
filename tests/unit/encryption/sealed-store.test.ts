import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { answer } from '../../../main/answer.ts';
import type { Keychain } from '../../../main/encryption/keychain.ts';
import { sha256 } from '../../../main/files.ts';
import { type Handlers, storageHandlers } from '../../../main/handlers.ts';
import { ProfileFile } from '../../../main/profile.ts';
import { Workspaces } from '../../../main/workspaces.ts';
import { CHEAP, PASSPHRASE } from '../../fixtures/encryption.ts';
import { makePerson } from '../../fixtures/person.ts';
import { makeEntries, makeEntry } from '../main/entries.ts';

let folder: string;
let workspaces: Workspaces;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-sealed-'));
  start();
});
afterEach(async () => {
  await workspaces.close();
  await rm(folder, { recursive: true, force: true });
});

function start(keychain: Keychain | null = null): void {
  workspaces = new Workspaces(folder, { keychain, cost: CHEAP });
}

const inStore = (storeId: string, ...parts: string[]) => path.join(folder, 'workspaces', storeId, ...parts);
const byPassphrase = (storeId: string, text = PASSPHRASE) =>
  workspaces.keys.unlock({ storeId, secret: { kind: 'passphrase', text } });
const byRecovery = (storeId: string, text: string) =>
  workspaces.keys.unlock({ storeId, secret: { kind: 'recovery', text } });
const refused = (code: string, params: object = {}) => ({ problem: { code, params } });

async function make(journal: JournalEntry[] = makeEntries(6), files: Uint8Array[] = []) {
  const { ticket, recoveryKey } = await workspaces.keys.prepare(PASSPHRASE);
  const { storeId } = await workspaces.create({
    name: 'Label',
    ticket,
    sample: false,
    snapshot: null,
    journal,
    files: files.map((bytes) => ({ sha256: sha256(bytes), bytes })),
  });
  return { storeId, recoveryKey, entries: journal };
}

function stateOf(entries: readonly JournalEntry[]): WorkspaceState {
  const state = indexState(emptyState());
  for (const { changes } of entries) applyChanges(state, changes);
  return plainState(state);
}

describe('an encrypted workspace', () => {
  test('is locked until it is unlocked, and again when it was closed', async () => {
    const { storeId, entries, recoveryKey } = await make();
    expect(await workspaces.library()).toMatchObject([{ storeId, name: 'Label', sealed: true }]);
    // Whoever made it need not type the passphrase at once again.
    await workspaces.open(storeId);
    expect((await workspaces.read(1, 10)).entries).toEqual(entries);
    await workspaces.lockOpen();
    await expect(workspaces.open(storeId)).rejects.toMatchObject(refused('workspace-sealed'));
    await expect(byPassphrase(storeId, 'correct horse batterx')).rejects.toMatchObject(
      refused('encryption-wrong-passphrase'),
    );
    await byPassphrase(storeId);
    await workspaces.open(storeId);
    await workspaces.lock();
    expect(workspaces.openId).toBeNull();
    await expect(workspaces.open(storeId)).rejects.toMatchObject(refused('workspace-sealed'));
    await byRecovery(storeId, recoveryKey);
    await workspaces.open(storeId);
    expect((await workspaces.read(1, 10)).entries).toEqual(entries);
  });

  test('is locked when another one is opened, and stays unlocked while it is opened again', async () => {
    const { storeId } = await make();
    await workspaces.open(storeId);
    await workspaces.open(storeId);
    await workspaces.append(makeEntry(7));
    const other = await make();
    await workspaces.open(other.storeId);
    await expect(workspaces.open(storeId)).rejects.toMatchObject(refused('workspace-sealed'));
  });

  test('goes on being written while its passphrase is asked for', async () => {
    const { storeId, entries } = await make();
    await workspaces.open(storeId);
    await byPassphrase(storeId);
    const next = makeEntry(7);
    await workspaces.append(next);
    await workspaces.lock();
    await byPassphrase(storeId);
    await workspaces.open(storeId);
    expect((await workspaces.read(1, 10)).entries).toEqual([...entries, next]);
  });

  test('writes nothing once the keys are wiped', async () => {
    const { storeId } = await make();
    await workspaces.open(storeId);
    const before = await readFile(inStore(storeId, 'journal.jsonl'));
    workspaces.keys.forgetAll();
    await expect(workspaces.append(makeEntry(7))).rejects.toMatchObject(refused('workspace-sealed'));
    await expect(workspaces.putFile(new Uint8Array(3))).rejects.toMatchObject(refused('workspace-sealed'));
    await expect(workspaces.keepDrafts({ a: 1 })).rejects.toThrow();
    await workspaces.close();
    expect(await readFile(inStore(storeId, 'journal.jsonl'))).toEqual(before);
  });

  test('changes its passphrase and its recovery key; what was before opens nothing', async () => {
    const { storeId, recoveryKey } = await make();
    await workspaces.lock();
    const next = '別の合言葉をここに書いておく';
    await expect(
      workspaces.keys.changePassphrase({ storeId, current: 'wrong horse battery', next }),
    ).rejects.toMatchObject(refused('encryption-wrong-passphrase'));
    await expect(
      workspaces.keys.changePassphrase({ storeId, current: PASSPHRASE, next: 'short' }),
    ).rejects.toMatchObject(refused('encryption-passphrase-short', { limit: 12 }));
    await byPassphrase(storeId);
    await workspaces.lock();
    await workspaces.keys.changePassphrase({ storeId, current: PASSPHRASE, next });
    await expect(byPassphrase(storeId)).rejects.toMatchObject(refused('encryption-wrong-passphrase'));
    await byPassphrase(storeId, next.normalize('NFD'));
    const made = await workspaces.keys.changeRecovery({ storeId, passphrase: next });
    await expect(byRecovery(storeId, recoveryKey)).rejects.toMatchObject(
      refused('encryption-wrong-recovery'),
    );
    await byRecovery(storeId, made.recoveryKey);
    // Who forgot the passphrase gives another one by the recovery key.
    await workspaces.keys.changePassphrase({ storeId, current: made.recoveryKey, next: PASSPHRASE });
    await byPassphrase(storeId);
  });

  test('says which group of the recovery key is mistyped', async () => {
    const { storeId, recoveryKey } = await make();
    const typed = `${recoveryKey.slice(0, 21)}${(Number(recoveryKey[21]) + 1) % 10}${recoveryKey.slice(22)}`;
    await expect(byRecovery(storeId, typed)).rejects.toMatchObject(
      refused('encryption-recovery-typo', { group: 4 }),
    );
  });

  test('mends one of its two headers from the other; with both damaged it says so, and changes nothing', async () => {
    const { storeId } = await make();
    const [one, two] = [inStore(storeId, 'encryption.key'), inStore(storeId, 'encryption-copy.key')];
    const sound = await readFile(one);
    for (const [damaged, other] of [
      [one, two],
      [two, one],
    ] as const) {
      await workspaces.lock();
      await writeFile(damaged, sound.subarray(1));
      await byPassphrase(storeId);
      expect(await readFile(damaged)).toEqual(sound);
      await rm(damaged);
      await workspaces.lock();
      await byPassphrase(storeId);
      expect([await readFile(damaged), await readFile(other)]).toEqual([sound, sound]);
    }
    await workspaces.lock();
    const log = await readFile(inStore(storeId, 'journal.jsonl'));
    await writeFile(one, sound.subarray(1));
    await writeFile(two, '');
    await expect(byPassphrase(storeId)).rejects.toMatchObject(refused('encryption-damaged'));
    for (const file of [one, two]) await rm(file);
    await expect(byPassphrase(storeId)).rejects.toMatchObject(refused('encryption-damaged'));
    await expect(workspaces.open(storeId)).rejects.toMatchObject(refused('workspace-sealed'));
    // Taken for a plain one even, its log is not cut off as damaged.
    await rm(inStore(storeId, 'store.json'));
    await expect(workspaces.open(storeId)).rejects.toMatchObject(refused('encryption-damaged'));
    expect(await readFile(inStore(storeId, 'journal.jsonl'))).toEqual(log);
  });

  test('an older copy of the header, left by a crash, opens nothing once it was unlocked', async () => {
    const { storeId } = await make();
    await workspaces.lock();
    const before = await readFile(inStore(storeId, 'encryption.key'));
    const next = 'another twelve signs';
    await workspaces.keys.changePassphrase({ storeId, current: PASSPHRASE, next });
    await writeFile(inStore(storeId, 'encryption-copy.key'), before);
    await byPassphrase(storeId, next);
    expect(await readFile(inStore(storeId, 'encryption-copy.key'))).not.toEqual(before);
  });

  test('a torn tail, a damaged line and a damaged snapshot are mended as in a plain one', async () => {
    const { storeId, entries } = await make();
    await workspaces.open(storeId);
    await workspaces.close();
    await workspaces.open(storeId);
    const more = [makeEntry(7), makeEntry(8), makeEntry(9)];
    for (const entry of more) await workspaces.append(entry);
    const log = inStore(storeId, 'journal.jsonl');
    const whole = await readFile(log);
    await workspaces.lock();
    for (const name of await readdir(inStore(storeId, 'snapshots')))
      if (!name.startsWith('000000000006')) await rm(inStore(storeId, 'snapshots', name));
    await writeFile(log, whole.subarray(0, -30));
    await byPassphrase(storeId);
    expect(await workspaces.open(storeId)).toMatchObject({ tornTail: true, head: { seq: 8 }, repair: false });
    await workspaces.append(more[2] as JournalEntry);
    await workspaces.lock();
    // A line in the middle, which a snapshot holds the outcome of.
    const bytes = await readFile(log);
    const third = bytes.indexOf('"seq":3');
    bytes[third + 200] = bytes[third + 200] === 0x41 ? 0x42 : 0x41;
    await writeFile(log, bytes);
    await byPassphrase(storeId);
    expect(await workspaces.open(storeId)).toMatchObject({ repair: true });
    expect(await workspaces.repair(false)).toMatchObject({ lostChanges: 0 });
    expect(JSON.parse((await workspaces.recover()).state)).toEqual(stateOf([...entries, ...more]));
    await workspaces.lock();
    const [newest = ''] = (await readdir(inStore(storeId, 'snapshots'))).sort().reverse();
    const snapshot = await readFile(inStore(storeId, 'snapshots', newest));
    snapshot[40] = (snapshot[40] as number) ^ 1;
    await writeFile(inStore(storeId, 'snapshots', newest), snapshot);
    await byPassphrase(storeId);
    expect((await workspaces.open(storeId)).damaged).toEqual([`${newest}.damaged`]);
    expect(JSON.parse((await workspaces.recover()).state)).toEqual(stateOf([...entries, ...more]));
  });

  test('a line of another store, or a plain one, is none of its own', async () => {
    const entries = makeEntries(3);
    const [one, other] = [await make(entries), await make(entries)];
    await workspaces.lock();
    await copyFile(inStore(other.storeId, 'journal.jsonl'), inStore(one.storeId, 'journal.jsonl'));
    await byPassphrase(one.storeId);
    await workspaces.open(one.storeId);
    await expect(workspaces.read(1, 10)).rejects.toMatchObject(refused('journal-damaged', { seq: 1 }));
    await workspaces.lock();
    const plain = await workspaces.create({
      ...{ name: 'Plain', ticket: null, sample: false, snapshot: null, journal: entries, files: [] },
    });
    await copyFile(inStore(plain.storeId, 'journal.jsonl'), inStore(one.storeId, 'journal.jsonl'));
    await byPassphrase(one.storeId);
    expect((await workspaces.open(one.storeId)).head.seq).toBe(0);
  });

  test('a copy of its past is encrypted under the same secrets, with its originals', async () => {
    const bytes = new TextEncoder().encode('an original');
    const { storeId, entries, recoveryKey } = await make(makeEntries(4), [bytes]);
    await workspaces.open(storeId);
    await workspaces.close();
    const [snapshot] = await workspaces.snapshots(storeId);
    const id = snapshot?.id ?? '';
    const copy = await workspaces.restore(storeId, id, 'Copy');
    expect(copy).toMatchObject({ name: 'Copy', sealed: true });
    await workspaces.lock();
    await expect(workspaces.restore(storeId, id, 'Copy')).rejects.toMatchObject(refused('workspace-sealed'));
    await byRecovery(copy.storeId, recoveryKey);
    await workspaces.open(copy.storeId);
    expect(JSON.parse((await workspaces.recover()).state)).toMatchObject({
      persons: stateOf(entries).persons,
    });
    expect(await workspaces.getFile(sha256(bytes))).toEqual(bytes);
    // The same content in two stores of one key has nothing in common on disk.
    expect(await readdir(inStore(copy.storeId, 'files'))).not.toEqual(
      await readdir(inStore(storeId, 'files')),
    );
    await workspaces.lock();
    await byPassphrase(copy.storeId);
  });

  test('an original that is damaged, cut off, or another one’s, is refused', async () => {
    const [one, two] = ['the first original', 'the second original'].map((text) =>
      new TextEncoder().encode(text),
    ) as [Uint8Array, Uint8Array];
    const { storeId } = await make([makeEntry(1)], [one, two]);
    await workspaces.open(storeId);
    const names = await readdir(inStore(storeId, 'files'));
    expect(names).not.toContain(sha256(one));
    const [first = '', second = ''] = names;
    const whole = await readFile(inStore(storeId, 'files', first));
    const sum = [one, two].map(sha256);
    const codes = async () =>
      Promise.all(
        sum.map((each) =>
          workspaces.getFile(each).then(
            () => 'read',
            (thrown) => thrown.problem.code,
          ),
        ),
      );
    expect(await codes()).toEqual(['read', 'read']);
    for (let length = 0; length < whole.length; length++) {
      await writeFile(inStore(storeId, 'files', first), whole.subarray(0, length));
      expect((await codes()).sort(), `${length} bytes`).toEqual(['file-damaged', 'read']);
    }
    await copyFile(inStore(storeId, 'files', second), inStore(storeId, 'files', first));
    expect((await codes()).sort()).toEqual(['file-damaged', 'read']);
    // Put again, it is mended.
    for (const bytes of [one, two]) await workspaces.putFile(bytes);
    expect(await codes()).toEqual(['read', 'read']);
  });

  test('files are for their user alone, plain or not', async () => {
    if (process.platform === 'win32') return;
    const sealed = await make(makeEntries(2), [new Uint8Array(9)]);
    const plain = await workspaces.create({
      ...{ name: 'Plain', ticket: null, sample: false, snapshot: null, journal: makeEntries(2) },
      files: [{ sha256: sha256(new Uint8Array(9)), bytes: new Uint8Array(9) }],
    });
    for (const { storeId } of [sealed, plain]) {
      await workspaces.open(storeId);
      await workspaces.keepDrafts({ a: 1 });
      await workspaces.append(makeEntry(3));
      // While it is open, with its lock.
      await lookAtModes();
      await workspaces.close();
      await lookAtModes();
    }
  });

  async function lookAtModes(): Promise<void> {
    const found = await readdir(path.join(folder, 'workspaces'), { recursive: true, withFileTypes: true });
    expect(found.length).toBeGreaterThan(5);
    for (const one of found) {
      const { mode } = await stat(path.join(one.parentPath, one.name));
      expect((mode & 0o777).toString(8), one.name).toBe(one.isFile() ? '600' : '700');
    }
  }
});

describe('of 1,000 sentences in an encrypted workspace', () => {
  test('none stands in its folder, in any encoding', async () => {
    const mark = (index: number) => `Sentence ${index} of somebody, 機密の文 ${index * 7919}`;
    const persons = Array.from({ length: 1_000 }, (_, index) => makePerson({ aliases: [mark(index)] }));
    const stamp = { id: newId(), at: '2026-11-29T09:00:00.000Z', actor: 'Aiko', device: newId() };
    const first = firstEntry({ ...emptyState(), persons: persons.slice(0, 500) }, 'Real name of it', stamp);
    const later = persons.slice(500).map((person, index) => makeEntry(index + 2, person));
    const original = new TextEncoder().encode(persons.map(({ aliases }) => aliases[0]).join('\n'));
    const { storeId } = await make([first], [original]);
    await workspaces.open(storeId);
    for (const entry of later) await workspaces.append(entry);
    await workspaces.keepDrafts(
      Object.fromEntries(persons.map(({ aliases }, at) => [`form/${at}`, aliases[0] ?? ''])),
    );
    await workspaces.putFile(new TextEncoder().encode(mark(3)));
    await workspaces.close();
    await workspaces.open(storeId);
    // A torn line and a log that is found damaged are kept, and so is a snapshot.
    await workspaces.close();
    const log = inStore(storeId, 'journal.jsonl');
    const bytes = await readFile(log);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    await writeFile(log, bytes.subarray(0, -9));
    await workspaces.open(storeId);
    await workspaces.repair(false);
    await workspaces.lock();

    const all: Buffer[] = [];
    for (const one of await readdir(folder, { recursive: true, withFileTypes: true })) {
      all.push(Buffer.from(one.name));
      if (one.isFile()) all.push(await readFile(path.join(one.parentPath, one.name)));
    }
    const disk = Buffer.concat(all);
    expect(disk.length).toBeGreaterThan(500_000);
    const sought = [...persons.keys()]
      .map(mark)
      .concat('Real name of it', 'Mirela Osei', 'ミレラ・オセイ', sha256(original));
    const found = sought.filter((text) => encodings(text).some((encoded) => disk.includes(encoded)));
    expect(found).toEqual([]);
  }, 60_000);

  /** UTF-8, both UTF-16s, hexadecimal, and the three ways in which base64 may have it in its middle. */
  function encodings(text: string): Buffer[] {
    const utf8 = Buffer.from(text, 'utf8');
    const utf16 = Buffer.from(text, 'utf16le');
    const base64 = [0, 1, 2].map((shift) => {
      const shifted = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
      return Buffer.from(shifted.slice(shift === 0 ? 0 : 4, -4));
    });
    return [utf8, utf16, Buffer.from(utf16).swap16(), Buffer.from(utf8.toString('hex')), ...base64];
  }
});

describe('the keychain', () => {
  /** A keychain as a system may have it: it gives back what it sealed while it is the same one. */
  function keychain(secret: number): Keychain & { there: boolean; secret: number } {
    return {
      there: true,
      secret,
      available() {
        return this.there;
      },
      seal(bytes) {
        return Buffer.concat([
          Buffer.from([this.secret]),
          Buffer.from(bytes).map((byte) => byte ^ this.secret),
        ]);
      },
      open(bytes) {
        if (bytes[0] !== this.secret) throw new Error('another keychain');
        return Buffer.from(bytes.subarray(1)).map((byte) => byte ^ this.secret);
      },
    };
  }
  const byKeychain = (storeId: string) => workspaces.keys.unlock({ storeId, secret: { kind: 'keychain' } });

  test('keeps a key where it is asked to, and is no more than a convenience', async () => {
    const system = keychain(5);
    start(system);
    const { storeId } = await make();
    expect(await workspaces.keys.status({ storeId })).toEqual({ unlocked: true, keychain: 'offered' });
    await expect(byKeychain(storeId)).rejects.toMatchObject(refused('encryption-keychain'));
    await workspaces.keys.keepInKeychain({ storeId, keep: true });
    await workspaces.lock();
    expect(await workspaces.keys.status({ storeId })).toEqual({ unlocked: false, keychain: 'kept' });
    await byKeychain(storeId);
    await workspaces.open(storeId);
    await workspaces.lock();
    // Another passphrase does not concern it.
    await workspaces.keys.changePassphrase({ storeId, current: PASSPHRASE, next: 'another twelve signs' });
    await byKeychain(storeId);
    await workspaces.lock();
    // Gone, changed, wiped, or its file damaged: the passphrase opens.
    system.there = false;
    expect(await workspaces.keys.status({ storeId })).toEqual({ unlocked: false, keychain: 'unavailable' });
    await expect(byKeychain(storeId)).rejects.toMatchObject(refused('encryption-keychain'));
    system.there = true;
    system.secret = 6;
    await expect(byKeychain(storeId)).rejects.toMatchObject(refused('encryption-keychain'));
    system.secret = 5;
    const file = inStore(storeId, 'encryption-keychain.key');
    const bytes = await readFile(file);
    bytes[9] = (bytes[9] as number) ^ 1;
    await writeFile(file, bytes);
    await expect(byKeychain(storeId)).rejects.toMatchObject(refused('encryption-keychain'));
    await byPassphrase(storeId, 'another twelve signs');
    await workspaces.keys.keepInKeychain({ storeId, keep: false });
    expect(await workspaces.keys.status({ storeId })).toEqual({ unlocked: true, keychain: 'offered' });
  });

  test('is asked for nothing by a locked or a plain workspace', async () => {
    start(keychain(5));
    const { storeId } = await make();
    await workspaces.lock();
    await expect(workspaces.keys.keepInKeychain({ storeId, keep: true })).rejects.toMatchObject(
      refused('workspace-sealed'),
    );
    const plain = await workspaces.create({
      ...{ name: 'Plain', ticket: null, sample: false, snapshot: null, journal: [], files: [] },
    });
    expect(await workspaces.keys.status(plain)).toEqual({ unlocked: true, keychain: 'unavailable' });
    await expect(
      workspaces.keys.keepInKeychain({ storeId: plain.storeId, keep: true }),
    ).rejects.toMatchObject(refused('encryption-otherwise'));
  });
});

test('the calls of the window do all of it', async () => {
  const handlers: Partial<Handlers> = storageHandlers({
    profile: await ProfileFile.open(folder, 'en'),
    workspaces,
    ...{ appVersion: '1.2.3', platform: 'test', leaving: () => false },
    trash: () => Promise.resolve(),
  });
  const call = async (name: string, payload?: unknown): Promise<unknown> => {
    const result = await answer(handlers, name, payload);
    return result.ok ? result.value : result.problem.code;
  };
  const prepare = async () =>
    (await call('encryption.prepare', { passphrase: PASSPHRASE })) as { ticket: string };
  const content = { name: 'Office', sample: false, snapshot: null, journal: makeEntries(2), files: [] };
  const { storeId } = (await call('workspace.create', {
    ...content,
    ...{ ticket: (await prepare()).ticket },
  })) as {
    storeId: string;
  };
  const secret = { kind: 'passphrase', text: PASSPHRASE };
  expect(await call('workspace.open', { storeId })).toMatchObject({ head: { seq: 2 } });
  expect(await call('encryption.lock')).toBeUndefined();
  expect(await call('workspace.open', { storeId })).toBe('workspace-sealed');
  expect(await call('profile.read')).toMatchObject({ lastOpen: storeId, library: [{ sealed: true }] });
  expect(await call('encryption.unlock', { storeId, secret })).toBeUndefined();
  expect(await call('workspace.open', { storeId })).toMatchObject({ head: { seq: 2 } });
  await call('workspace.close');
  expect(await call('encryption.status', { storeId })).toEqual({ unlocked: false, keychain: 'unavailable' });
  expect(await call('encryption.keychain', { storeId, keep: true })).toBe('workspace-sealed');
  expect(await call('encryption.passphrase', { storeId, current: PASSPHRASE, next: 'x' })).toBe(
    'encryption-passphrase-short',
  );
  expect(await call('encryption.recovery', { storeId, passphrase: PASSPHRASE })).toMatchObject({
    recoveryKey: expect.stringMatching(/^(\d{6}-){7}\d{6}$/),
  });
  expect(await call('encryption.decrypt', { storeId, passphrase: PASSPHRASE })).toMatchObject({
    sealed: false,
  });
  expect(await call('workspace.open', { storeId })).toMatchObject({ head: { seq: 2 } });
  const { ticket } = await prepare();
  expect(await call('encryption.encrypt', { storeId, ticket, label: 'Label' })).toBe('encryption-open');
  await call('workspace.close');
  expect(await call('encryption.encrypt', { storeId, ticket, label: 'Label' })).toMatchObject({
    name: 'Label',
    sealed: true,
  });
  expect(await call('workspace.create', { ...content, ticket })).toBe('encryption-ticket');
});
