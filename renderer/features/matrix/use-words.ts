import { useMemo } from 'react';
import type { Advice } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Rating } from '#shared/model/rating.ts';
import { type EvidenceRow, evidenceIn } from '../../store/evidence.ts';
import { useRows } from '../../store/index.ts';
import { type Quote, quotesIn, quotesOf } from '../../store/quotes.ts';
import type { RoundTables } from '../../store/rounds.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** What was heard of an issue, and what its ratings cite, as the round sees it. */
export interface IssueWords {
  readonly evidence: readonly EvidenceRow[];
  readonly quotes: ReadonlyMap<Id, Quote>;
  readonly advice: ReadonlyMap<Id, Advice>;
}

export function useIssueWords(
  seen: RoundTables,
  issueId: IdOf<'issues'>,
  dialogueIds: readonly IdOf<'dialogues'>[],
  ratings: readonly Rating[],
): IssueWords {
  const { language } = useSpeech();
  const own = useMemo(() => {
    const passageIds = [...new Set(ratings.flatMap(({ evidence }) => evidence.passageIds))];
    const adviceIds = new Set(ratings.flatMap(({ evidence }) => evidence.adviceIds));
    const quotes = new Map(quotesIn(seen, passageIds, language).map((quote) => [quote.passage.id, quote]));
    const advice = new Map(
      seen.advice.flatMap((one) => (adviceIds.has(one.id) ? [[one.id, one] as const] : [])),
    );
    return {
      evidence: evidenceIn(seen, issueId, dialogueIds, language),
      quotes,
      advice,
      elsewhere: {
        passageIds: passageIds.filter((id) => !quotes.has(id)),
        adviceIds: [...adviceIds].filter((id) => !advice.has(id)),
      },
    };
  }, [seen, issueId, dialogueIds, ratings, language]);
  // A rating may cite words of a dialogue that the round does not hold.
  const { elsewhere } = own;
  const others = useRows(
    async (db) => ({
      quotes: await quotesOf(db, elsewhere.passageIds, language),
      advice: (await db.advice.bulkGet(elsewhere.adviceIds)).filter((one) => one !== undefined),
    }),
    [elsewhere, language],
  );
  return useMemo(
    () => ({
      evidence: own.evidence,
      quotes: new Map([...own.quotes, ...(others?.quotes ?? [])]),
      advice: new Map([...own.advice, ...(others?.advice ?? []).map((one) => [one.id, one] as const)]),
    }),
    [own, others],
  );
}
