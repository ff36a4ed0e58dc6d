/**
 * A workspace that is encrypted later, or decrypted, while the disk fails or the app is killed at each of its steps:
 * it is wholly the one or wholly the other, and has lost nothing.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { firstEntry } from '#shared/change/first-entry.ts';
import { newId } from '#shared/model/basics.ts';
import { problemOf } from '#shared/model/problem.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { sha256 } from '../../../main/files.ts';
import { Workspaces } from '../../../main/workspaces.ts';
import { CHEAP, PASSPHRASE } from '../../fixtures/encryption.ts';
import { makePerson } from '../../fixtures/person.ts';
import { makeEntry } from '../main/entries.ts';
import { changes, type Fault, failAt } from './failing-fs.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('./failing-fs.ts')).failingFs(await original()),
);

const SENTENCE = 'They said the recruitment fees were never paid back, 手数料は返還されていない';
const ORIGINAL = new TextEncoder().encode(`original: ${SENTENCE}`);
const OFFICE: WorkspaceState['workspace'][number] = {
  id: newId(),
  name: { en: 'Office' },
  company: {},
  companyAliases: [],
  languages: ['en'],
  fiscalYear: { firstMonth: 4, namedBy: { en: 'end' } },
  taxonomyVersion: '',
  notice: {},
  copy: null,
};
const STORY = {
  entries: [
    firstEntry(
      { ...emptyState(), workspace: [OFFICE], persons: [makePerson({ aliases: [SENTENCE] })] },
      'Office',
      {
        id: newId(),
        at: '2026-11-29T09:00:00.000Z',
        actor: '',
        device: '',
      },
    ),
    ...[2, 3, 4].map((seq) => makeEntry(seq, makePerson({ aliases: [`${seq} ${SENTENCE}`] }))),
  ],
  drafts: { 'round-reopen': { why: SENTENCE } },
  /** What an earlier repair kept, and what a torn line left. */
  others: { 'torn/20260101T000000000Z.txt': SENTENCE, 'journal-damaged-20260101T000000000Z.jsonl': SENTENCE },
};

let root: string;
let folder: string;
let storeId: string;
let workspaces: Workspaces;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'hearken-convert-'));
  // Made once, and copied for each step.
  folder = path.join(root, 'plain');
  await makeStore();
  folder = path.join(root, 'encrypted');
  await cp(path.join(root, 'plain'), folder, { recursive: true });
  await start();
  await encrypt();
  await workspaces.lock();
  folder = path.join(root, 'tried');
});
afterAll(() => rm(root, { recursive: true, force: true }));
afterEach(async () => {
  failAt(null);
  await workspaces.close();
});

const stores = () => path.join(folder, 'workspaces');
const start = async () => {
  workspaces = new Workspaces(folder, { cost: CHEAP });
  await workspaces.tidy();
};

