/**
 * Whom to look at first among suppliers. Degree of harm comes first, as in the salience order of issues, then whether it
 * happens, then how many of the four factors are raised. What is bought there, and for how much, is no part of it
 * (METHOD: leverage never moves a rank), and neither does anything here enter the order of issues.
 */
import type { Id } from '../model/basics.ts';
import {
  type IssueAtStake,
  type Organisation,
  RISK_FACTORS,
  type RiskFactor,
} from '../model/organisation.ts';

/** Severity of an issue in the round that is looked at; undefined = it was not rated there. */
export type SeverityOf = (issueId: Id) => number | undefined;

export type Level = 'raised' | 'not' | 'unknown';

/** What is known of a factor; one that nobody spoke of is unknown. */
export function levelOf({ factors }: Pick<Organisation, 'factors'>, factor: RiskFactor): Level {
  return factors.find((one) => one.factor === factor)?.level ?? 'unknown';
}

/** An issue at stake with its severity; null = not known. */
export interface Stake {
  readonly issueId: Id;
  readonly state: IssueAtStake['state'];
  readonly severity: number | null;
}

/** The issues at stake: the severest first, of equal ones what happens before what may; those without a severity last. */
export function stakesOf({ atStake }: Pick<Organisation, 'atStake'>, severityOf: SeverityOf): Stake[] {
  return atStake
    .map(({ issueId, state }) => ({ issueId, state, severity: severityOf(issueId) ?? null }))
    .sort(
      (a, b) =>
        (b.severity ?? 0) - (a.severity ?? 0) ||
        Number(b.state === 'actual') - Number(a.state === 'actual') ||
        (a.issueId < b.issueId ? -1 : 1),
    );
}

/** A supplier with what comparisons read computed once. */
export interface SupplierKey {
  /** Known severities, highest first. */
  readonly severities: readonly number[];
  /** Beside each: 1 = it happens. */
  readonly happening: readonly number[];
  /** Issues at stake whose severity is not known, and how many of them happen. */
  readonly unrated: number;
  readonly unratedHappening: number;
  readonly raised: number;
  readonly unknown: number;
}

export function supplierKey(
  supplier: Pick<Organisation, 'factors' | 'atStake'>,
  severityOf: SeverityOf,
): SupplierKey {
  const stakes = stakesOf(supplier, severityOf);
  const rated = stakes.filter(({ severity }) => severity !== null);
  const unrated = stakes.filter(({ severity }) => severity === null);
  const levels = RISK_FACTORS.map((factor) => levelOf(supplier, factor));
  return {
    severities: rated.map(({ severity }) => severity ?? 0),
    happening: rated.map(({ state }) => Number(state === 'actual')),
    unrated: unrated.length,
    unratedHappening: unrated.filter(({ state }) => state === 'actual').length,
    raised: levels.filter((level) => level === 'raised').length,
    unknown: levels.filter((level) => level === 'unknown').length,
  };
}

/** By what two suppliers differ first; `issues` = as far as severities are named they are equal, and one has more. */
export type SupplierRule = 'severity' | 'issues' | 'unrated' | 'actual' | 'raised' | 'unknown' | 'tie';

/**
 * The order: known severities of the issues at stake, highest first, one by one (leximax); of equal ones more issues without
 * a known severity; then what happens before what may, issue by issue; then more raised factors. Of equally many, more
 * *unknown* ones stand before more that are known not to be raised: what nobody looked into is not low.
 * @returns negative: `a` before `b`; 0: a tie. A total preorder.
 */
export function compareSuppliers(a: SupplierKey, b: SupplierKey): number {
  return (
    leximax(a.severities, b.severities) ||
    b.unrated - a.unrated ||
    leximax(a.happening, b.happening) ||
    b.unratedHappening - a.unratedHappening ||
    b.raised - a.raised ||
    b.unknown - a.unknown
  );
}

export function supplierRule(a: SupplierKey, b: SupplierKey): SupplierRule {
  if (leximax(a.severities, b.severities) !== 0) {
    const shared = Math.min(a.severities.length, b.severities.length);
    const differ = a.severities.slice(0, shared).some((severity, at) => severity !== b.severities[at]);
    return differ ? 'severity' : 'issues';
  }
  if (a.unrated !== b.unrated) return 'unrated';
  if (leximax(a.happening, b.happening) !== 0 || a.unratedHappening !== b.unratedHappening) return 'actual';
  if (a.raised !== b.raised) return 'raised';
  return a.unknown === b.unknown ? 'tie' : 'unknown';
}

/** Of two lists, that with the higher number at the first place where they differ comes first; an end is the lowest. */
function leximax(a: readonly number[], b: readonly number[]): number {
  const length = Math.max(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = (b[at] ?? -1) - (a[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

export interface PlacedSupplier<T> {
  readonly supplier: T;
  readonly key: SupplierKey;
  /** From 1, equals share one; null = no severity is known of what is at stake there, which is not low. */
  readonly place: number | null;
  /** What sets it behind the one before it; null for the first. */
  readonly behindBy: SupplierRule | null;
}

/** Something that is ordered, with its place. */
export type Placed<T> = T & Pick<PlacedSupplier<unknown>, 'place' | 'behindBy'>;

/** Suppliers in the suggested order; equals stay in the order that they came in. */
export function suggestedOrder<T extends Pick<Organisation, 'factors' | 'atStake'>>(
  suppliers: readonly T[],
  severityOf: SeverityOf,
): PlacedSupplier<T>[] {
  const keyed = suppliers
    .map((supplier) => ({ supplier, key: supplierKey(supplier, severityOf) }))
    .sort((a, b) => compareSuppliers(a.key, b.key));
  return placesOf(keyed);
}

/** The places of what stands in the suggested order. */
export function placesOf<T extends { readonly key: SupplierKey }>(ordered: readonly T[]): Placed<T>[] {
  let place = 0;
  return ordered.map((one, index) => {
    const before = ordered[index - 1];
    const behindBy = before ? supplierRule(before.key, one.key) : null;
    if (behindBy !== 'tie') place = index + 1;
    return { ...one, place: one.key.severities.length > 0 ? place : null, behindBy };
  });
}
