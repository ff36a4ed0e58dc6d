import { foldText } from '#shared/fold/fold.ts';
import {
  type Advice,
  type AdviceKind,
  type AdviceStatus,
  isSettled,
  isUnanswered,
} from '#shared/model/advice.ts';
import type { FiscalYear, Id, PartialDate } from '#shared/model/basics.ts';
import type { Commitment } from '#shared/model/commitment.ts';
import type { DueState } from '#shared/model/due.ts';
import type { IdOf } from '#shared/model/id.ts';
import { dueOf, ownersOf } from '#shared/retrieval/advice-sheet.ts';
import type { Quote } from '../../store/quotes.ts';

/** Advice with the words it was heard in. */
export interface HeardAdvice {
  readonly advice: Advice;
  readonly quotes: readonly Quote[];
  /** What was promised in answer. */
  readonly commitments: readonly Commitment[];
}

/** What the list is narrowed to; null = anything. */
export interface AdviceFilter {
  readonly text: string;
  readonly issueId: IdOf<'issues'> | null;
  /** Person across dialogues, or participant where nobody is linked. */
  readonly personId: IdOf<'persons'> | null;
  readonly dialogueId: IdOf<'dialogues'> | null;
  readonly year: FiscalYear | null;
  readonly kind: AdviceKind | null;
  /** `open` = not settled yet; `unanswered` = neither settled nor responded to. */
  readonly status: AdviceStatus | 'open' | 'unanswered' | null;
  /** Empty = advice that nobody owns. */
  readonly owner: string | null;
  readonly due: DueState | null;
}

export const NO_FILTER: AdviceFilter = {
  text: '',
  issueId: null,
  personId: null,
  dialogueId: null,
  year: null,
  kind: null,
  status: null,
  owner: null,
  due: null,
};

/** The filters that are chosen, each by its name; what is typed aside. */
export function chosenFilters(filter: AdviceFilter): Exclude<keyof AdviceFilter, 'text'>[] {
  const { text: _, ...choices } = filter;
  return (Object.keys(choices) as (keyof typeof choices)[]).filter((name) => choices[name] !== null);
}

export function isFiltered(filter: AdviceFilter): boolean {
  return filter.text !== '' || chosenFilters(filter).length > 0;
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

/**
 * Whether advice is within the filter; every word typed must stand in the advice, its quotes or the response.
 * @param today - the calendar day by which it is overdue
 */
export function passes(one: HeardAdvice, filter: AdviceFilter, today: PartialDate): boolean {
  const { advice, quotes } = one;
  const { kind, status, issueId, personId, dialogueId, year, owner, due } = filter;
  if (kind !== null && advice.kind !== kind) return false;
  if (!hasStatus(advice, status)) return false;
  if (issueId !== null && !advice.issueIds.includes(issueId)) return false;
  if (personId !== null && !speakersOf(quotes).some(({ id }) => id === personId)) return false;
  if (dialogueId !== null && advice.dialogueId !== dialogueId) return false;
  if (year !== null && quotes[0]?.dialogue.fiscalYear !== year) return false;
  if (owner !== null && !isOwnedBy(one, owner)) return false;
  if (due !== null && dueOf(one, today) !== due) return false;
  return holdsWords(one, filter.text);
}

function isOwnedBy(one: HeardAdvice, owner: string): boolean {
  const owners = ownersOf(one);
  return owner === '' ? owners.length === 0 : owners.includes(owner);
}

function hasStatus(advice: Advice, status: AdviceFilter['status']): boolean {
  if (status === 'open') return !isSettled(advice);
  if (status === 'unanswered') return isUnanswered(advice);
  return status === null || advice.status === status;
}

function holdsWords({ advice, quotes, commitments }: HeardAdvice, typed: string): boolean {
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { restatement, addressee, response, owner } = advice;
  const promised = commitments.flatMap((one) => [one.text, one.owner]);
  const text = foldText(
    [
      restatement,
      addressee,
      response,
      owner,
      ...promised,
      ...quotes.map(({ passage }) => passage.quote),
    ].join('\n'),
  );
  return words.every((word) => text.includes(word));
}
