import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '#shared/model/basics.ts';
import { answer } from '../../../main/answer.ts';
import { storageHandlers } from '../../../main/handlers.ts';
import { ProfileFile } from '../../../main/profile.ts';
import { Workspaces } from '../../../main/workspaces.ts';
import { makeEntry } from './entries.ts';

let folder: string;
let leaving = false;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-calls-'));
  leaving = false;
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function start(language = 'en-GB') {
  const workspaces = new Workspaces(folder);
  const handlers = storageHandlers({
    profile: await ProfileFile.open(folder, language),
    workspaces,
    appVersion: '1.2.3',
    platform: 'test',
    trash: () => Promise.resolve(),
    leaving: () => leaving,
  });
  return (name: string, payload?: unknown) => answer(handlers, name, payload);
}

const valueIn = (result: Awaited<ReturnType<typeof answer>>) => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value as never;
};

test('what the contract does not name, or not in this form, is refused before anything is done', async () => {
  const call = await start();
  const entry = makeEntry(1);
  for (const [name, payload] of [
    ['file.delete', { sha256: '' }],
    ['toString', undefined],
    ['__proto__', undefined],
    ['constructor', undefined],
    ['workspace.open', { storeId: '../../etc' }],
    ['workspace.open', { storeId: newId(), more: true }],
    ['workspace.open', undefined],
    ['journal.append', { entry: { ...entry, seq: 0 } }],
    ['journal.append', { entry: { ...entry, changes: [{ table: 'passwords', id: newId() }] } }],
    ['file.put', { bytes: 'text' }],
    ['file.get', { sha256: '../../../profile.json' }],
    ['file.get', { sha256: `${'a'.repeat(64)}\n` }],
    ['snapshot.restore', { storeId: '..', id: 'x', name: 'x' }],
    ['workspace.rename', { storeId: newId(), name: 'x'.repeat(2_000) }],
    ['workspace.remove', { storeId: `${newId()}/..` }],
    ['journal.read', { from: 1, limit: 1_000_000 }],
    ['journal.sumAt', { seq: -1 }],
    ['profile.write', { language: 'fr', colorScheme: 'auto', actor: '' }],
    // Known to the contract, yet not to these handlers.
    ['window.ready', undefined],
  ] as const) {
    expect(await call(name, payload), name).toMatchObject({ ok: false, problem: { code: 'call-refused' } });
  }
  expect(await answer({}, 42, undefined)).toMatchObject({ ok: false, problem: { code: 'call-refused' } });
});

test('no id leads out of the library, and no name of a snapshot out of its folder', async () => {
  const call = await start();
  const request = { name: 'Office', ticket: null, sample: false, snapshot: null, journal: [], files: [] };
  const { storeId } = valueIn(await call('workspace.create', request)) as { storeId: string };
  await call('workspace.open', { storeId });
  await writeFile(path.join(folder, 'workspaces', storeId, 'outside.json.gz'), 'x');
  for (const id of ['../outside.json.gz', '../../../profile.json', '/etc/passwd', '..', ''])
    expect(await call('snapshot.restore', { storeId, id, name: 'Copy' }), id).toMatchObject({
      ok: false,
      problem: { code: 'snapshot-damaged' },
    });
  expect(await call('file.get', { sha256: '0'.repeat(64) })).toMatchObject({
    ok: false,
    problem: { code: 'file-missing' },
  });
  expect(await readdir(path.join(folder, 'workspaces'))).toEqual([storeId]);
  await call('workspace.close');
});

test('a failure comes back as a problem, never as an exception', async () => {
  const call = await start();
  expect(await call('workspace.open', { storeId: newId() })).toEqual({
    ok: false,
    problem: { code: 'workspace-missing', params: {} },
  });
});

test('preferences are kept over a restart; the first language is the system’s', async () => {
  const call = await start('ja-JP');
  const before = valueIn(await call('profile.read')) as { preferences: object; device: string };
  expect(before.preferences).toEqual({
    language: 'ja',
    colorScheme: 'auto',
    actor: '',
    spelling: true,
    words: [],
    lockAfter: 15,
  });
  await call('profile.write', { language: 'en', colorScheme: 'dark', actor: 'Aiko' });
  const again = await start('ja-JP');
  expect(valueIn(await again('profile.read'))).toMatchObject({
    preferences: { language: 'en', colorScheme: 'dark', actor: 'Aiko' },
    device: before.device,
  });
});

test('a profile that cannot be read is set aside; the library is still there', async () => {
  const call = await start();
  const request = { name: 'Office', ticket: null, sample: false, snapshot: null, journal: [], files: [] };
  await call('workspace.create', request);
  await writeFile(path.join(folder, 'profile.json'), '{"format":1,');
  const again = await start();
  expect(valueIn(await again('profile.read'))).toMatchObject({
    library: [{ name: 'Office' }],
    lastOpen: null,
  });
  expect((await readdir(folder)).some((name) => name.startsWith('profile-damaged-'))).toBe(true);
});

test('what was open when the app ended is opened again; what the person closed is not', async () => {
  const call = await start();
  const request = { name: 'Office', ticket: null, sample: false, snapshot: null, journal: [], files: [] };
  const { storeId } = valueIn(await call('workspace.create', request)) as { storeId: string };
  await call('workspace.open', { storeId });
  // Killed here.
  const killed = await start();
  expect(valueIn(await killed('profile.read'))).toMatchObject({ lastOpen: storeId });
  await killed('workspace.open', { storeId });
  leaving = true;
  await killed('workspace.close');
  leaving = false;
  const left = await start();
  expect(valueIn(await left('profile.read'))).toMatchObject({ lastOpen: storeId });
  await left('workspace.open', { storeId });
  await left('workspace.close');
  expect(valueIn(await (await start())('profile.read'))).toMatchObject({ lastOpen: null });
});

test('a profile of an earlier version keeps what it has, and checks spelling', async () => {
  await start();
  const file = path.join(folder, 'profile.json');
  const profile = JSON.parse(await readFile(file, 'utf8'));
  const preferences = { language: 'ja', colorScheme: 'dark', actor: 'Aiko' };
  await writeFile(file, JSON.stringify({ ...profile, preferences }));
  expect(valueIn(await (await start())('profile.read'))).toMatchObject({
    preferences: { ...preferences, spelling: true, words: [], lockAfter: 15 },
    device: profile.device,
  });
});
