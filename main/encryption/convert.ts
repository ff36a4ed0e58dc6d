/**
 * A store rewritten as a whole, from plain to encrypted or back: everything in its folder, read back after it was
 * written. `swap.ts`
 * puts the new one in the place of the old one.
 */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { LibraryEntry } from '#shared/bridge.ts';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { textIn } from '#shared/model/basics.ts';
import { noted, ProblemError } from '#shared/model/problem.ts';
import { makeFolder, syncFolder, writeAtomic } from '../atomic.ts';
import { DRAFTS_FILE } from '../drafts.ts';
import { FILES_FOLDER, listOriginals, readOriginal, writeOriginal } from '../files.ts';
import { JOURNAL_FILE, Journal } from '../journal.ts';
import { isNewerStore, readEntry, versionThatWrote, writeEntry } from '../library-entry.ts';
import { readState, snapshotFolder, stateAt } from '../log-state.ts';
import { type OpenStore, openStore } from '../open-store.ts';
import { listSnapshots, readSnapshot, writeSnapshot } from '../snapshots.ts';
import type { Header } from './header.ts';
import { saveHeader } from './header-file.ts';
import { copyOthers } from './others.ts';
import type { Place, Sealer } from './sealer.ts';
import { buildingFolder, replaceStore } from './swap.ts';

const ENTRIES_AT_ONCE = 1_000;

type WithLog = Place & { readonly journal: Journal };

/** What a store becomes. */
interface Becoming {
  readonly sealer: Sealer;
  /** Null where it is not encrypted. */
  readonly header: Header | null;
  /** Null = as it calls itself. */
  readonly name: string | null;
}

/**
 * Encrypts a closed store, or decrypts it: wholly so, or it is left as it was.
 * @param root the folder of all stores
 * @throws ProblemError `encryption-otherwise`, `encryption-repair-first`, `encryption-unverified`, `encryption-leftover`, and as `openStore`
 */
export async function convertStore(
  root: string,
  storeId: string,
  from: Sealer,
  to: Becoming,
): Promise<LibraryEntry> {
  const folder = path.join(root, storeId);
  const before = await readEntry(folder, storeId);
  if (before.sealed !== from.isSealed) throw new ProblemError('encryption-otherwise');
  if (await isNewerStore(folder)) throw new ProblemError('workspace-newer');
  const building = buildingFolder(root, storeId);
  const { open } = await openStore(storeId, folder, from);
  try {
    if (open.beyond) throw new ProblemError('encryption-repair-first');
    const name = to.name ?? ((await nameInside(open)) || before.name);
    const entry = { ...before, name, sealed: to.sealer.isSealed };
    await rewrite(open, { folder: building, sealer: to.sealer }, entry, to.header);
    await open.journal.close();
    await replaceStore(root, storeId);
    return entry;
  } catch (thrown) {
    await rm(building, { recursive: true, force: true });
    throw thrown;
  } finally {
    await open.journal.close().catch(() => undefined);
    await open.release().catch((thrown) => noted(thrown, 'lock'));
  }
}

/** What a workspace calls itself, in its first language. */
async function nameInside({ folder, sealer, journal }: OpenStore): Promise<string> {
  const { state } = await stateAt(folder, sealer, journal, journal.head.seq);
  const [row] = readState(state).workspace;
  return textIn(row?.name, row?.languages[0] ?? 'en');
}

/**
 * Writes all of a store into a new folder.
 * @param from whose log is sound
 * @param header null where the new one is not encrypted
 * @throws ProblemError `encryption-unverified` where what is read back is not what was written
 */
async function rewrite(from: WithLog, to: Place, entry: LibraryEntry, header: Header | null): Promise<void> {
  await makeFolder(to.folder);
  if (header) await saveHeader(to.folder, header);
  const copied = [
    ...(await copyLog(from, to)),
    ...(await copyOriginals(from, to)),
    ...(await copyDrafts(from, to)),
  ];
  await copyOthers(from, to, new Set(copied));
  await writeEntry(to.folder, entry, await versionThatWrote(from.folder));
  await syncFolder(to.folder);
}

