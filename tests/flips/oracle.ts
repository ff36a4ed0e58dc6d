/**
 * What must be true of a damaged store, worked out from what was acknowledged and from the files as the damage left
 * them. Nothing here is the app's.
 */
import { gunzipSync } from 'node:zlib';
import { comparable, type PlainEntry, type PlainState, readLogLines, replay } from '../oracle/log.ts';

/** A store before it was damaged: all of it had been acknowledged. */
export interface Truth {
  /** The lines of the log, and the entries in them, in order. */
  readonly lines: readonly Buffer[];
  readonly entries: readonly PlainEntry[];
  /** The JSON text of each entry. */
  readonly json: readonly Buffer[];
  /** Bytes of each file by name within the store's folder. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Number of the last change that a snapshot holds, by name within the store's folder. */
  readonly snapshots: ReadonlyMap<string, number>;
}

/** What the files, as they are now, still hold for sure. */
export interface Holding {
  /** The last change that a snapshot as it was (or the database) holds; 0 = there is none. */
  readonly snapshot: number;
  /** Changes whose lines are as they were, with a sum that follows from the sum the line before states. */
  readonly lines: ReadonlySet<number>;
  /** Changes whose entries stand in the log as they were, without that: they may be found good, or not. */
  readonly perhaps: ReadonlySet<number>;
  /** The log does not end with a line as it was: that there was more can be seen, or that there is none. */
  readonly openEnd: boolean;
  /** The last change of which anything that is whole gives notice. */
  readonly notice: number;
}

export function holdingOf(
  truth: Truth,
  files: ReadonlyMap<string, Buffer>,
  databaseIsThere: boolean,
): Holding {
  const isWhole = (name: string) =>
    files.get(name)?.equals(truth.files.get(name) ?? Buffer.alloc(0)) ?? false;
  const snapshot = databaseIsThere
    ? truth.entries.length
    : Math.max(0, ...[...truth.snapshots].filter(([name]) => isWhole(name)).map(([, seq]) => seq));
  const log = files.get('journal.jsonl') ?? Buffer.alloc(0);
  const lines = new Set<number>();
  let openEnd = true;
  for (const line of readLogLines(log)) {
    const isTrue = line.seq !== null && line.ended && truth.lines[line.seq - 1]?.equals(line.bytes) === true;
    if (isTrue && line.fits && line.seq !== null) lines.add(line.seq);
    openEnd = !isTrue;
  }
  const perhaps = new Set<number>();
  for (const [index, json] of truth.json.entries())
    if (!lines.has(index + 1) && log.includes(json)) perhaps.add(index + 1);
  return { snapshot, lines, perhaps, openEnd, notice: Math.max(snapshot, ...lines) };
}

/** How many changes are missing after opening: as far as there is notice of them, and in truth. */
export interface Missing {
  readonly least: number;
  readonly most: number;
}

/** Changes that neither a snapshot nor the log, as it is after opening, holds. */
export function missingAfter(truth: Truth, holding: Holding, log: readonly PlainEntry[]): Missing {
  return without(truth, holding, log, holding.snapshot + 1);
}

/** Changes that the log, as it is after opening, does not hold one by one. */
export function unviewableAfter(truth: Truth, holding: Holding, log: readonly PlainEntry[]): Missing {
  return without(truth, holding, log, 1);
}

function without(truth: Truth, { notice }: Holding, log: readonly PlainEntry[], from: number): Missing {
  const held = new Set(log.map(({ id }) => id));
  const gone = truth.entries.filter(({ seq, id }) => seq >= from && !held.has(id));
  return { least: gone.filter(({ seq }) => seq <= notice).length, most: gone.length };
}

/** Entries of the log after opening that say other than what was acknowledged under their id. */
export function altered(truth: Truth, log: readonly PlainEntry[]): PlainEntry[] {
  const changes = new Map(truth.entries.map((entry) => [entry.id, comparable(entry.changes)]));
  return log.filter((entry) => changes.has(entry.id) && changes.get(entry.id) !== comparable(entry.changes));
}

/** The rows that must be there: of each the state that the last change to it that is held gave it. */
export function heldState(truth: Truth, holding: Holding, withPerhaps: boolean): PlainState {
  const state = replay(truth.entries.slice(0, holding.snapshot));
  const rest = truth.entries
    .slice(holding.snapshot)
    .filter(({ seq }) => holding.lines.has(seq) || (withPerhaps && holding.perhaps.has(seq)));
  return replay(rest, state);
}

/** Rows that are neither as what is held says, nor as they were before the damage. */
export function lostRows(truth: Truth, holding: Holding, shown: PlainState): string[] {
  const allowed = [heldState(truth, holding, false), heldState(truth, holding, true), replay(truth.entries)];
  const keys = new Set([...shown.keys(), ...allowed.flatMap((state) => [...state.keys()])]);
  return [...keys].filter((key) => !allowed.some((state) => state.get(key) === shown.get(key)));
}

/**
 * Bytes of damaged files that are nowhere any more. A log that is repaired may leave out of its old bytes what
 * is in the new one: each of its lines must be found somewhere.
 */
export function notKept(
  truth: Truth,
  left: ReadonlyMap<string, Buffer>,
  after: ReadonlyMap<string, Buffer>,
): string[] {
  const everything = [...after.values()];
  const isKept = (bytes: Buffer) => bytes.length === 0 || everything.some((file) => file.includes(bytes));
  const gone: string[] = [];
  for (const [name, bytes] of left) {
    if (name === 'lock.json' || truth.files.get(name)?.equals(bytes)) continue;
    if (name === 'journal.jsonl') {
      const lines = readLogLines(bytes);
      if (!lines.every((line) => isKept(line.bytes))) gone.push(name);
    } else if (name === 'store.json' && isJson(bytes)) {
      // Whoever can read it cannot see that it was changed, and writes it anew at each opening.
    } else if (holdsTheSame(bytes, truth.files.get(name))) {
      // A byte of its wrapping that nobody reads: as good as it was, and removed like any other when its time comes.
    } else if (!isKept(bytes)) gone.push(name);
  }
  return gone;
}

/** Whether two compressed files hold the same content. */
function holdsTheSame(bytes: Buffer, other: Buffer | undefined): boolean {
  try {
    return other !== undefined && gunzipSync(bytes).equals(gunzipSync(other));
  } catch {
    return false;
  }
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
