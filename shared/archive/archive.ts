import { deflateSync, type Zippable, zipSync } from 'fflate';
import { z } from 'zod';
import { JournalEntry } from '../change/change-set.ts';
import { firstEntry } from '../change/first-entry.ts';
import { indexState, plainState } from '../change/state.ts';
import { Instant, newId } from '../model/basics.ts';
import { ProblemError } from '../model/problem.ts';
import { emptyState, TABLE_NAMES, type TableName, type WorkspaceState } from '../model/tables.ts';
import { upgradeEntry, upgradeRow } from '../model/upgrade.ts';
import { chainOf } from './chain.ts';
import { checkHistory, checkRow, checkState, invalid } from './check.ts';
import { FORMAT, FORMAT_VERSION, JOURNAL, MANIFEST, SUMS, tablePath } from './format.ts';
import { readZip, type ZipLimits } from './zip.ts';

const MB = 1024 * 1024;

/** What a workspace file may hold; far above what an office collects, far below what harms a machine. */
export const ARCHIVE_LIMITS: ZipLimits = {
  file: 1024 * MB,
  entries: 20_000,
  total: 2048 * MB,
  ratio: 100,
  ratioFrom: MB,
};

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const Manifest = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.int().min(1),
  /** Version of the app that wrote the file. */
  app: z.string(),
  name: z.string(),
  sample: z.boolean(),
  savedAt: Instant,
  /** Number of the last journal entry that the tables hold. */
  seq: z.int().min(0),
  /** The sum of that entry; empty = there is none. Absent: written by a version that kept no sums. */
  sum: z.union([Sha256, z.literal('')]).optional(),
  /** Rows by table. */
  counts: z.record(z.string(), z.int().min(0)),
  /** Every member but this one. */
  parts: z.array(z.object({ path: z.string(), size: z.int().min(0), sha256: Sha256 })),
});
type Manifest = z.infer<typeof Manifest>;

/** Read before the rest is believed: whose file this is, and how old the reader may be. */
const Mark = z.object({ format: z.literal(FORMAT), formatVersion: z.int().min(1), app: z.string() });

export interface ArchiveFile {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface ArchiveContent {
  /** Version of the app that writes. */
  readonly app: string;
  readonly name: string;
  readonly sample: boolean;
  readonly state: WorkspaceState;
  /** The whole journal, from entry 1: replayed from nothing it gives `state`. */
  readonly journal: readonly JournalEntry[];
  /** Original files that rows or the journal refer to. */
  readonly files: readonly ArchiveFile[];
}

export interface OpenedArchive {
  readonly name: string;
  readonly sample: boolean;
  readonly savedAt: string;
  readonly seq: number;
  readonly state: WorkspaceState;
  readonly journal: JournalEntry[];
  readonly files: ArchiveFile[];
}

/**
 * A workspace as one file (`.hearken`): a zip of readable JSON (`manifest.json`, `tables/*.json`, `journal.jsonl`
 * with its sums in `journal.sums`) and the original files (`files/<sha256>`). Nothing is lost: rows, history with undo, bytes of the originals.
 */
export async function packArchive(content: ArchiveContent, at: Date = new Date()): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const members = new Map<string, Uint8Array>();
  const state = plainState(indexState(content.state));
  for (const table of TABLE_NAMES)
    members.set(tablePath(table), encoder.encode(`${JSON.stringify(state[table], null, 2)}\n`));
  const journal = encoder.encode(content.journal.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  const sums = await chainOf(byteLinesOf(journal));
  members.set(JOURNAL, journal);
  members.set(SUMS, encoder.encode(sums.map((sum) => `${sum}\n`).join('')));
  for (const { sha256, bytes } of content.files) members.set(filePath(sha256), bytes);

  const parts: Manifest['parts'] = [];
  for (const [path, bytes] of members)
    parts.push({ path, size: bytes.length, sha256: await sha256Of(bytes) });
  const manifest: Manifest = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    app: content.app,
    name: content.name,
    sample: content.sample,
    savedAt: at.toISOString(),
    seq: content.journal.length,
    sum: sums.at(-1) ?? '',
    counts: Object.fromEntries(TABLE_NAMES.map((table) => [table, state[table].length])),
    parts,
  };
  const zip: Zippable = { [MANIFEST]: encoder.encode(`${JSON.stringify(manifest, null, 2)}\n`) };
  for (const [path, bytes] of members) zip[path] = [bytes, { level: levelFor(bytes) }];
  return zipSync(zip, { mtime: at });
}

