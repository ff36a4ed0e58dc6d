import type { Id } from '../model/basics.ts';
import type { DecisionLevel } from '../model/decision.ts';
import { SEVERITY_DIMENSIONS } from '../model/round.ts';
import type { IssueAssessment, RoundAssessment } from './assess-round.ts';
import type { Tier } from './order.ts';
import type { CriticalMove, Group, LeftOut, OtherwiseWithout, Robustness } from './robustness.ts';

export interface CardSubject {
  readonly kind: 'issue' | 'theme';
  readonly id: Id;
}

/** How sure the place of an issue or theme is (METHOD-SOURCES 2.6). */
export interface RobustnessCard {
  readonly subject: CardSubject;
  readonly rank: number;
  /** The tier and the suggested level that it is given. */
  readonly given: { readonly tier: Tier | null; readonly level: DecisionLevel | null };
  /** Number of first ones that the shares speak of. */
  readonly k: number;
  /** What every reading makes of it. */
  readonly readings: Omit<Robustness, 'k' | 'leaveOneOut'>;
  /** The same with each assessor left out, by the reading that ranks; and whose absence moves it where to. */
  readonly leaveOneOut: {
    readonly best: number;
    readonly worst: number;
    readonly moved: readonly LeftOut[];
    /** Whose absence gives it another tier or suggested level. */
    readonly changed: readonly OtherwiseWithout[];
    /** Some of those moves are made by the upper median of an even panel: precaution, not disagreement. */
    readonly byUpperMedian: boolean;
  };
  /** Steps of ±1 on one of its dimensions that change its tier, its suggested level, or which issues are the first ones. */
  readonly critical: readonly CriticalMove[];
  /** The dimension that alone makes it as severe as it is; null where several do. */
  readonly severeBy: (typeof SEVERITY_DIMENSIONS)[number] | null;
  /** What a choice of weights for the three dimensions would do; null while one of them is missing. */
  readonly weightings: Weighted | null;
}

/** Places under every weighting of the three dimensions, all of them in tenths. */
export interface Weighted {
  /** Weightings under which it is among the first k. */
  readonly within: number;
  readonly of: number;
  readonly best: number;
  readonly worst: number;
}

/**
 * The robustness card of an issue or theme of the round.
 * @returns null for what is not in the round, or that nobody has judged
 */
export function robustnessCard(assessment: RoundAssessment, subject: CardSubject): RobustnessCard | null {
  const theme =
    subject.kind === 'theme' ? assessment.themes.find(({ themeId }) => themeId === subject.id) : undefined;
  const own = theme ?? assessment.issues.find(({ issueId }) => issueId === subject.id);
  if (!own || own.rank === null || own.robustness === null) return null;
  if ((subject.kind === 'theme') !== (theme !== undefined)) return null;
  const { k, leaveOneOut, ...readings } = own.robustness;
  const memberIds = theme?.memberIds ?? [subject.id];
  const ranksAs = assessment.issues.find(({ issueId }) => issueId === (theme?.bestIssueId ?? subject.id));
  const groups: Group[] = theme
    ? assessment.themes.map((one) => ({ id: one.themeId, members: one.memberIds }))
    : assessment.issues.map(({ issueId }) => ({ id: issueId, members: [issueId] }));
  return {
    subject,
    rank: own.rank,
    given: { tier: own.tier, level: own.suggestion.level },
    k,
    readings,
    leaveOneOut: {
      ...leaveOneOut,
      byUpperMedian: leaveOneOut.moved.some(({ byUpperMedian }) => byUpperMedian),
    },
    critical: assessment.oneStep.critical.filter(({ issueId }) => memberIds.includes(issueId)),
    severeBy: ranksAs?.deciding.length === 1 ? (ranksAs.deciding[0] ?? null) : null,
    weightings: weightings(assessment.issues, groups, k).get(subject.id) ?? null,
  };
}

/** Every way to split 1 among scale, scope and irremediability in tenths: 66 of them. */
const WEIGHTS: readonly (readonly [number, number, number])[] = Array.from({ length: 11 }, (_, first) =>
  Array.from({ length: 11 - first }, (_none, second) => [first, second, 10 - first - second] as const),
).flat();

/**
 * Under how many weightings each is among the first k, if severity were a weighted mean of the three upper medians: to
 * show what a choice of weights would do, never used for the order. Equals are put in the order of their ids, so that
 * each weighting has exactly k first ones. Issues with a missing dimension do not compete.
 */
export function weightings(
  issues: readonly Pick<IssueAssessment, 'issueId' | 'dimensions'>[],
  groups: readonly Group[],
  k: number,
): Map<Id, Weighted> {
  const scores = new Map<Id, readonly number[]>();
  for (const { issueId, dimensions } of issues) {
    const three = SEVERITY_DIMENSIONS.map((dimension) => dimensions[dimension].upper);
    if (three.every((value) => value !== null)) scores.set(issueId, three);
  }
  const competing = groups
    .map(({ id, members }) => ({ id, of: members.flatMap((member) => [scores.get(member) ?? []]) }))
    .map(({ id, of }) => ({ id, of: of.filter((three) => three.length > 0) }))
    .filter(({ of }) => of.length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const tallies = new Map(
    competing.map(({ id }) => [id, { within: 0, best: Number.POSITIVE_INFINITY, worst: 0 }]),
  );
  for (const [scale, scope, irremediability] of WEIGHTS) {
    const weighted = ([a = 0, b = 0, c = 0]: readonly number[]) =>
      a * scale + b * scope + c * irremediability;
    competing
      .map(({ id, of }) => ({ id, value: Math.max(...of.map(weighted)) }))
      .sort((a, b) => b.value - a.value)
      .forEach(({ id }, index) => {
        const tally = tallies.get(id);
        if (!tally) return;
        if (index < k) tally.within++;
        tally.best = Math.min(tally.best, index + 1);
        tally.worst = Math.max(tally.worst, index + 1);
      });
  }
  return new Map([...tallies].map(([id, tally]) => [id, { ...tally, of: WEIGHTS.length }]));
}