/** A plain store with everything in it that a store may have. */
async function makeStore(): Promise<void> {
  await mkdir(folder);
  await start();
  ({ storeId } = await workspaces.create({
    name: 'Office',
    ticket: null,
    sample: false,
    snapshot: null,
    journal: STORY.entries.slice(0, 3),
    files: [{ sha256: sha256(ORIGINAL), bytes: ORIGINAL }],
  }));
  await workspaces.open(storeId);
  await workspaces.keepDrafts(STORY.drafts);
  await workspaces.close();
  await workspaces.open(storeId);
  await workspaces.append(STORY.entries[3] as (typeof STORY.entries)[number]);
  await workspaces.close();
  for (const [name, text] of Object.entries(STORY.others)) {
    const file = path.join(stores(), storeId, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

async function make(kind: 'plain' | 'encrypted'): Promise<void> {
  failAt(null);
  await rm(folder, { recursive: true, force: true });
  await cp(path.join(root, kind), folder, { recursive: true });
  await start();
}

async function encrypt(): Promise<void> {
  const { ticket } = await workspaces.keys.prepare(PASSPHRASE);
  await workspaces.encrypt({ storeId, ticket, label: 'Locked one' });
}

async function decrypt(): Promise<void> {
  await workspaces.decrypt({ storeId, passphrase: PASSPHRASE });
}

/** Whether the store is whole, and what it is. */
async function lookAtStore(): Promise<'plain' | 'encrypted'> {
  const names = await readdir(stores());
  expect(names).toEqual([storeId]);
  const [entry] = await workspaces.library();
  const sealed = entry?.sealed ?? false;
  if (sealed) await workspaces.keys.unlock({ storeId, secret: { kind: 'passphrase', text: PASSPHRASE } });
  const report = await workspaces.open(storeId);
  expect(report).toMatchObject({ head: { seq: 4 }, tornTail: false, damaged: [], repair: false });
  expect((await workspaces.read(1, 10)).entries).toEqual(STORY.entries);
  expect(await workspaces.getFile(sha256(ORIGINAL))).toEqual(ORIGINAL);
  expect(await workspaces.drafts()).toEqual(STORY.drafts);
  expect((await workspaces.recover()).fromSnapshot).not.toBeNull();
  expect((await workspaces.snapshots(storeId)).map(({ seq }) => seq)).toContain(4);
  await workspaces.lock();
  const found = await marked();
  const files = (await readdir(path.join(stores(), storeId), { recursive: true })).map((name) =>
    name.replaceAll(path.sep, '/'),
  );
  if (sealed) expect(found).toEqual([]);
  else {
    expect(files).toEqual(expect.arrayContaining(Object.keys(STORY.others)));
    expect(files.filter((name) => /encryption|sealed|kept/.test(name))).toEqual([]);
  }
  expect(entry?.name).toBe(sealed ? 'Locked one' : 'Office');
  return sealed ? 'encrypted' : 'plain';
}

/** Files under the folder in which the sentence stands in the clear. */
async function marked(): Promise<string[]> {
  const found: string[] = [];
  for (const one of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(one.parentPath, one.name);
    if (one.isFile() && (await readFile(file)).includes('recruitment fees')) found.push(file);
  }
  return found;
}

/** After each how many of the failures it is tried again. */
const TRIED_AGAIN = 6;

const DIRECTIONS = [
  { what: 'encrypting', from: 'plain', to: 'encrypted', convert: encrypt },
  { what: 'decrypting', from: 'encrypted', to: 'plain', convert: decrypt },
] as const;

describe.each(DIRECTIONS)('$what', ({ from, to, convert }) => {
  test('a workspace keeps everything in it', async () => {
    await make(from);
    await convert();
    expect(await lookAtStore()).toBe(to);
    const { mode } = await stat(path.join(stores(), storeId));
    if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o700);
  });

  /** Changes of the disk that it takes. */
  async function steps(): Promise<number> {
    await make(from);
    failAt(null);
    await convert();
    return changes();
  }

  test.each(['full', 'once'] as const)(
    'with the disk failing (%s) at each step is done or leaves it as it was, and can be tried again',
    async (fault: Fault) => {
      const total = await steps();
      const outcomes = new Map<string, number>();
      for (let change = 1; change <= total; change++) {
        await make(from);
        failAt(fault, change);
        const code = await convert().then(
          () => 'done',
          (thrown) => problemOf(thrown).code,
        );
        failAt(null);
        const isDone = ['done', 'encryption-leftover'].includes(code);
        if (code === 'encryption-leftover') await start();
        expect(await lookAtStore(), `${code} at change ${change}`).toBe(isDone ? to : from);
        outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
        if (isDone || change % TRIED_AGAIN > 0) continue;
        await convert();
        expect(await lookAtStore()).toBe(to);
      }
      expect([...outcomes.keys()].length).toBeGreaterThan(1);
    },
    240_000,
  );

  test('killed at each step is finished or undone at the next start', async () => {
    const total = await steps();
    const seen = new Set<string>();
    for (let change = 1; change <= total; change++) {
      await make(from);
      failAt('crash', change);
      await convert().catch(() => undefined);
      failAt(null);
      await start();
      seen.add(await lookAtStore());
    }
    // Early kills leave it as it was, late ones find it done.
    expect(seen).toEqual(new Set([from, to]));
  }, 240_000);
});

test('a workspace whose log is damaged is repaired first', async () => {
  await make('plain');
  const log = path.join(stores(), storeId, 'journal.jsonl');
  const bytes = await readFile(log);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
  await writeFile(log, bytes);
  await expect(encrypt()).rejects.toMatchObject({ problem: { code: 'encryption-repair-first' } });
  await workspaces.open(storeId);
  await workspaces.repair(false);
  await workspaces.close();
  await encrypt();
  expect((await workspaces.library())[0]).toMatchObject({ sealed: true });
  expect(await marked()).toEqual([]);
});

test('a workspace that is open, or that is encrypted already, is left alone', async () => {
  await make('plain');
  await workspaces.open(storeId);
  await expect(encrypt()).rejects.toMatchObject({ problem: { code: 'encryption-open' } });
  await workspaces.close();
  await encrypt();
  await expect(encrypt()).rejects.toMatchObject({ problem: { code: 'encryption-otherwise' } });
  await decrypt();
  await expect(decrypt()).rejects.toMatchObject({ problem: { code: 'encryption-otherwise' } });
  const { ticket } = await workspaces.keys.prepare(PASSPHRASE);
  await workspaces.keys.prepare(PASSPHRASE);
  await expect(workspaces.encrypt({ storeId, ticket, label: '' })).rejects.toMatchObject({
    problem: { code: 'encryption-ticket' },
  });
  expect(await lookAtStore()).toBe('plain');
});
