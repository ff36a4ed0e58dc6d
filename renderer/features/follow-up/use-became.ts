import type { Advice } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Dialogue } from '#shared/model/dialogue.ts';
import {
  type Followed,
  followed,
  type Happened,
  happenedIn,
} from '../../dialogs/commitments/use-commitments.ts';
import { type ReadDb, useRows } from '../../store/index.ts';
import { quotesOf } from '../../store/quotes.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** A piece of advice with what became of it. */
export interface BecameOf {
  readonly advice: Advice;
  /** In the office's words, or those it was heard in. */
  readonly text: string;
  readonly commitments: readonly Followed[];
  /** What was noted of the advice itself. */
  readonly happened: readonly Happened[];
}

/** What became of a dialogue. */
export interface Became {
  readonly advice: readonly BecameOf[];
  /** Promised in the dialogue itself. */
  readonly promised: readonly Followed[];
}

/** Live: the dialogues, the latest first; undefined while they are read. */
export function useDialogues(): readonly Dialogue[] | undefined {
  return useRows(async (db) => {
    const dialogues = await db.dialogues.toArray();
    return dialogues.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || b.id.localeCompare(a.id));
  }, []);
}

/** Live: what became of a dialogue; undefined while it is read. */
export function useBecame(dialogueId: Id): Became | undefined {
  const { language } = useSpeech();
  return useRows((db) => readBecame(db, dialogueId, language), [dialogueId, language]);
}

async function readBecame(db: ReadDb, dialogueId: Id, language: string): Promise<Became> {
  const advice = await db.advice.where('dialogueId').equals(dialogueId).toArray();
  const quotes = await quotesOf(
    db,
    advice.flatMap(({ passageIds }) => passageIds),
    language,
  );
  const ids = new Set([dialogueId, ...advice.map(({ id }) => id)]);
  const own = (await db.commitments.toArray()).filter(({ madeIn }) => ids.has(madeIn.id));
  const promised = await followed(db, own, language);
  const happened = await happenedIn(db, language);
  const placeOf = ({ passageIds: [first = ''] }: Advice) => {
    const quote = quotes.get(first);
    return quote ? [quote.turn.order, quote.passage.start] : [Number.POSITIVE_INFINITY, 0];
  };
  return {
    advice: advice
      .sort((a, b) => {
        const [one, other] = [placeOf(a), placeOf(b)];
        return (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0);
      })
      .map((one) => ({
        advice: one,
        text: one.restatement || (quotes.get(one.passageIds[0] ?? '')?.passage.quote ?? ''),
        commitments: promised.filter(({ commitment }) => commitment.madeIn.id === one.id),
        happened: happened('advice', one.id),
      })),
    promised: promised.filter(({ commitment }) => commitment.madeIn.id === dialogueId),
  };
}