/** All originals that can be opened. @returns their files */
export async function copyOriginals(from: Place, to: Place): Promise<string[]> {
  const [source, target] = [from, to].map(({ folder }) => path.join(folder, FILES_FOLDER)) as [
    string,
    string,
  ];
  const copied: string[] = [];
  for (const name of await listOriginals(source)) {
    const original = await readOriginal(source, from.sealer, name);
    if (!original) continue;
    const written = await writeOriginal(target, to.sealer, original);
    requireSame((await readOriginal(target, to.sealer, written))?.bytes, original.bytes, name);
    copied.push(path.join(FILES_FOLDER, name));
  }
  return copied;
}

async function copyLog(from: WithLog, to: Place): Promise<string[]> {
  const { journal } = await Journal.open(to.folder, to.sealer);
  try {
    for await (const entries of parts(from.journal)) await journal.appendAll(entries);
    await verifyLog(from.journal, journal);
    return [JOURNAL_FILE, ...(await copySnapshots(from, { ...to, journal }))];
  } finally {
    await journal.close();
  }
}

async function* parts(journal: Journal): AsyncGenerator<JournalEntry[]> {
  for (let seq = 0; seq < journal.head.seq; ) {
    const entries = await journal.readAsWritten(seq + 1, ENTRIES_AT_ONCE);
    yield entries;
    seq += entries.length;
  }
}

/** Reads the log that was written from the disk again, and compares it entry by entry. */
async function verifyLog(from: Journal, to: Journal): Promise<void> {
  if (to.head.seq !== from.head.seq) throw new ProblemError('encryption-unverified', { name: JOURNAL_FILE });
  for (let seq = 0; seq < from.head.seq; ) {
    const written = await to.readAsWritten(seq + 1, ENTRIES_AT_ONCE);
    const entries = await from.readAsWritten(seq + 1, written.length);
    const both = Math.min(written.length, entries.length);
    requireSame(json(written.slice(0, both)), json(entries.slice(0, both)), JOURNAL_FILE);
    seq += both;
  }
}

/** What a snapshot remembers of its log is the sum there, which is another one in the new log. */
async function copySnapshots(from: WithLog, to: WithLog): Promise<string[]> {
  const copied: string[] = [];
  for (const { id, seq, at, reason } of await listSnapshots(snapshotFolder(from.folder))) {
    const snapshot = await readSnapshot(snapshotFolder(from.folder), from.sealer, id);
    if (!snapshot) continue;
    const ofThisLog = from.journal.sumAt(seq) === snapshot.sum;
    const sum = (ofThisLog ? to.journal.sumAt(seq) : null) ?? snapshot.sum;
    // It reads back what it wrote.
    await writeSnapshot(snapshotFolder(to.folder), to.sealer, { ...snapshot, sum }, reason, new Date(at));
    copied.push(path.join(path.basename(snapshotFolder(from.folder)), id));
  }
  return copied;
}

async function copyDrafts(from: Place, to: Place): Promise<string[]> {
  const name = from.sealer.fileName(DRAFTS_FILE);
  const stored = await readFile(path.join(from.folder, name)).catch(() => null);
  const bytes = stored && from.sealer.open('drafts', stored);
  if (!bytes) return [];
  const file = path.join(to.folder, to.sealer.fileName(DRAFTS_FILE));
  await writeAtomic(file, to.sealer.seal('drafts', bytes));
  requireSame(to.sealer.open('drafts', await readFile(file)), bytes, DRAFTS_FILE);
  return [name];
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value), 'utf8');
}

function requireSame(written: Uint8Array | null | undefined, bytes: Uint8Array, name: string): void {
  if (!written || !Buffer.from(written).equals(bytes))
    throw new ProblemError('encryption-unverified', { name });
}
