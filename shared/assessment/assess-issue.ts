import type { IdOf } from '../model/id.ts';
import type { Category, Issue } from '../model/issue.ts';
import type { Rating } from '../model/rating.ts';
import {
  DIMENSIONS,
  type Dimension,
  type Round,
  SEVERITY_DIMENSIONS,
  type SeverityDimension,
} from '../model/round.ts';
import type { DimensionSummary, IssueAggregate, Mark } from './aggregate.ts';
import { type Badge, badgesOf } from './badges.ts';
import { type GroupView, groupViews } from './group-views.ts';
import { type Histogram, histogram, median, upperMedian } from './histogram.ts';
import { type MinorityView, minorityViews } from './minority.ts';
import {
  decidingDimensions,
  decidingRule,
  type Figure,
  type Impact,
  nearThreshold,
  type OrderRule,
  profile,
  type Ranked,
  type Rules,
  severityFloor,
  type Tier,
  type TierRule,
  tierOf,
} from './order.ts';
import { isRecused, panelOf } from './panel.ts';
import { type Conclusion, dependsOnReading, type Robustness, readImpact } from './robustness.ts';
import { type Suggestion, suggestLevel } from './suggestion.ts';
import type { StakeholderVoice } from './voice.ts';

/** Lowest and highest score given. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** What follows from the ratings of one issue of a round. */
export interface IssueAssessment {
  readonly issueId: IdOf<'issues'>;
  readonly category: Category;
  /** Position in the list of results, from 1; among ties the order of the issue list. */
  readonly position: number;
  /** Place in the salience order; equals share it. Null = nobody has judged the issue. */
  readonly rank: number | null;
  readonly tied: boolean;
  /** What set it behind the one before it in the list; null for the first and the unrated. */
  readonly behindBy: OrderRule | null;

  /** Tier; of incomplete ratings the tier it is in at least. Null = nobody has judged the issue. */
  readonly tier: Tier | null;
  readonly tierRule: TierRule | null;
  /** The tier if every missing dimension turned out to be the highest. */
  readonly possibleTier: Tier | null;
  readonly complete: boolean;
  readonly missing: readonly Dimension[];

  /** Highest of the three; null while one of them is missing (METHOD: no figure, only a floor). */
  readonly severity: Figure | null;
  /** Highest of what is known; equals `severity` where that is known. */
  readonly severityFloor: Figure | null;
  /** The assessors' range on the dimensions that decide severity; contains both readings. For whiskers. */
  readonly severityRange: Range | null;
  /** Mean of the three medians, for comparison alone. */
  readonly severityMean: number | null;
  /** Upper medians, highest first: what the order compared. */
  readonly profile: readonly number[];
  /** Dimensions that hold the highest value: `[scope]` alone means "severe by scope only". */
  readonly deciding: readonly SeverityDimension[];
  /** Null for an actual impact, and while nobody rated it. */
  readonly likelihood: Figure | null;
  readonly dimensions: Readonly<Record<Dimension, DimensionSummary>>;
  readonly nature: 'actual' | 'potential';
  readonly actualVotes: number;
  readonly delay: boolean;
  readonly delayVotes: number;
  /** What the order reads: upper medians, and what the votes carry. */
  readonly impact: Impact;
  /** Assessors who gave any judgement. */
  readonly raters: number;
  /** Assessors who do not rate it because of an interest of their own: none of them abstained, or has yet to answer. */
  readonly recused: readonly IdOf<'assessors'>[];

  /** Shown severity within the band around the threshold of tier 1; the side is by the ranking severity. */
  readonly near: 'above' | 'below' | null;
  /** On a severity dimension, or on whether it is happening or suffers no delay: to be discussed. */
  readonly divided: boolean;
  readonly dividedOn: readonly Dimension[];
  readonly splits: readonly Mark[];
  readonly robustness: Robustness | null;
  /** What depends on the reading. */
  readonly depends: readonly Conclusion[];
  /**
   * It must look uncertain: its tier or the suggested level depends on the reading (`severity-first-1`: whether it is
   * among the first k).
   */
  readonly uncertain: boolean;

  readonly voice: StakeholderVoice;
  readonly suggestion: Suggestion;

  /** What decides the response, never the rank. */
  readonly connection: Readonly<Record<'cause' | 'contribute' | 'directly-linked', number>>;
  readonly leverage: number | null;
  readonly businessEffect: number | null;
  /** The assessors' range on it; null while nobody rated it. */
  readonly businessRange: Range | null;
  /** Median of the assessors' confidence, 1–3. */
  readonly confidence: number | null;

  /** Medians of those affected, experts and the company's own people; groups without an assessor are left out. */
  readonly groups: readonly GroupView[];
  /** Who stands apart, with their reasons. */
  readonly minority: readonly MinorityView[];
  /** What a reader must know of the dot; none of an issue that nobody judged. */
  readonly badges: readonly Badge[];
}

/** An issue with what its assessment rests on. */
export interface RatedIssue {
  readonly issue: Issue;
  /** Its ratings in the round. */
  readonly ratings: readonly Rating[];
  readonly aggregate: IssueAggregate;
  /** From 1, in the list of results. */
  readonly position: number;
  /** Its place in the order; undefined where nobody has judged it. */
  readonly place: Ranked<Issue> | undefined;
  /** The one before it in the order. */
  readonly before: Ranked<Issue> | undefined;
  readonly robustness: Robustness | null;
  readonly voice: StakeholderVoice;
  /** Whether it was taken over from the round before, and nothing was cited or heard since. */
  readonly carried: boolean;
}

