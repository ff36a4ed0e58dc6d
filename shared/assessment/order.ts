import {
  type Dimension,
  METHOD_VERSION,
  type MethodVersion,
  type Round,
  SEVERITY_DIMENSIONS,
  type SeverityDimension,
  type Thresholds,
} from '../model/round.ts';
import { type ScaleSize, scaleSize } from '../model/scale.ts';

/** What the order and the tiers of a round are made by. */
export interface Rules extends Pick<Thresholds, 'severe' | 'likely'> {
  readonly version: MethodVersion;
  readonly size: ScaleSize;
}

/** A closed round keeps the rules that it was closed under; any other one is read by those of today. */
export function rulesOf(round: Round): Rules {
  const { severe, likely } = round.thresholds;
  const version = round.stage === 'closed' ? round.method.version : METHOD_VERSION;
  return { version, size: scaleSize(round), severe, likely };
}

/** Whether two rounds are read by the same rules and thresholds, so that their places can be compared as they are. */
export function sameRules(a: Rules, b: Rules): boolean {
  return a.size === b.size && a.version === b.version && a.severe === b.severe && a.likely === b.likely;
}

/**
 * An impact as the salience order reads it: one number a dimension, whoever they come from (a panel's upper medians,
 * one assessor, another reading). Null = not known. Connection, leverage and effect on the business are not in it, so
 * they cannot move a rank.
 */
export interface Impact {
  readonly scale: number | null;
  readonly scope: number | null;
  readonly irremediability: number | null;
  readonly likelihood: number | null;
  readonly nature: 'actual' | 'potential';
  readonly delay: boolean;
}

export type Tier = 1 | 2 | 3;

/** Why an impact is in its tier. `severe` and `delay` are the two limbs of UNGP 24. */
export type TierRule = 'severe' | 'delay' | 'moderate-actual' | 'moderate-likely' | 'rest';

/** What set an impact behind the one before it: `urgent` = it is not in tier 1; `tie` = nothing did. */
export type OrderRule = 'urgent' | 'tier' | 'severity' | 'second' | 'third' | 'nature' | 'likelihood' | 'tie';

export interface TierResult {
  /** Where dimensions are missing: the tier it is in at least. */
  readonly tier: Tier;
  readonly rule: TierRule;
  /** The tier it would be in if every missing dimension turned out to be the highest. */
  readonly possible: Tier;
  readonly missing: readonly Dimension[];
}

/** The known severity values, highest first: what leximax compares (METHOD-SOURCES 2.2). */
export function profile(impact: Impact): number[] {
  const values: number[] = [];
  for (const dimension of SEVERITY_DIMENSIONS) {
    const value = impact[dimension];
    if (value !== null) values.push(value);
  }
  return values.sort((a, b) => b - a);
}

/** The highest known of the three: any one can make an impact severe (ESRS 1 AR 11). Null = none is known. */
export function severityFloor(impact: Impact): number | null {
  return profile(impact)[0] ?? null;
}

/** Severity dimensions that hold the highest known value. */
export function decidingDimensions(impact: Impact): SeverityDimension[] {
  const top = severityFloor(impact);
  return top === null ? [] : SEVERITY_DIMENSIONS.filter((dimension) => impact[dimension] === top);
}

/** What is not known and would be needed; the likelihood of an actual impact is not. */
export function missingDimensions(impact: Impact): Dimension[] {
  const missing: Dimension[] = SEVERITY_DIMENSIONS.filter((dimension) => impact[dimension] === null);
  if (impact.nature === 'potential' && impact.likelihood === null) missing.push('likelihood');
  return missing;
}

/** Tier 1: severe or marked *delay*, whatever the likelihood; tier 2: one step below and actual or likely; 3: the rest. */
export function tierOf(impact: Impact, thresholds: Pick<Thresholds, 'severe' | 'likely'>): TierResult {
  const missing = missingDimensions(impact);
  const [tier, rule] = tierAndRule(impact, thresholds);
  if (missing.length === 0) return { tier, rule, possible: tier, missing };
  // Above every line, on whatever scale.
  const worst = {
    ...impact,
    ...Object.fromEntries(missing.map((dimension) => [dimension, Number.POSITIVE_INFINITY])),
  };
  return { tier, rule, possible: tierAndRule(worst, thresholds)[0], missing };
}

