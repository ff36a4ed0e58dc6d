import { useMemo } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { RoundRecord } from '#shared/model/record.ts';
import type { Round } from '#shared/model/round.ts';
import { type EvidenceRow, evidenceIn, useEvidence } from '../../store/evidence.ts';
import { useRows } from '../../store/index.ts';
import { type Quote, quotesIn, quotesOf } from '../../store/quotes.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { useRecordedWords } from './round-rows.ts';

/** Live: what was heard of an issue in the round's dialogues; of a closed round what was heard when it was closed. */
export function useRoundEvidence(
  issueId: IdOf<'issues'>,
  round: Round,
  record: RoundRecord | null,
): readonly EvidenceRow[] | undefined {
  const { language } = useSpeech();
  const live = useEvidence(record ? null : issueId, round.dialogueIds, language);
  const recorded = useRecordedWords(record);
  return (
    useMemo(
      () => (record ? recorded && evidenceIn(recorded, issueId, round.dialogueIds, language) : live),
      [record, recorded, live, issueId, round.dialogueIds, language],
    ) ?? undefined
  );
}

/** Live: passages by id with who said them; what a closed round cites is shown as it was cited. */
export function useCited(
  passageIds: readonly IdOf<'passages'>[],
  record: RoundRecord | null,
): ReadonlyMap<Id, Quote> | undefined {
  const { language } = useSpeech();
  const wanted = passageIds.join();
  const live = useRows(
    (db) => quotesOf(db, record || wanted === '' ? [] : wanted.split(','), language),
    [wanted, record?.id, language],
  );
  const recorded = useRecordedWords(record);
  return (
    useMemo(() => {
      if (!record) return live;
      return (
        recorded &&
        new Map(quotesIn(recorded, wanted.split(','), language).map((quote) => [quote.passage.id, quote]))
      );
    }, [record, recorded, live, wanted, language]) ?? undefined
  );
}