/** What would compress so well that a reader takes it for hostile is stored as it is. */
function levelFor(bytes: Uint8Array): 0 | 6 {
  const { ratio, ratioFrom } = ARCHIVE_LIMITS;
  if (bytes.length <= ratioFrom) return 6;
  return deflateSync(bytes, { level: 6 }).length * ratio * 0.9 < bytes.length ? 0 : 6;
}

/**
 * Opens a workspace file, believing nothing: limits of the zip, format, version, checksums, every row and entry
 * against its schema, rows against each other, the log against its sums, and the log replayed against the tables.
 * @throws ProblemError `archive-foreign` (not a workspace file), `archive-newer`, `archive-damaged` with the `part`,
 *   `archive-hostile` with a `reason`, `archive-invalid` with `part`, `row` and `field`, `archive-chain` with the line,
 *   and as `checkState` and `checkHistory`
 */
export async function unpackArchive(bytes: Uint8Array): Promise<OpenedArchive> {
  const members = openZip(bytes);
  const manifest = readManifest(members.get(MANIFEST));
  for (const { path, size, sha256 } of manifest.parts) {
    const part = members.get(path);
    if (!part || part.length !== size || (await sha256Of(part)) !== sha256) throw damaged(path);
  }
  const listed = new Set(manifest.parts.map(({ path }) => path));
  const bytesOf = (path: string): Uint8Array => {
    const part = listed.has(path) ? members.get(path) : undefined;
    if (!part) throw damaged(path);
    return part;
  };
  const text = (path: string): string => decode(path, bytesOf(path));

  const state = emptyState();
  for (const table of TABLE_NAMES) {
    const path = tablePath(table);
    // A file of an earlier version knows nothing of the tables that came later.
    if (!listed.has(path) && manifest.counts[table] === undefined) continue;
    const rows = readRows(path, table, text(path));
    if (rows.length !== manifest.counts[table]) throw damaged(path);
    (state as Record<string, unknown>)[table] = rows;
  }
  const lines = linesOf(JOURNAL, text(JOURNAL));
  if (lines.length !== manifest.seq) throw damaged(JOURNAL);
  if (manifest.sum !== undefined || listed.has(SUMS))
    await checkChain(bytesOf(JOURNAL), linesOf(SUMS, text(SUMS)), manifest.sum);
  const journal = readJournal(lines);
  const { name, sample, savedAt } = manifest;
  if (journal.length === 0 && TABLE_NAMES.some((table) => state[table].length > 0))
    journal.push(firstEntry(state, name, { id: newId(), at: savedAt, actor: '', device: '' }));
  checkState(state);
  await checkHistory(state, journal);

  const files = manifest.parts
    .filter(({ path }) => path.startsWith('files/'))
    .map(({ path, sha256 }) => {
      if (path !== filePath(sha256)) throw damaged(path);
      return { sha256, bytes: members.get(path) as Uint8Array };
    });
  return { name, sample, savedAt, seq: journal.length, state, journal, files };
}

/**
 * Whether the app can work in what was opened: every view needs the one row that says whose workspace it is.
 * @throws ProblemError `archive-unowned`
 */
export function checkWorkable({ state }: Pick<OpenedArchive, 'state'>): void {
  const { length } = state.workspace;
  if (length !== 1)
    throw new ProblemError('archive-unowned', { part: tablePath('workspace'), count: length });
}

