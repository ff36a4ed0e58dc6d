import type { Id } from '#shared/model/basics.ts';
import { useRows } from '../../store/index.ts';
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
      return advice
        .map(
          (one): HeardAdvice => ({
            advice: one,
            quotes: one.passageIds.flatMap((id: Id) => quotes.get(id) ?? []),
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