/** Which side of the threshold of tier 1 a severity within the band around it is on; null = it is not in the band. */
export function nearThreshold(
  severity: Figure | null,
  { severe, nearBand }: Pick<Thresholds, 'severe' | 'nearBand'>,
): 'above' | 'below' | null {
  if (!severity || Math.abs(severity.shown - severe) > nearBand) return null;
  return severity.ranking >= severe ? 'above' : 'below';
}

/** A figure in its two readings. */
export interface Figure {
  /** Of medians (middle pair averaged): shown. */
  readonly shown: number;
  /** Of upper medians: ranks. */
  readonly ranking: number;
}

function tierAndRule(
  impact: Impact,
  { severe, likely }: Pick<Thresholds, 'severe' | 'likely'>,
): [Tier, TierRule] {
  const severity = severityFloor(impact) ?? 0;
  if (severity >= severe) return [1, 'severe'];
  if (impact.delay) return [1, 'delay'];
  if (severity >= severe - 1) {
    if (impact.nature === 'actual') return [2, 'moderate-actual'];
    if ((impact.likelihood ?? 0) >= likely) return [2, 'moderate-likely'];
  }
  return [3, 'rest'];
}

/** An impact with what comparisons read computed once. */
export interface SortKey {
  /** As far as the order looks at it: `severity-first-1` tells tier 1 from the rest alone. */
  readonly tier: Tier;
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly actual: boolean;
  readonly likelihood: number;
}

export function sortKey(impact: Impact, rules: Rules): SortKey {
  const [first = 0, second = 0, third = 0] = profile(impact);
  const actual = impact.nature === 'actual';
  const [tier] = tierAndRule(impact, rules);
  return {
    tier: rules.version === 'severity-first-1' && tier !== 1 ? 3 : tier,
    first,
    second,
    third,
    actual,
    likelihood: actual ? 0 : (impact.likelihood ?? 0),
  };
}

/**
 * The salience order (METHOD, Aggregation): by tier; within it severity first (leximax over ordinal data), the three
 * values highest first, one by one; actual before potential; likelihood for potential impacts alone.
 * @returns negative: `a` before `b`; 0: a tie, to be reported as one. A total preorder.
 */
export function compareKeys(a: SortKey, b: SortKey): number {
  return (
    a.tier - b.tier ||
    b.first - a.first ||
    b.second - a.second ||
    b.third - a.third ||
    Number(b.actual) - Number(a.actual) ||
    b.likelihood - a.likelihood
  );
}

/** The first rule by which two impacts differ. */
export function decidingRule(a: SortKey, b: SortKey): OrderRule {
  if (a.tier !== b.tier) return a.tier === 1 || b.tier === 1 ? 'urgent' : 'tier';
  if (a.first !== b.first) return 'severity';
  if (a.second !== b.second) return 'second';
  if (a.third !== b.third) return 'third';
  if (a.actual !== b.actual) return 'nature';
  return a.likelihood !== b.likelihood ? 'likelihood' : 'tie';
}

export interface Ranked<T> {
  readonly item: T;
  readonly key: SortKey;
  /** 1 for the first; equals share a rank and the next one skips ("1, 2, 2, 4"). */
  readonly rank: number;
  readonly tied: boolean;
}

/** Sorts and ranks. Among ties the given order stays: it decides what is shown first, never a rank. */
export function rankBy<T>(items: readonly T[], keyOf: (item: T) => SortKey): Ranked<T>[] {
  const sorted = items.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => compareKeys(a.key, b.key));
  const ranks: number[] = [];
  sorted.forEach(({ key }, index) => {
    const before = sorted[index - 1];
    ranks.push(before && compareKeys(before.key, key) === 0 ? (ranks[index - 1] ?? 1) : index + 1);
  });
  return sorted.map(({ item, key }, index) => ({
    item,
    key,
    rank: ranks[index] ?? index + 1,
    tied: ranks[index] === ranks[index - 1] || ranks[index] === ranks[index + 1],
  }));
}
