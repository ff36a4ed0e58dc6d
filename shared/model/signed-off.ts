import { dequal } from 'dequal/lite';
import type { Amendment } from './amendment.ts';
import type { Id } from './basics.ts';
import type { Decision } from './decision.ts';
import type { Figure } from './figure.ts';
import { withoutValues } from './figures-of-values.ts';
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

/** Rows by id, as today's version knows them. */
export interface SignedRows {
  readonly decisions: ReadonlyMap<Id, Decision>;
  readonly indicators: ReadonlyMap<Id, Indicator>;
  readonly figures: ReadonlyMap<Id, Figure>;
}

/** What there is now of the rows that a sign-off may have part in. */
export interface PresentRows {
  readonly decisions: readonly Decision[];
  readonly indicators: ReadonlyMap<Id, Indicator>;
  readonly figures: readonly Figure[];
}

/** In what rows differ from others: as they are now, and ids of those that are gone. */
export type Departure = Pick<Amendment, 'decisions' | 'indicators' | 'removedIds'> & {
  readonly figures: Figure[];
};

/** The amendments of a sign-off in the order in which they count. */
export function amendmentsOf(record: RoundRecord, amendments: readonly Amendment[]): Amendment[] {
  return amendments
    .filter(({ recordId }) => recordId === record.id)
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
}

/** What was signed off, with amendments on top. @param amendments of this sign-off, in their order */
export function asAmended(record: SignedRecord, amendments: readonly Amendment[]): SignedRows {
  const decisions = new Map<Id, Decision>(record.decisions.map((one) => [one.id, one]));
  const indicators = new Map<Id, Indicator>();
  const figures = new Map<Id, Figure>((record.figures ?? []).map((one) => [one.id, one]));
  const put = (row: Indicator) => {
    const { indicator, figures: held } = withoutValues(row);
    indicators.set(indicator.id, indicator);
    for (const one of held) figures.set(one.id, one);
  };
  for (const one of record.indicators) put(one);
  for (const amendment of amendments) {
    for (const one of amendment.decisions) decisions.set(one.id, one);
    for (const one of amendment.indicators) {
      // Before figures were rows, an indicator came with all that it held.
      if (amendment.figures === null)
        for (const [id, { indicatorId }] of figures) if (indicatorId === one.id) figures.delete(id);
      put(one);
    }
    for (const one of amendment.figures ?? []) figures.set(one.id, one);
    for (const id of amendment.removedIds) {
      decisions.delete(id);
      indicators.delete(id);
      figures.delete(id);
      for (const [figureId, { indicatorId }] of figures) if (indicatorId === id) figures.delete(figureId);
    }
  }
  return { decisions, indicators, figures };
}

/**
 * In what the decisions, indicators and figures of now are not what a round was signed off with and amended to; null = in
 * nothing. Follow-up goes on after sign-off: figures of years after the round's are no part of it, nor are restatements,
 * which leave what was signed off as it is and say themselves when and why. Of the indicators of the round before it has
 * the figures of the years since, which its report tells as what became of that round's decisions.
 */
export function departureFrom(
  record: SignedRecord,
  amendments: readonly Amendment[],
  now: PresentRows,
): Departure | null {
  const signed = asAmended(record, amendments);
  const departure: Departure = { decisions: [], indicators: [], figures: [], removedIds: [] };
  const present = new Set<Id>();
  for (const one of now.decisions) {
    present.add(one.id);
    if (!dequal(signed.decisions.get(one.id), one)) departure.decisions.push(one);
  }
  for (const id of signed.decisions.keys()) if (!present.has(id)) departure.removedIds.push(id);
  const parts = signedParts(record, now.decisions);
  for (const [id, { own }] of parts) {
    const [was, is] = [signed.indicators.get(id), now.indicators.get(id)];
    if (!own || dequal(was && meaningOf(was), is && meaningOf(is))) continue;
    if (is) departure.indicators.push(is);
    else departure.removedIds.push(id);
  }
  const figures = new Map<Id, Figure>(now.figures.map((one) => [one.id, one]));
  for (const one of figures.values()) {
    if (!isPart(parts, one)) continue;
    const was = signed.figures.get(one.id);
    if (was ? dequal(meaningOf(was), meaningOf(one)) : isNothingNew(one, figures, signed.figures)) continue;
    departure.figures.push(one);
  }
  for (const [id, was] of signed.figures) {
    const stands = parts.get(was.indicatorId)?.own || now.indicators.has(was.indicatorId);
    if (stands && isPart(parts, was) && !figures.has(id)) departure.removedIds.push(id);
  }
  departure.decisions.sort(byId);
  departure.indicators.sort(byId);
  departure.figures.sort(byId);
  departure.removedIds.sort();
  return Object.values(departure).some((rows) => rows.length > 0) ? departure : null;
}

