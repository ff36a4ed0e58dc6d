import type { Id } from '../model/basics.ts';
import type { Voice } from '../model/dialogue.ts';
import { type Assessor, DIMENSIONS, type Dimension } from '../model/round.ts';
import type { DimensionSummary } from './aggregate.ts';
import { histogram, median, upperMedian } from './histogram.ts';

/** Assessors by where they stand: those affected or speaking for them, experts, the company's own people. */
export const GROUPS = ['affected', 'expert', 'company'] as const;
export type VoiceGroup = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<Voice, VoiceGroup>> = {
  rightsholder: 'affected',
  representative: 'affected',
  expert: 'expert',
  company: 'company',
};

export function groupOf(voice: Voice): VoiceGroup {
  return GROUP_OF[voice];
}

export interface GroupDimension {
  readonly n: number;
  readonly median: number | null;
  readonly upper: number | null;
}

/** What one group of assessors said of an issue: the difference between groups is a finding (METHOD-SOURCES 2.4). */
export interface GroupView {
  readonly group: VoiceGroup;
  /** Assessors of the group in the round. */
  readonly assessors: number;
  /** Those of them who gave the issue at least one score. */
  readonly n: number;
  readonly dimensions: Readonly<Record<Dimension, GroupDimension>>;
  /** Highest of the three medians; null while the group left one of them open. */
  readonly severity: number | null;
}

/** Groups' medians side by side; groups without any assessor are left out. */
export function groupViews(
  assessors: readonly Pick<Assessor, 'id' | 'voice'>[],
  dimensions: Readonly<Record<Dimension, DimensionSummary>>,
): GroupView[] {
  return GROUPS.flatMap((group) => {
    const members = new Set(assessors.filter(({ voice }) => groupOf(voice) === group).map(({ id }) => id));
    if (members.size === 0) return [];
    const raters = new Set<Id>();
    const of = (dimension: Dimension): GroupDimension => {
      const own = dimensions[dimension].scores.filter(({ assessorId }) => members.has(assessorId));
      for (const { assessorId } of own) raters.add(assessorId);
      const counts = histogram(own.map(({ value }) => value));
      return { n: own.length, median: median(counts), upper: upperMedian(counts) };
    };
    const [scale, scope, irremediability, likelihood] = DIMENSIONS.map(of) as [
      GroupDimension,
      GroupDimension,
      GroupDimension,
      GroupDimension,
    ];
    const three = [scale.median, scope.median, irremediability.median].filter((value) => value !== null);
    return [
      {
        group,
        assessors: members.size,
        n: raters.size,
        dimensions: { scale, scope, irremediability, likelihood },
        severity: three.length === 3 ? Math.max(...three) : null,
      },
    ];
  });
}
