import type { LeakChoices } from '#shared/attribution/leak.ts';
import type { Scene } from '#shared/chart/scene.ts';
import type { AnyRow } from '#shared/model/tables.ts';
import type { Passage } from '#shared/model/turn.ts';
import type { Find } from '#shared/retrieval/find.ts';
import type { TurnPlace } from '#shared/retrieval/passage-index.ts';
import {
  RETRIEVED_TABLES,
  type RetrievalAnswer,
  type RetrievalFrame,
  type RetrievalRequest,
  type RetrievedRows,
  type RetrievedTable,
  Retriever,
} from '#shared/retrieval/retriever.ts';
import type { RedactedSheet } from '#shared/retrieval/sheet.ts';
import { type Database, defineDatabase } from '../../store/database.ts';
import { exposeService } from '../expose.ts';

/** Tables that may have changed, as the store names them. */
export type StaleTable = RetrievedTable | 'turns';

/** Up to so many turns are read one by one; of more, whole dialogues are read at once, which is quicker. */
const FEW = 400;

let db: Database | null = null;
let retriever: Retriever | null = null;
const withdrawn = new Set<number>();
/** One job after another: what is asked after a change was reported is answered from the changed rows. */
let turn: Promise<unknown> = Promise.resolve();

function inTurn<R>(work: () => R | Promise<R>): Promise<R> {
  const run = turn.then(work);
  turn = run.catch(() => undefined);
  return run;
}

async function read(storeId: string, stale: readonly StaleTable[]): Promise<void> {
  if (!db) {
    const opening = defineDatabase(storeId);
    await opening.open();
    db = opening;
  }
  const opened = db;
  const first = retriever === null;
  const wanted = RETRIEVED_TABLES.filter((table) => first || stale.includes(table));
  const places = first || stale.includes('turns') || stale.includes('passages');
  const rows = await opened.transaction('r', [...RETRIEVED_TABLES, 'turns'], async () => {
    const found: Record<string, readonly unknown[]> = {};
    for (const table of wanted) found[table] = await opened.table<AnyRow>(table).toArray();
    if (places) {
      const passages = (found.passages as Passage[] | undefined) ?? (await opened.passages.toArray());
      found.turns = await turnsOf(opened, passages);
    }
    return found;
  });
  if (retriever) retriever.replace(rows as Partial<RetrievedRows>);
  else retriever = new Retriever(rows as unknown as RetrievedRows);
}

async function turnsOf(from: Database, passages: readonly Passage[]): Promise<TurnPlace[]> {
  const wanted = new Set(passages.map(({ turnId }) => turnId));
  const dialogueIds = [...new Set(passages.map(({ dialogueId }) => dialogueId))];
  const turns =
    wanted.size <= FEW
      ? await from.turns.bulkGet([...wanted])
      : // One read a dialogue: `anyOf` would step from row to row.
        (
          await Promise.all(dialogueIds.map((id) => from.turns.where('dialogueId').equals(id).toArray()))
        ).flat();
  // Without their words, which are many and not asked for.
  return turns.flatMap((one) => {
    if (!one || !wanted.has(one.id)) return [];
    const { id, dialogueId, order, kind, participantId, heading } = one;
    return [{ id, dialogueId, order, kind, participantId, heading }];
  });
}

function opened(): Retriever {
  if (!retriever) throw new Error('asked before anything was read');
  return retriever;
}

const service = {
  /** Reads what is stored, the first time all of it, then the tables that changed. */
  read: (storeId: string, stale: readonly StaleTable[]): Promise<void> => inTurn(() => read(storeId, stale)),

  frame: (): Promise<RetrievalFrame> => inTurn(() => opened().frame()),

  /** @returns null when the question was withdrawn */
  answer: (id: number, request: RetrievalRequest): Promise<RetrievalAnswer | null> =>
    inTurn(() => (withdrawn.delete(id) ? null : opened().answer(request))),

  /** @returns null when the question was withdrawn */
  page: (id: number, request: RetrievalRequest, from: number, to: number): Promise<readonly Find[] | null> =>
    inTurn(() => (withdrawn.delete(id) ? null : opened().page(request, from, to))),

  sheet: (request: RetrievalRequest, choices: LeakChoices): Promise<RedactedSheet> =>
    inTurn(() => opened().sheet(request, choices)),

  cross: (request: RetrievalRequest): Promise<string> => inTurn(() => opened().cross(request)),

  picture: (request: RetrievalRequest): Promise<Scene> => inTurn(() => opened().picture(request)),

  withdraw: (id: number): void => {
    withdrawn.add(id);
  },
};
export type RetrievalService = typeof service;

exposeService(service);