function byId(a: { readonly id: Id }, b: { readonly id: Id }): number {
  return a.id < b.id ? -1 : 1;
}

/**
 * What a row says, without what it is linked to: where a figure comes from and through what it was counted, and what an
 * indicator is about and whose, may be added later.
 */
function meaningOf(row: Indicator | Figure): object {
  if ('indicatorId' in row) {
    const { via: _via, cited: _cited, marks: _marks, ...said } = row;
    return said;
  }
  const { name, unit, unitName, over, good, base, aim, noTargetWhy } = row;
  return { name, unit, unitName, over, good, base, aim, noTargetWhy };
}

/**
 * Whether a figure restates one that was signed off, directly or by others between; or was no figure then, but a count of
 * a channel or an activity, which a version before figures kept beside what it signed off.
 */
function isNothingNew(
  figure: Figure,
  now: ReadonlyMap<Id, Figure>,
  signed: ReadonlyMap<Id, Figure>,
): boolean {
  if (figure.at === null) return true;
  const seen = new Set<Id>();
  for (
    let id: Id | null = figure.replaces;
    id !== null && !seen.has(id);
    id = now.get(id)?.replaces ?? null
  ) {
    if (signed.has(id)) return true;
    seen.add(id);
  }
  return false;
}

/** Ids of the indicators that a sign-off has part in. */
export function signedIndicatorIds(record: SignedRecord, decisions: readonly Decision[]): Id[] {
  return [...signedParts(record, decisions).keys()];
}

/** What of an indicator a round is signed off with. */
export interface SignedPart {
  /** Whether a decision of the round itself names it: its name, unit and target belong to the round that it was decided in. */
  readonly own: boolean;
  /** Fiscal years, from and to, of its figures; targets are of the year that is monitored too. */
  readonly first: number;
  readonly last: number;
  readonly lastTarget: number;
}

/** By indicator. @param decisions the round's own */
export function signedParts(record: SignedRecord, decisions: readonly Decision[]): Map<Id, SignedPart> {
  const last = record.rounds[0]?.fiscalYear ?? 0;
  const parts = new Map<Id, SignedPart>();
  for (const earlier of record.earlier ?? [])
    for (const { indicatorIds, fiscalYear: first } of earlier.decisions)
      for (const id of indicatorIds) parts.set(id, { own: false, first, last, lastTarget: last });
  for (const { indicatorIds, fiscalYear } of decisions)
    for (const id of indicatorIds)
      parts.set(id, {
        own: true,
        first: 0,
        last,
        lastTarget: Math.max(last, fiscalYear, parts.get(id)?.own ? (parts.get(id)?.lastTarget ?? 0) : 0),
      });
  return parts;
}

/** Whether a figure is of what was signed off. */
export function isPart(parts: ReadonlyMap<Id, SignedPart>, { indicatorId, period, role }: Figure): boolean {
  const part = parts.get(indicatorId);
  if (!part) return false;
  const last = role === 'target' ? part.lastTarget : part.last;
  return period.fiscalYear >= part.first && period.fiscalYear <= last;
}