function filePath(sha256: string): string {
  return `files/${sha256}`;
}

function openZip(bytes: Uint8Array): Map<string, Uint8Array> {
  // Every zip that has a member begins with a local header (APPNOTE 4.3.7).
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4)
    throw new ProblemError('archive-foreign');
  const zip = readZip(bytes, ARCHIVE_LIMITS);
  if (zip.ok) return zip.value;
  const { code, params } = zip.problem;
  if (code === 'zip-hostile')
    throw new ProblemError('archive-hostile', { reason: String(params.reason), part: params.name || '–' });
  throw new ProblemError('archive-damaged', { part: String(params.name || params.reason || '–') });
}

function readManifest(bytes: Uint8Array | undefined): Manifest {
  if (!bytes) throw new ProblemError('archive-foreign');
  const json = readJson(MANIFEST, decode(MANIFEST, bytes));
  const mark = Mark.safeParse(json);
  if (!mark.success) throw new ProblemError('archive-foreign');
  if (mark.data.formatVersion > FORMAT_VERSION)
    throw new ProblemError('archive-newer', { app: mark.data.app });
  const manifest = Manifest.safeParse(json);
  if (!manifest.success) throw damaged(MANIFEST);
  return manifest.data;
}

function readJournal(lines: readonly string[]): JournalEntry[] {
  return lines.map((line, index) => {
    const part = `${JOURNAL}:${index + 1}`;
    const json = readJson(part, line);
    const parsed = JournalEntry.safeParse(upgradeEntry(json));
    if (!parsed.success) throw invalid(part, json, parsed.error.issues[0]?.path);
    if (parsed.data.seq !== index + 1) throw damaged(part);
    return parsed.data;
  });
}

/** @throws ProblemError `archive-chain` naming the first line that is not the one its sum was made for */
async function checkChain(
  journal: Uint8Array,
  sums: readonly string[],
  last: string | undefined,
): Promise<void> {
  const chain = await chainOf(byteLinesOf(journal));
  const wrong = chain.findIndex((sum, index) => sum !== sums[index]);
  if (wrong !== -1) throw new ProblemError('archive-chain', { part: `${JOURNAL}:${wrong + 1}` });
  if (sums.length !== chain.length || last !== (chain.at(-1) ?? ''))
    throw new ProblemError('archive-chain', { part: SUMS });
}

/** The bytes of each line, without its LF. */
function byteLinesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0, to = bytes.indexOf(10); to !== -1; from = to + 1, to = bytes.indexOf(10, from))
    lines.push(bytes.subarray(from, to));
  return lines;
}

/** Rows of whatever version wrote them, as this version knows them. */
function readRows(path: string, table: TableName, text: string): unknown[] {
  const json = readJson(path, text);
  if (!Array.isArray(json)) throw invalid(path, json);
  const rows = json.map((row: unknown) => upgradeRow(table, row));
  for (const row of rows) checkRow(path, table, row);
  return rows;
}

/** The lines of a part whose every line ends with LF. */
function linesOf(path: string, text: string): string[] {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw damaged(path);
  return lines;
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new ProblemError('archive-damaged', { part: path }, { cause });
  }
}

function readJson(path: string, text: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new ProblemError('archive-damaged', { part: path }, { cause });
  }
  // The key may be written with escapes; words that a person wrote may hold it too.
  const suspicious = ['__proto__', '\\u005f', '\\u005F'].some((sign) => text.includes(sign));
  if (suspicious && hasPrototypeKey(json)) throw invalid(path, json, ['__proto__']);
  return json;
}

/** Whether an object in it has a key that would stand for its prototype once it is copied carelessly. */
function hasPrototypeKey(json: unknown): boolean {
  const waiting = [json];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '__proto__')) return true;
    for (const one of Object.values(value)) waiting.push(one);
  }
  return false;
}

function damaged(part: string): ProblemError {
  return new ProblemError('archive-damaged', { part });
}

async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
