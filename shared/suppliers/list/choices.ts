import type { Id } from '../../model/basics.ts';
import type { Offer, RowOutcome } from './offers.ts';
import { joined, type ReadRow, type Said } from './said.ts';

/** What a person decided on a row. */
export type Choice =
  | { readonly do: 'leave' }
  /** A supplier of its own. */
  | { readonly do: 'new' }
  /** The supplier that is there. */
  | { readonly do: 'into'; readonly id: Id }
  /** The supplier of an earlier row. */
  | { readonly do: 'join'; readonly row: number };

/** Decisions by row; null = a person is still to decide, and the row is not taken. */
export type Choices = ReadonlyMap<number, Choice>;

/** What is done with a row that nobody decided on: new ones come in; what would change anything, and what is in doubt, does not. */
export function choiceOf(offer: Offer, choices: Choices): Choice | null {
  const chosen = choices.get(offer.row);
  if (chosen) return chosen;
  if (offer.doubt) return null;
  return offer.verdict === 'new' ? { do: 'new' } : { do: 'leave' };
}

/** A supplier to be, or one to be changed, with all that the rows taken for it say. */
export interface AcceptedSupplier {
  readonly into: Id | null;
  readonly said: Said;
  readonly rows: readonly number[];
}

/**
 * What comes in by the decisions. A row that is to join one which is left out is left out too: there is no supplier that it
 * could belong to.
 */
export function acceptedOf(outcomes: readonly RowOutcome[], choices: Choices): AcceptedSupplier[] {
  interface Gathering {
    readonly into: Id | null;
    read: ReadRow;
    readonly rows: number[];
  }
  const byRow = new Map<number, Gathering>();
  const byId = new Map<Id, Gathering>();
  const all: Gathering[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind !== 'offer') continue;
    const choice = choiceOf(outcome, choices);
    if (choice === null || choice.do === 'leave') continue;
    const earlier =
      choice.do === 'join' ? byRow.get(choice.row) : choice.do === 'into' ? byId.get(choice.id) : undefined;
    const read = { said: outcome.said, problems: [] };
    if (earlier) {
      earlier.read = joined(earlier.read, read);
      earlier.rows.push(outcome.row);
      byRow.set(outcome.row, earlier);
    } else if (choice.do !== 'join') {
      const into = choice.do === 'into' ? choice.id : null;
      const gathering: Gathering = { into, read, rows: [outcome.row] };
      all.push(gathering);
      byRow.set(outcome.row, gathering);
      if (into !== null) byId.set(into, gathering);
    }
  }
  return all.map(({ into, read, rows }) => ({ into, said: read.said, rows }));
}
