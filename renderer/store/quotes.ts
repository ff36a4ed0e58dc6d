import { type Attribution, attributionOf } from '#shared/model/attribution.ts';
import type { Id } from '#shared/model/basics.ts';
import { calledToday } from '#shared/model/called.ts';
import type { Dialogue, Participant } from '#shared/model/dialogue.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import type { ReadDb } from './database.ts';

/** A passage with where it stands and who said it, as far as it may be told. */
export interface Quote {
  readonly passage: Passage;
  readonly turn: Turn;
  readonly dialogue: Dialogue;
  readonly participant: Participant | null;
  readonly attribution: Attribution;
}

/**
 * Passages by id, each with its turn, dialogue and speaker; one read a table, however many passages.
 * @param language in which people are named
 */
export async function quotesOf(
  db: ReadDb,
  passageIds: Iterable<Id>,
  language: string,
): Promise<Map<Id, Quote>> {
  const passages = present(await db.passages.bulkGet([...new Set(passageIds)]));
  const turns = byId(present(await db.turns.bulkGet(distinct(passages.map(({ turnId }) => turnId)))));
  const dialogues = byId(
    present(await db.dialogues.bulkGet(distinct(passages.map(({ dialogueId }) => dialogueId)))),
  );
  const speakers = distinct([...turns.values()].flatMap(({ participantId }) => participantId ?? []));
  const participants = byId(await named(db, present(await db.participants.bulkGet(speakers)), language));
  return new Map(joined(passages, turns, dialogues, participants).map((quote) => [quote.passage.id, quote]));
}

/** Participants as they are called today, in a language. */
export async function named<P extends Pick<Participant, 'personId' | 'name'>>(
  db: ReadDb,
  participants: readonly P[],
  language: string,
): Promise<P[]> {
  const personIds = distinct(participants.flatMap(({ personId }) => personId ?? []));
  return calledToday(participants, present(await db.persons.bulkGet(personIds)), language);
}

/** Tables in which a quote is looked up. */
export type QuoteTables = Pick<
  WorkspaceState,
  'passages' | 'turns' | 'dialogues' | 'participants' | 'persons'
>;

/** The same from rows at hand, each passage once; what is not there is left out. */
export function quotesIn(tables: QuoteTables, passageIds: Iterable<Id>, language: string): Quote[] {
  const wanted = new Set(passageIds);
  return joined(
    tables.passages.filter(({ id }) => wanted.has(id)),
    byId(tables.turns),
    byId(tables.dialogues),
    byId(calledToday(tables.participants, tables.persons, language)),
  );
}

function joined(
  passages: readonly Passage[],
  turns: ReadonlyMap<Id, Turn>,
  dialogues: ReadonlyMap<Id, Dialogue>,
  participants: ReadonlyMap<Id, Participant>,
): Quote[] {
  return passages.flatMap((passage): Quote[] => {
    const turn = turns.get(passage.turnId);
    const dialogue = dialogues.get(passage.dialogueId);
    if (!turn || !dialogue) return [];
    const participant = participants.get(turn.participantId ?? '') ?? null;
    const attribution = attributionOf(dialogue, participant, passage);
    return [{ passage, turn, dialogue, participant, attribution }];
  });
}

function present<R>(rows: (R | undefined)[]): R[] {
  return rows.filter((row) => row !== undefined);
}

function distinct(ids: readonly Id[]): Id[] {
  return [...new Set(ids)];
}

function byId<R extends { readonly id: Id }>(rows: readonly R[]): Map<Id, R> {
  return new Map(rows.map((row) => [row.id, row]));
}
