import type { Id } from '#shared/model/basics.ts';
import { type Commitment, commitmentDue } from '#shared/model/commitment.ts';
import type { DueState } from '#shared/model/due.ts';
import { type Entry, isAbout } from '#shared/model/entry.ts';
import { today } from '../../platform/today.ts';
import { type ReadDb, useRows } from '../../store/index.ts';
import type { Quote } from '../../store/quotes.ts';
import { quotesOf } from '../../store/quotes.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** Something that happened, with the words in which it was told. */
export interface Happened {
  readonly entry: Entry;
  readonly quote: Quote | null;
}

/** A commitment with what happened since. */
export interface Followed {
  readonly commitment: Commitment;
  readonly due: DueState;
  readonly happened: readonly Happened[];
}

/** Live: what was promised in answer to advice or in a dialogue, by date; undefined while it is read. */
export function useCommitments(madeIn: Commitment['madeIn']): readonly Followed[] | undefined {
  const { language } = useSpeech();
  const { to, id } = madeIn;
  return useRows(
    async (db) => {
      const own = await db.commitments.where('madeIn.id').equals(id).toArray();
      return followed(
        db,
        own.filter((one) => one.madeIn.to === to),
        language,
      );
    },
    [to, id, language],
  );
}

/** Commitments with what happened to each, by date. */
export async function followed(
  db: ReadDb,
  commitments: readonly Commitment[],
  language: string,
): Promise<Followed[]> {
  const happened = await happenedIn(db, language);
  const day = today();
  return [...commitments]
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9') || a.id.localeCompare(b.id))
    .map((commitment) => ({
      commitment,
      due: commitmentDue(commitment, day),
      happened: happened('commitment', commitment.id),
    }));
}

/** Reads what happened, to be asked for by what it bears on. */
export async function happenedIn(
  db: ReadDb,
  language: string,
): Promise<(to: 'commitment' | 'advice', id: Id) => Happened[]> {
  const entries = await db.entries.toArray();
  const quotes = await quotesOf(
    db,
    entries.flatMap(({ passageId }) => passageId ?? []),
    language,
  );
  entries.sort((a, b) => (a.when ?? '').localeCompare(b.when ?? '') || a.id.localeCompare(b.id));
  return (to, id) =>
    entries
      .filter((entry) => isAbout(entry, to, id))
      .map((entry) => ({ entry, quote: (entry.passageId && quotes.get(entry.passageId)) || null }));
}
