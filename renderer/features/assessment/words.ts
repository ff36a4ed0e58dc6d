import { useMemo } from 'react';
import { type Attribution, attributionOf } from '#shared/model/attribution.ts';
import type { Id } from '#shared/model/basics.ts';
import { activeCodings } from '#shared/model/coding.ts';
import type { RoundRecord } from '#shared/model/record.ts';
import type { Round } from '#shared/model/round.ts';
import { type EvidenceRow, useEvidence } from '../../store/evidence.ts';
import { useRows } from '../../store/index.ts';
import { quotesOf } from '../../store/quotes.ts';
import { useRecordedWords, type WordTables } from './round-rows.ts';

/** A passage that something is cited by, with who said it as far as it may be told. */
export type CitedQuote = Omit<EvidenceRow, 'advice'> & { readonly attribution: Attribution };

/** Live: what was heard of an issue in the round's dialogues; of a closed round what was heard when it was closed. */
export function useRoundEvidence(
  issueId: Id,
  round: Round,
  record: RoundRecord | null,
): readonly EvidenceRow[] | undefined {
  const live = useEvidence(record ? null : issueId, round.dialogueIds);
  const recorded = useRecordedWords(record);
  return (
    useMemo(
      () => (record ? recorded && evidenceOf(recorded, issueId, round.dialogueIds) : live),
      [record, recorded, live, issueId, round.dialogueIds],
    ) ?? undefined
  );
}

/** Live: passages by id with who said them; what a closed round cites is shown as it was cited. */
export function useCited(
  passageIds: readonly Id[],
  record: RoundRecord | null,
): ReadonlyMap<Id, CitedQuote> | undefined {
  const wanted = passageIds.join();
  const live = useRows(
    async (db): Promise<Map<Id, CitedQuote>> => {
      if (record) return new Map();
      const quotes = await quotesOf(db, wanted === '' ? [] : wanted.split(','));
      return new Map(
        [...quotes].map(([id, { passage, dialogue, attribution, participant }]) => [
          id,
          { passage, dialogue, attribution, external: participant?.external ?? false },
        ]),
      );
    },
    [wanted, record?.id],
  );
  const recorded = useRecordedWords(record);
  return useMemo(() => {
    if (!record) return live;
    if (!recorded) return undefined;
    const ids = new Set(wanted.split(','));
    return new Map(
      quotesIn(recorded)
        .filter(({ passage }) => ids.has(passage.id))
        .map((quote) => [quote.passage.id, quote]),
    );
  }, [record, recorded, live, wanted]);
}

/** The same as the store's `readEvidence`, over rows at hand. */
function evidenceOf(state: WordTables, issueId: Id, dialogueIds: readonly Id[]): EvidenceRow[] {
  const scope = new Set(dialogueIds);
  const advice = state.advice.filter((one) => one.issueIds.includes(issueId) && scope.has(one.dialogueId));
  const coded = activeCodings(state.codings.filter((one) => one.issueId === issueId));
  const ids = new Set([
    ...coded.map(({ passageId }) => passageId),
    ...advice.flatMap(({ passageIds }) => passageIds),
  ]);
  return quotesIn(state)
    .filter(({ passage, dialogue }) => ids.has(passage.id) && scope.has(dialogue.id))
    .map((quote) => ({
      ...quote,
      advice: advice.filter(({ passageIds }) => passageIds.includes(quote.passage.id)),
    }));
}

/** Every passage of some rows, by date and in the order of speaking. */
function quotesIn(state: WordTables): CitedQuote[] {
  const turns = new Map(state.turns.map((turn) => [turn.id, turn]));
  const dialogues = new Map(state.dialogues.map((dialogue) => [dialogue.id, dialogue]));
  const participants = new Map(state.participants.map((one) => [one.id, one]));
  return state.passages
    .flatMap((passage) => {
      const turn = turns.get(passage.turnId);
      const dialogue = dialogues.get(passage.dialogueId);
      if (!turn || !dialogue) return [];
      const participant = participants.get(turn.participantId ?? '') ?? null;
      const attribution = attributionOf(dialogue, participant, passage);
      return [{ passage, dialogue, attribution, external: participant?.external ?? false, turn }];
    })
    .sort(
      (a, b) =>
        (a.dialogue.date ?? '').localeCompare(b.dialogue.date ?? '') ||
        a.dialogue.id.localeCompare(b.dialogue.id) ||
        a.turn.order - b.turn.order ||
        a.passage.start - b.passage.start,
    )
    .map(({ turn: _turn, ...quote }) => quote);
}
