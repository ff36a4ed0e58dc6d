import type { Change } from '#shared/change/change-set.ts';
import type { Advice } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import { onCommitted, type ReadDb, readOnce } from '../../../store/index.ts';

/** The many rows of one dialogue. */
export interface DialogueRows {
  /** In the order of the text. */
  readonly turns: readonly Turn[];
  /** False = the first turns only, and without marks; the rest is on its way. */
  readonly whole: boolean;
  readonly passages: readonly Passage[];
  readonly codings: readonly Coding[];
  readonly advice: readonly Advice[];
}

const FOLLOWED = ['turns', 'passages', 'codings', 'advice'] as const;
/** Rows that are read at once: few enough that taking them over from the database is not felt. */
const CHUNK = 400;
/** Turns that fill any screen. */
const FIRST = 60;

/**
 * Holds the rows of a dialogue: reads them once, piece by piece, and then follows what is committed. A live query
 * would read everything again for each passage that is coded, and a long dialogue has tens of thousands of rows.
 * @param tell given the first turns, then all rows, then the rows after each change
 * @param fail given what went wrong while reading
 * @returns a function that ends it
 */
export function followDialogue(
  dialogueId: IdOf<'dialogues'>,
  tell: (rows: DialogueRows) => void,
  fail: (thrown: unknown) => void,
): () => void {
  let ended = false;
  let held: DialogueRows | null = null;
  /** What was committed while the rows were read: any of it may or may not be in what was read. */
  const meanwhile: Change[] = [];
  const show = (rows: DialogueRows) => {
    held = rows;
    tell(rows);
  };
  const stop = onCommitted((entry) => {
    const own = entry.changes.filter((change) => isOf(change, dialogueId));
    if (own.length === 0) return;
    if (!held?.whole) meanwhile.push(...own);
    if (held?.whole) show(changed(held, own));
  });
  const read = async () => {
    let turns = await turnsFrom(dialogueId, [], FIRST);
    if (ended) return;
    const none = { passages: [], codings: [], advice: [] };
    show({ turns, whole: false, ...none });
    const [passages, codings, advice] = await Promise.all([
      inPieces(dialogueId, (db) => db.passages),
      inPieces(dialogueId, (db) => db.codings),
      inPieces(dialogueId, (db) => db.advice),
    ]);
    for (let size = turns.length === FIRST ? 0 : turns.length; size < turns.length; ) {
      size = turns.length;
      turns = await turnsFrom(dialogueId, turns, CHUNK);
      if (ended) return;
    }
    if (!ended) show(changed({ turns, whole: true, passages, codings, advice }, meanwhile));
  };
  void read().catch((thrown) => {
    if (!ended) fail(thrown);
  });
  return () => {
    ended = true;
    stop();
  };
}

function isOf(change: Change, dialogueId: IdOf<'dialogues'>): boolean {
  if (!(FOLLOWED as readonly string[]).includes(change.table)) return false;
  const row = (change.after ?? change.before) as Rowlike | null;
  return row?.dialogueId === dialogueId;
}

/** What of a table is asked for. */
interface Pieces<R> {
  where(index: string): { equals(key: Id): { primaryKeys(): PromiseLike<Id[]> } };
  bulkGet(ids: Id[]): PromiseLike<(R | undefined)[]>;
}

interface Rowlike {
  readonly id: Id;
  readonly dialogueId: IdOf<'dialogues'>;
}

/** The rows as they are after some changes; tables that none of them touches stay the same objects. */
function changed(rows: DialogueRows, changes: readonly Change[]): DialogueRows {
  const result: Record<string, unknown> = { ...rows };
  for (const table of FOLLOWED) {
    const after = new Map(
      changes.filter((one) => one.table === table).map(({ id, after: row }) => [id, row as Rowlike | null]),
    );
    if (after.size === 0) continue;
    const next: Rowlike[] = [];
    for (const row of rows[table]) {
      const last = after.get(row.id);
      if (last !== null) next.push(last ?? row);
      after.delete(row.id);
    }
    for (const row of after.values()) if (row) next.push(row);
    result[table] = table === 'turns' ? (next as Turn[]).sort((a, b) => a.order - b.order) : next;
  }
  return result as unknown as DialogueRows;
}

/** `before` and as many turns more as are wanted; the same array when there are none. */
async function turnsFrom(dialogueId: IdOf<'dialogues'>, before: Turn[], wanted: number): Promise<Turn[]> {
  const last = before.at(-1);
  const from = last?.order ?? Number.NEGATIVE_INFINITY;
  const read = await readOnce((db) =>
    db.turns
      .where('[dialogueId+order]')
      .between([dialogueId, from], [dialogueId, Number.POSITIVE_INFINITY], true, true)
      // Two turns may have one order: the last one is read again, with whatever shares its place.
      .limit(wanted + (last ? 1 : 0))
      .toArray(),
  );
  const known = new Set(before.filter((turn) => turn.order === from).map(({ id }) => id));
  const fresh = read.filter((turn) => !known.has(turn.id));
  return fresh.length === 0 ? before : before.concat(fresh);
}

/** Rows of a table by the dialogue's index: the ids at once, the rows piece by piece. */
async function inPieces<R>(dialogueId: IdOf<'dialogues'>, tableOf: (db: ReadDb) => Pieces<R>): Promise<R[]> {
  const ids = await readOnce(async (db) => tableOf(db).where('dialogueId').equals(dialogueId).primaryKeys());
  const rows: R[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    const read = await readOnce(async (db) => tableOf(db).bulkGet(ids.slice(start, start + CHUNK)));
    for (const row of read) if (row) rows.push(row);
  }
  return rows;
}
