/**
 * What must be true of a damaged store, worked out from what was acknowledged and from the files as the damage left
 * them. Nothing here is the app's.
 */
import { type PlainEntry, type PlainState, readLogLines, replay } from '../oracle/log.ts';

/** A store before it was damaged: all of it had been acknowledged. */
export interface Truth {
  /** The lines of the log, and the entries in them, in order. */
  readonly lines: readonly Buffer[];
  readonly entries: readonly PlainEntry[];
  /** Bytes of each file by name within the store's folder. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Number of the last change that a snapshot holds, by name within the store's folder. */
  readonly snapshots: ReadonlyMap<string, number>;
}

/** What the files, as they are now, still hold for sure. */
export interface Holding {
  /** The snapshot that is as it was and reaches furthest; 0 = there is none. */
  readonly snapshot: number;
  /** Changes whose lines are as they were, with a sum that follows from the sum the line before states. */
  readonly lines: ReadonlySet<number>;
  /** Changes whose lines are as they were, where the line before states no sum that can be read. */
  readonly perhaps: ReadonlySet<number>;
  /** The log holds something that is no line as it was: what was there is damaged, and it can be seen. */
  readonly seenDamage: boolean;
  /** Changes at the end of which nothing that is whole gives notice. */
  readonly unknownEnd: number;
  /** Changes that nothing holds, as far as something that is whole gives notice of them. */
  readonly missing: number;
}

export function holdingOf(
  truth: Truth,
  files: ReadonlyMap<string, Buffer>,
  databaseIsThere: boolean,
): Holding {
  const isWhole = (name: string) =>
    files.get(name)?.equals(truth.files.get(name) ?? Buffer.alloc(0)) ?? false;
  const last = truth.entries.length;
  const snapshot = databaseIsThere
    ? last
    : Math.max(0, ...[...truth.snapshots].filter(([name]) => isWhole(name)).map(([, seq]) => seq));
  const lines = new Set<number>();
  const perhaps = new Set<number>();
  let seenDamage = false;
  let inPlace = 0;
  for (const line of readLogLines(files.get('journal.jsonl') ?? Buffer.alloc(0))) {
    const isTrue = line.seq !== null && truth.lines[line.seq - 1]?.equals(line.bytes) === true;
    if (isTrue && line.seq !== null) (line.fits && line.ended ? lines : perhaps).add(line.seq);
    if (!isTrue || !line.ended || line.seq !== ++inPlace) seenDamage = true;
  }
  for (const seq of lines) perhaps.delete(seq);
  const notice = Math.max(snapshot, ...lines);
  let missing = 0;
  for (let seq = snapshot + 1; seq <= notice; seq++) if (!lines.has(seq)) missing++;
  return { snapshot, lines, perhaps, seenDamage, unknownEnd: last - notice, missing };
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
 * Bytes of damaged files that are nowhere any more. A log that is mended may leave out of its old bytes what stands
 * in the new one: each of its lines must be found somewhere.
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
    } else if (!isKept(bytes)) gone.push(name);
  }
  return gone;
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
