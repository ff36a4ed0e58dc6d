import { type Attribution, attributionOf } from '#shared/model/attribution.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Dialogue, Participant } from '#shared/model/dialogue.ts';
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

/** Passages by id, each with its turn, dialogue and speaker; one read a table, however many passages. */
export async function quotesOf(db: ReadDb, passageIds: Iterable<Id>): Promise<Map<Id, Quote>> {
  const passages = present(await db.passages.bulkGet([...new Set(passageIds)]));
  const turns = byId(present(await db.turns.bulkGet(distinct(passages.map(({ turnId }) => turnId)))));
  const dialogues = byId(
    present(await db.dialogues.bulkGet(distinct(passages.map(({ dialogueId }) => dialogueId)))),
  );
  const speakers = distinct([...turns.values()].flatMap(({ participantId }) => participantId ?? []));
  const participants = byId(present(await db.participants.bulkGet(speakers)));
  const quotes = new Map<Id, Quote>();
  for (const passage of passages) {
    const turn = turns.get(passage.turnId);
    const dialogue = dialogues.get(passage.dialogueId);
    if (!turn || !dialogue) continue;
    const participant = participants.get(turn.participantId ?? '') ?? null;
    const attribution = attributionOf(dialogue, participant, passage);
    quotes.set(passage.id, { passage, turn, dialogue, participant, attribution });
  }
  return quotes;
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
