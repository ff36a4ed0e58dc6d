import { useMemo } from 'react';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { Language } from '#shared/i18n/index.ts';
import type { Id } from '#shared/model/basics.ts';
import { textIn } from '#shared/model/basics.ts';
import { activeCodings } from '#shared/model/coding.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { AdviceWords } from '#shared/retrieval/advice-sheet.ts';
import { type ToldLater, toldLater } from '#shared/retrieval/told-later.ts';
import { commitmentsByAdvice } from '../../store/commitments.ts';
import { type ReadDb, useRows } from '../../store/index.ts';
import { quotesOf } from '../../store/quotes.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import type { HeardAdvice } from './filter.ts';

/** All advice with its quotes, the newest first; undefined while it is read. */
export function useAdviceList(): readonly HeardAdvice[] | undefined {
  const { language } = useSpeech();
  return useRows(
    async (db) => {
      const advice = await db.advice.toArray();
      const quotes = await quotesOf(
        db,
        advice.flatMap(({ passageIds }) => passageIds),
        language,
      );
      const promised = await commitmentsByAdvice(db);
      return advice
        .map(
          (one): HeardAdvice => ({
            advice: one,
            quotes: one.passageIds.flatMap((id: Id) => quotes.get(id) ?? []),
            commitments: promised.get(one.id) ?? [],
          }),
        )
        .sort(inOrderHeard);
    },
    [language],
  );
}

/** Newest dialogue first, within it in the order of the text. */
function inOrderHeard(a: HeardAdvice, b: HeardAdvice): number {
  const [one, other] = [a.quotes[0], b.quotes[0]];
  return (
    (other?.dialogue.date ?? '').localeCompare(one?.dialogue.date ?? '') ||
    (one?.dialogue.id ?? '').localeCompare(other?.dialogue.id ?? '') ||
    (one?.turn.order ?? 0) - (other?.turn.order ?? 0) ||
    (one?.passage.start ?? 0) - (other?.passage.start ?? 0)
  );
}

/** Live: what the company said later on the issues of each piece of advice. @param wanted - whether it is shown */
export function useToldLater(wanted: boolean): ReadonlyMap<Id, ToldLater> {
  const { language } = useSpeech();
  const told = useRows(
    (db) => (wanted ? readToldLater(db, language) : Promise.resolve(NOTHING)),
    [wanted, language],
  );
  return told ?? NOTHING;
}

const NOTHING: ReadonlyMap<Id, ToldLater> = new Map();

async function readToldLater(db: ReadDb, language: Language): Promise<ReadonlyMap<Id, ToldLater>> {
  const advice = await db.advice.toArray();
  const issueIds = [...new Set(advice.flatMap((one) => one.issueIds))];
  const codings = activeCodings(await db.codings.where('issueId').anyOf(issueIds).toArray());
  const quotes = await quotesOf(
    db,
    codings.map(({ passageId }) => passageId),
    language,
  );
  const coded = new Map<Id, Set<IdOf<'issues'>>>();
  for (const { passageId, issueId } of codings) {
    const own = coded.get(passageId);
    if (own) own.add(issueId);
    else coded.set(passageId, new Set([issueId]));
  }
  const dialogues = await db.dialogues.toArray();
  return toldLater(
    advice,
    new Map(dialogues.map((one) => [one.id, one])),
    [...quotes.values()].map((quote) => ({ ...quote, issueIds: coded.get(quote.passage.id) ?? new Set() })),
  );
}

/** The names that the register speaks by, in the language of the interface. */
export function useRegisterWords(issueOf: ReadonlyMap<Id, Issue>): AdviceWords {
  const { t, day, language } = useSpeech();
  const workspace = useRows((db) => db.workspace.toArray().then(([row]) => row ?? null), []);
  const convention = workspace?.fiscalYear ?? null;
  return useMemo(
    () => ({
      t,
      day,
      issue: (id) => textIn(issueOf.get(id)?.name, language) || t('retrieval.gone'),
      year: (year) => (convention ? fiscalYearLabel(year, convention, language) : String(year)),
    }),
    [t, day, language, issueOf, convention],
  );
}
