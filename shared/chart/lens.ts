import type { IssueAssessment, Range } from '../assessment/assess-round.ts';
import type { MessageKey, Translate } from '../i18n/index.ts';

/** Where an issue stands across: a figure on the axis, or one of the lanes beside it. */
export type Across = number | 'before' | 'after';

/** A way to look at a round: what the horizontal axis means. Severity is always the vertical one. */
export interface Lens {
  readonly label: MessageKey;
  readonly axis: MessageKey;
  /** Ends of the axis, beyond the first and last figure so that marks have room. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly tickText: (tick: number) => string;
  /** Captions of the lanes: left of the axis and right of it. */
  readonly before: MessageKey;
  readonly after: MessageKey | null;
  /** Whether tier 2 can be drawn: it depends on likelihood. */
  readonly tier2: boolean;
  readonly across: (issue: IssueAssessment) => Across;
  /** The assessors' range; null = none to show. */
  readonly range: (issue: IssueAssessment) => Range | null;
  readonly describe: (t: Translate, issue: IssueAssessment) => string;
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** The registry of lenses: one entry a lens (METHOD, Lenses). The first is the default. */
export const LENSES = {
  salience: {
    label: 'lens.salience',
    axis: 'lens.salience.axis',
    domain: [0.6, 5.4],
    ticks: [1, 2, 3, 4, 5],
    tickText: String,
    before: 'lens.salience.before',
    after: 'lens.salience.after',
    tier2: true,
    across: (issue) => (issue.nature === 'actual' ? 'after' : (issue.likelihood?.shown ?? 'before')),
    range: ({ nature, dimensions: { likelihood } }) =>
      nature === 'actual' || likelihood.min === null || likelihood.max === null
        ? null
        : { min: likelihood.min, max: likelihood.max },
    describe: (t, issue) => {
      if (issue.nature === 'actual') return t('chart.item.actual');
      if (!issue.likelihood) return t('chart.item.likelihood.unknown');
      const { shown, ranking } = issue.likelihood;
      return shown === ranking
        ? t('chart.item.likelihood', { shown })
        : t('chart.item.likelihood.both', { shown, ranking });
    },
  },
  voice: {
    label: 'lens.voice',
    axis: 'lens.voice.axis',
    domain: [-0.06, 1.06],
    ticks: [0, 0.25, 0.5, 0.75, 1],
    tickText: percent,
    before: 'lens.voice.before',
    after: null,
    tier2: false,
    across: (issue) => issue.voice.share ?? 'before',
    range: () => null,
    describe: (t, { voice }) =>
      voice.share === null
        ? t('chart.item.voice.none')
        : t('chart.item.voice', { raised: voice.raised, heard: voice.heard, passages: voice.passages }),
  },
} as const satisfies Record<string, Lens>;

export type LensId = keyof typeof LENSES;
export const LENS_IDS = Object.keys(LENSES) as LensId[];
