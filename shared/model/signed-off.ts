import { dequal } from 'dequal/lite';
import type { Amendment } from './amendment.ts';
import type { Id } from './basics.ts';
import type { Decision } from './decision.ts';
import type { Indicator } from './indicator.ts';
import type { RoundRecord } from './record.ts';

/** A record with what it was signed off with; what an earlier version closed has none. */
export type SignedRecord = RoundRecord & {
  readonly decisions: readonly Decision[];
  readonly indicators: readonly Indicator[];
};

export function isSignedOff(record: RoundRecord | undefined): record is SignedRecord {
  return record !== undefined && record.decisions !== null && record.indicators !== null;
}

/** Rows by id. */
export interface SignedRows {
  readonly decisions: ReadonlyMap<Id, Decision>;
  readonly indicators: ReadonlyMap<Id, Indicator>;
}

/** In what rows differ from others: as they are now, and ids of those that are gone. */
export type Departure = Pick<Amendment, 'decisions' | 'indicators' | 'removedIds'>;

/** The amendments of a sign-off in the order in which they count. */
export function amendmentsOf(record: RoundRecord, amendments: readonly Amendment[]): Amendment[] {
  return amendments
    .filter(({ recordId }) => recordId === record.id)
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
}

/** What was signed off, with amendments on top. @param amendments of this sign-off, in their order */
export function asAmended(record: SignedRecord, amendments: readonly Amendment[]): SignedRows {
  const decisions = new Map<Id, Decision>(record.decisions.map((one) => [one.id, one]));
  const indicators = new Map<Id, Indicator>(record.indicators.map((one) => [one.id, one]));
  for (const amendment of amendments) {
    for (const one of amendment.decisions) decisions.set(one.id, one);
    for (const one of amendment.indicators) indicators.set(one.id, one);
    for (const id of amendment.removedIds) {
      decisions.delete(id);
      indicators.delete(id);
    }
  }
  return { decisions, indicators };
}

/**
 * In what the decisions and indicators of now are not what a round was signed off with and amended to; null = in nothing.
 * Follow-up goes on after sign-off: figures of years after the round's are no part of it. Of the indicators of the round
 * before it has the figures of the years since, which its report tells as what became of that round's decisions.
 */
export function departureFrom(
  record: SignedRecord,
  amendments: readonly Amendment[],
  now: { readonly decisions: readonly Decision[]; readonly indicators: ReadonlyMap<Id, Indicator> },
): Departure | null {
  const signed = asAmended(record, amendments);
  const departure: Departure = { decisions: [], indicators: [], removedIds: [] };
  const present = new Set<Id>();
  for (const one of now.decisions) {
    present.add(one.id);
    if (!dequal(signed.decisions.get(one.id), one)) departure.decisions.push(one);
  }
  for (const id of signed.decisions.keys()) if (!present.has(id)) departure.removedIds.push(id);
  for (const [id, { own, part }] of signedParts(record, now.decisions)) {
    const [was, is] = [signed.indicators.get(id), now.indicators.get(id)].map((one) => one && part(one));
    if (dequal(was, is)) continue;
    if (is) departure.indicators.push(is);
    else if (own) departure.removedIds.push(id);
  }
  departure.decisions.sort(byId);
  departure.indicators.sort(byId);
  departure.removedIds.sort();
  const { decisions, indicators, removedIds } = departure;
  return decisions.length + indicators.length + removedIds.length > 0 ? departure : null;
}

function byId(a: { readonly id: Id }, b: { readonly id: Id }): number {
  return a.id < b.id ? -1 : 1;
}

/** Ids of the indicators that a sign-off has part in. */
export function signedIndicatorIds(record: SignedRecord, decisions: readonly Decision[]): Id[] {
  return [...signedParts(record, decisions).keys()];
}

interface SignedPart {
  /** Whether a decision of the round itself names it. */
  readonly own: boolean;
  readonly part: (indicator: Indicator) => Indicator;
}

/** By indicator: what of it a round is signed off with. @param decisions the round's own */
export function signedParts(record: SignedRecord, decisions: readonly Decision[]): Map<Id, SignedPart> {
  const last = record.rounds[0]?.fiscalYear ?? 0;
  const known = new Map(record.indicators.map((one) => [one.id, one]));
  const parts = new Map<Id, SignedPart>();
  // Its name, unit and target belong to the round that it was decided in.
  for (const earlier of record.earlier ?? [])
    for (const { indicatorIds, fiscalYear: first } of earlier.decisions)
      for (const id of indicatorIds)
        parts.set(id, {
          own: false,
          part: (one) => ({ ...one, ...known.get(id), values: figures(one, first, last) }),
        });
  for (const { indicatorIds } of decisions)
    for (const id of indicatorIds)
      parts.set(id, { own: true, part: (one) => ({ ...one, values: figures(one, 0, last) }) });
  return parts;
}

function figures({ values }: Indicator, first: number, last: number): Indicator['values'] {
  return values
    .filter(({ fiscalYear }) => fiscalYear >= first && fiscalYear <= last)
    .sort((a, b) => a.fiscalYear - b.fiscalYear);
}
