import type { Id } from '../model/basics.ts';
import { DECISION_LEVELS, type DecisionLevel } from '../model/decision.ts';
import type { IdOf } from '../model/id.ts';
import { DIMENSIONS, type Dimension, type Thresholds } from '../model/round.ts';
import type { IssueAssessment, RoundAssessment } from './assess-round.ts';
import { midRanks } from './concordance.ts';
import type { GroupView, VoiceGroup } from './group-views.ts';
import { type Tier, tierOf } from './order.ts';

type External = Exclude<VoiceGroup, 'company'>;

/** In what external voices and assessors differ on an issue. */
export type DivergenceReason =
  /** Among the first k by how many raised it, and not in tier 1; or among the first k by salience, and raised by none. */
  | {
      readonly kind: 'raised-more' | 'raised-less';
      /** Place by the share of people heard who raised it; equals share the middle. */
      readonly voiceRank: number;
      readonly rank: number;
      readonly raised: number;
      readonly heard: number;
      readonly k: number;
    }
  /** A group of external assessors is at least two steps from the company's own. */
  | {
      readonly kind: 'groups';
      readonly group: External;
      readonly dimension: Dimension;
      readonly external: number;
      readonly company: number;
      readonly n: { readonly external: number; readonly company: number };
    }
  /** By the medians of a group of external assessors alone it is in another tier than by those of the company's own. */
  | {
      readonly kind: 'tier';
      readonly group: External;
      readonly external: Tier;
      readonly company: Tier;
      readonly n: { readonly external: number; readonly company: number };
    }
  /** People from outside urged the company to act, and less than `monitor` is suggested. */
  | { readonly kind: 'urged'; readonly urge: number; readonly suggested: DecisionLevel | null };

export interface Divergence {
  readonly issueId: IdOf<'issues'>;
  readonly reasons: readonly DivergenceReason[];
  /** 1 for the largest; equals share a place and the next one skips. */
  readonly place: number;
  readonly tied: boolean;
  /** How far a group is from the company's own, at most: in tiers, and in steps of a dimension. */
  readonly apart: { readonly tiers: number; readonly steps: number };
}

type Assessed = Pick<RoundAssessment, 'issues' | 'topIssues' | 'hearing' | 'themes' | 'round'>;

/**
 * Steps between two groups' medians from which they are said to differ. One step is what careful people differ by: by it
 * every issue of a round is on the list.
 */
const APART = 2;

/**
 * Where those outside and the assessors differ (METHOD-SOURCES 2.4, "divergence register"): by two steps or more, or by
 * a tier. The largest difference first, by tiers, then by steps; equals share a place and stand in salience order. A
 * finding to look into, not a correction: voices never move a rank.
 */
export function divergences(assessment: Assessed): Divergence[] {
  const ranked = assessment.issues.filter(({ rank }) => rank !== null);
  const voiceRanks = midRanks(ranked.map(({ voice }) => -(voice.share ?? 0)));
  const levels = levelsByTheme(assessment);
  const found = ranked.flatMap((issue, index) => {
    const suggested = [issue.suggestion.level, levels.get(issue.issueId) ?? null]
      .filter((level) => level !== null)
      .sort((a, b) => attention(a) - attention(b))[0];
    const reasons = [
      ...raisedReasons(issue, voiceRanks[index] ?? 0, assessment.topIssues),
      ...groupReasons(issue, assessment.round.thresholds),
      ...urgedReasons(issue, suggested),
    ];
    return reasons.length > 0 ? [{ issueId: issue.issueId, reasons, apart: apartOf(reasons) }] : [];
  });
  const larger = (a: Divergence['apart'], b: Divergence['apart']) => b.tiers - a.tiers || b.steps - a.steps;
  found.sort((a, b) => larger(a.apart, b.apart));
  return found.map((one) => {
    const equals = found.filter(({ apart }) => larger(apart, one.apart) === 0);
    return { ...one, place: found.indexOf(equals[0] ?? one) + 1, tied: equals.length > 1 };
  });
}

/** The most attentive level of the themes that an issue is in: a theme's level is its members' too. */
function levelsByTheme({ themes }: Pick<RoundAssessment, 'themes'>): Map<Id, DecisionLevel> {
  const levels = new Map<Id, DecisionLevel>();
  for (const { memberIds, suggestion } of themes)
    for (const id of memberIds) {
      const standing = levels.get(id);
      if (suggestion.level && (!standing || attention(suggestion.level) < attention(standing)))
        levels.set(id, suggestion.level);
    }
  return levels;
}

function raisedReasons(
  { rank: own, tier, voice: { raised, heard } }: IssueAssessment,
  voiceRank: number,
  k: number,
): DivergenceReason[] {
  const rank = own ?? 0;
  const place = { voiceRank, rank, raised, heard, k };
  if (raised > 0 && voiceRank <= k && rank > k && tier !== 1) return [{ kind: 'raised-more', ...place }];
  return heard > 0 && raised === 0 && rank <= k ? [{ kind: 'raised-less', ...place }] : [];
}

function groupReasons(issue: IssueAssessment, thresholds: Thresholds): DivergenceReason[] {
  const company = issue.groups.find(({ group }) => group === 'company');
  if (!company) return [];
  return issue.groups.flatMap((view): DivergenceReason[] => {
    const { group } = view;
    if (group === 'company') return [];
    const [external, own] = [view, company].map((one) => tierByGroup(one, issue, thresholds));
    const byTier: DivergenceReason[] =
      external && own && external !== own
        ? [{ kind: 'tier', group, external, company: own, n: { external: view.n, company: company.n } }]
        : [];
    return [
      ...byTier,
      ...DIMENSIONS.flatMap((dimension): DivergenceReason[] => {
        const [theirs, ours] = [view.dimensions[dimension], company.dimensions[dimension]];
        if (theirs.median === null || ours.median === null) return [];
        if (Math.abs(theirs.median - ours.median) < APART) return [];
        const n = { external: theirs.n, company: ours.n };
        return [{ kind: 'groups', group, dimension, external: theirs.median, company: ours.median, n }];
      }),
    ];
  });
}

/**
 * The tier by a group's own medians. Whether it is happening and whether delay is fatal are facts for all to settle, and
 * no difference of groups. Null where the group left a dimension open.
 */
function tierByGroup(
  { dimensions: { scale, scope, irremediability, likelihood } }: GroupView,
  { nature, delay }: IssueAssessment,
  thresholds: Thresholds,
): Tier | null {
  const { tier, missing } = tierOf(
    {
      scale: scale.upper,
      scope: scope.upper,
      irremediability: irremediability.upper,
      likelihood: likelihood.upper,
      nature,
      delay,
    },
    thresholds,
  );
  return missing.length === 0 ? tier : null;
}

function urgedReasons(
  { voice: { urge } }: IssueAssessment,
  suggested: DecisionLevel | undefined,
): DivergenceReason[] {
  if (urge === 0 || (suggested && attention(suggested) <= attention('monitor'))) return [];
  return [{ kind: 'urged', urge, suggested: suggested ?? null }];
}

function apartOf(reasons: readonly DivergenceReason[]): Divergence['apart'] {
  const most = (kind: 'tier' | 'groups') =>
    Math.max(
      0,
      ...reasons.map((one) =>
        one.kind === kind && 'external' in one ? Math.abs(one.external - one.company) : 0,
      ),
    );
  return { tiers: most('tier'), steps: most('groups') };
}

/** 0 = most attention. */
function attention(level: DecisionLevel): number {
  return DECISION_LEVELS.indexOf(level);
}
