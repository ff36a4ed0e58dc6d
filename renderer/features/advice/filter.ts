import type { Advice, AdviceKind, AdviceStatus } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Quote } from '../../store/quotes.ts';

/** Advice with the words it was heard in. */
export interface HeardAdvice {
  readonly advice: Advice;
  readonly quotes: readonly Quote[];
}

/** What the list is narrowed to; null or empty = anything. */
export interface AdviceFilter {
  readonly text: string;
  readonly issueId: IdOf<'issues'> | null;
  /** Person across dialogues, or participant where nobody is linked. */
  readonly personId: IdOf<'persons'> | null;
  readonly kind: AdviceKind | null;
  readonly status: AdviceStatus | null;
}

export const NO_FILTER: AdviceFilter = { text: '', issueId: null, personId: null, kind: null, status: null };

export function isFiltered(filter: AdviceFilter): boolean {
  return Object.values(filter).some((value) => value !== null && value !== '');
}

/** A person by whom advice can be found. */
export interface Speaker {
  readonly id: Id;
  readonly name: string;
}

/** The people whose words the quotes are, each once; people whom a policy keeps unnamed cannot be filtered by. */
export function speakersOf(quotes: readonly Quote[]): Speaker[] {
  return quotes.flatMap(({ participant, attribution }) =>
    participant && attribution.policy === 'named'
      ? [{ id: participant.personId ?? participant.id, name: participant.name }]
      : [],
  );
}

/** Whether advice is within the filter; every word typed must stand in the advice, its quotes or the response. */
export function passes({ advice, quotes }: HeardAdvice, filter: AdviceFilter): boolean {
  if (filter.kind !== null && advice.kind !== filter.kind) return false;
  if (filter.status !== null && advice.status !== filter.status) return false;
  if (filter.issueId !== null && !advice.issueIds.includes(filter.issueId)) return false;
  if (filter.personId !== null && !speakersOf(quotes).some(({ id }) => id === filter.personId)) return false;
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { restatement, addressee, response, commitment, owner } = advice;
  const text = fold(
    [restatement, addressee, response, commitment, owner, ...quotes.map(({ passage }) => passage.quote)].join(
      '\n',
    ),
  );
  return words.every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
