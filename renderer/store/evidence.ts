import type { Advice } from '#shared/model/advice.ts';
import type { Attribution } from '#shared/model/attribution.ts';
import type { Id } from '#shared/model/basics.ts';
import { activeCodings } from '#shared/model/coding.ts';
import type { Dialogue } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import type { Passage } from '#shared/model/turn.ts';
import type { ReadDb } from './database.ts';
import { useRows } from './hooks.ts';
import { type Quote, type QuoteTables, quotesIn, quotesOf } from './quotes.ts';

/** A passage that bears on an issue: who said it as far as it may be told, and what advice was taken from it. */
export interface EvidenceRow {
  readonly passage: Passage;
  readonly dialogue: Dialogue;
  readonly attribution: Attribution;
  readonly external: boolean;
  readonly advice: readonly Advice[];
}

/**
 * Live: what was heard of an issue in some dialogues, by date and in the order of speaking. Advice on the issue counts
 * though its passage is not coded.
 */
export function useEvidence(
  issueId: IdOf<'issues'> | null,
  dialogueIds: readonly IdOf<'dialogues'>[],
  language: string,
): EvidenceRow[] | undefined {
  return useRows(
    (db) =>
      issueId === null ? Promise.resolve([]) : readEvidence(db, issueId, new Set(dialogueIds), language),
    [issueId, dialogueIds.join(), language],
  );
}

/** Live: how many passages bear on an issue in dialogues other than these. */
export function useEvidenceElsewhere(
  issueId: IdOf<'issues'>,
  dialogueIds: readonly IdOf<'dialogues'>[],
  language: string,
): number {
  return (
    useRows(
      async (db) => {
        const elsewhere = (await db.dialogues.toCollection().primaryKeys()).filter(
          (id) => !dialogueIds.includes(id),
        );
        return (await readEvidence(db, issueId, new Set(elsewhere), language)).length;
      },
      [issueId, dialogueIds.join(), language],
    ) ?? 0
  );
}

/** What was heard of an issue, from rows at hand: those that a closed round was closed with, say. */
export function evidenceIn(
  tables: Pick<WorkspaceState, 'codings' | 'advice'> & QuoteTables,
  issueId: IdOf<'issues'>,
  dialogueIds: readonly IdOf<'dialogues'>[],
  language: string,
): EvidenceRow[] {
  const scope = new Set(dialogueIds);
  const inScope = (one: { readonly dialogueId: IdOf<'dialogues'> }) => scope.has(one.dialogueId);
  const advice = tables.advice.filter((one) => inScope(one) && one.issueIds.includes(issueId));
  const coded = activeCodings(tables.codings).filter((one) => one.issueId === issueId && inScope(one));
  const ids = [...coded.map((one) => one.passageId), ...advice.flatMap((one) => one.passageIds)];
  return rowsOf(quotesIn(tables, ids, language), advice);
}

async function readEvidence(
  db: ReadDb,
  issueId: IdOf<'issues'>,
  scope: ReadonlySet<Id>,
  language: string,
): Promise<EvidenceRow[]> {
  const codings = activeCodings(await db.codings.where('issueId').equals(issueId).toArray()).filter((one) =>
    scope.has(one.dialogueId),
  );
  const advice = (await db.advice.where('issueIds').equals(issueId).toArray()).filter((one) =>
    scope.has(one.dialogueId),
  );
  const ids = [
    ...new Set([...codings.map((one) => one.passageId), ...advice.flatMap((one) => one.passageIds)]),
  ];
  const quotes = [...(await quotesOf(db, ids, language)).values()].filter(({ dialogue }) =>
    scope.has(dialogue.id),
  );
  return rowsOf(quotes, advice);
}

/** By date and in the order of speaking. */
function rowsOf(found: Iterable<Quote>, advice: readonly Advice[]): EvidenceRow[] {
  const quotes = [...found].sort(
    (a, b) =>
      (a.dialogue.date ?? '').localeCompare(b.dialogue.date ?? '') ||
      a.dialogue.id.localeCompare(b.dialogue.id) ||
      a.turn.order - b.turn.order ||
      a.passage.start - b.passage.start,
  );
  return quotes.map(({ passage, dialogue, participant, attribution }) => ({
    passage,
    dialogue,
    attribution,
    external: participant?.external ?? false,
    advice: advice.filter((one) => one.passageIds.includes(passage.id)),
  }));
}