/**
 * The assessment of one issue.
 * @param themed whether the round ranks themes: then an issue's own place suggests nothing
 */
export function assessIssue(
  { issue, ratings, aggregate, position, place, before, robustness, voice, carried }: RatedIssue,
  round: Round,
  rules: Rules,
  themed: boolean,
): IssueAssessment {
  const { thresholds } = round;
  const { votes: _votes, read: _read, ...printed } = aggregate;
  const impact = impactOf(aggregate);
  const shown = readImpact(aggregate, median, null);
  const tier = place ? tierOf(impact, rules) : null;
  const floor = figure(severityFloor(shown), severityFloor(impact));
  const missing = tier?.missing ?? [...DIMENSIONS];
  const severityKnown = SEVERITY_DIMENSIONS.every((dimension) => impact[dimension] !== null);
  const near = nearThreshold(floor, thresholds);
  const divided =
    SEVERITY_DIMENSIONS.some((dimension) => aggregate.dimensions[dimension].divided) ||
    aggregate.splits.length > 0;
  const depends = robustness ? dependsOnReading(robustness) : [];
  const likelihood = impact.nature === 'actual' ? null : figure(shown.likelihood, impact.likelihood);
  const deciding = decidingDimensions(impact);
  const business = countOf(ratings.map((rating) => rating.businessEffect));
  const badgeBasis = {
    ratings,
    voice,
    divided,
    severity: floor?.ranking ?? null,
    delay: aggregate.delay,
    nature: aggregate.nature,
    likelihood: likelihood?.ranking ?? null,
    carried,
  };
  return {
    ...printed,
    impact,
    issueId: issue.id,
    recused: panelOf(round)
      .map(({ id }) => id)
      .filter((id) => isRecused(round, id, issue.id)),
    category: issue.category,
    position,
    rank: place?.rank ?? null,
    tied: place?.tied ?? false,
    behindBy: place && before ? decidingRule(before.key, place.key) : null,
    tier: tier?.tier ?? null,
    tierRule: tier?.rule ?? null,
    possibleTier: tier?.possible ?? null,
    complete: place !== undefined && missing.length === 0,
    missing,
    severity: severityKnown ? floor : null,
    severityFloor: floor,
    severityRange: rangeOver(deciding.map((dimension) => aggregate.dimensions[dimension])),
    severityMean: severityKnown ? meanOfThree(shown) : null,
    profile: profile(impact),
    deciding,
    likelihood,
    near,
    divided,
    dividedOn: DIMENSIONS.filter((dimension) => aggregate.dimensions[dimension].divided),
    robustness,
    depends,
    uncertain:
      rules.version === 'severity-first-1'
        ? depends.includes('top')
        : depends.includes('tier') || depends.includes('level'),
    voice,
    suggestion: suggestLevel(
      {
        severity: floor?.ranking ?? null,
        delay: aggregate.delay,
        tier: tier?.tier ?? null,
        closeBelow: near === 'below',
        rank: themed ? null : (place?.rank ?? null),
      },
      thresholds,
    ),
    connection: countConnections(ratings),
    leverage: median(countOf(ratings.map((rating) => rating.leverage))),
    businessEffect: median(business),
    businessRange: rangeOf(business),
    confidence: median(countOf(ratings.map((rating) => rating.confidence))),
    groups: groupViews(panelOf(round), aggregate.dimensions),
    minority: minorityViews(aggregate, ratings),
    badges: place ? badgesOf(badgeBasis, thresholds) : [],
  };
}

/** An aggregate as the impact that ranks: of upper medians, of all assessors. */
export function impactOf(aggregate: IssueAggregate): Impact {
  return readImpact(aggregate, upperMedian, null);
}

function figure(shown: number | null, ranking: number | null): Figure | null {
  return shown === null || ranking === null ? null : { shown, ranking };
}

function rangeOver(summaries: readonly DimensionSummary[]): Range | null {
  const known = summaries.flatMap(({ min, max }) => (min === null || max === null ? [] : [{ min, max }]));
  if (known.length === 0) return null;
  return { min: Math.min(...known.map(({ min }) => min)), max: Math.max(...known.map(({ max }) => max)) };
}

function meanOfThree(impact: Impact): number | null {
  const { scale, scope, irremediability } = impact;
  return scale === null || scope === null || irremediability === null
    ? null
    : (scale + scope + irremediability) / 3;
}

function rangeOf(counts: Histogram): Range | null {
  const lowest = counts.findIndex((count) => count > 0);
  return lowest < 0 ? null : { min: lowest + 1, max: counts.findLastIndex((count) => count > 0) + 1 };
}

/** How often each value was given; what nobody answered is not counted. */
function countOf(values: readonly (number | null)[]): Histogram {
  return histogram(values.filter((value) => value !== null));
}

function countConnections(ratings: readonly Rating[]): IssueAssessment['connection'] {
  const counts = { cause: 0, contribute: 0, 'directly-linked': 0 };
  for (const { connection } of ratings) if (connection !== null) counts[connection]++;
  return counts;
}
