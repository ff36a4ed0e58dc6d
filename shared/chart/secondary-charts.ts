import type { RoundAssessment } from '../assessment/assess-round.ts';
import type { MessageKey, Translate } from '../i18n/index.ts';
import type { IdOf } from '../model/id.ts';
import { groupMedians, groupRows } from './group-medians.ts';
import { heatRows, heatStrip } from './heat-strip.ts';
import type { PictureOptions, SecondaryChart } from './picture.ts';
import { rankLines, rankProfile } from './rank-profile.ts';
import { issueTornado, themeTornado, tornado } from './tornado.ts';

/** What the pictures beside the matrix are drawn from. */
export interface SecondaryChartInput {
  readonly assessment: RoundAssessment;
  readonly nameOf: (issueId: IdOf<'issues'>) => string;
  readonly themeName: (themeId: IdOf<'themes'>) => string;
  /** A line under the title; empty = none. */
  readonly note: string;
  /** Rounds to compare, oldest first, this one last. `restated`: read again by this one's method. */
  readonly rounds: readonly {
    readonly label: string;
    readonly restated: boolean;
    readonly assessment: Pick<RoundAssessment, 'issues'>;
  }[];
  /** Labels of earlier rounds of another scale, whose ranks are not joined with those of this one. */
  readonly otherScale: readonly string[];
}

interface SecondaryChartKind {
  readonly title: MessageKey;
  readonly draw: (
    input: SecondaryChartInput,
    heading: { readonly title: string; readonly note: string },
    t: Translate,
    options: PictureOptions,
  ) => SecondaryChart;
}

/** Which rounds are not in the profile, and why; empty = all are. */
export function otherScaleText(t: Translate, rounds: readonly string[]): string {
  return rounds.length === 0
    ? ''
    : t('chart.profile.otherScale', { rounds: rounds.join(t('chart.separator')) });
}

/** The registry of the pictures beside the matrix: one entry a picture. */
export const SECONDARY_CHARTS = {
  profile: {
    title: 'chart.profile.title',
    draw: ({ rounds, otherScale, nameOf }, { title, note }, t, options) =>
      rankProfile(
        {
          title,
          note: [otherScaleText(t, otherScale), note]
            .filter(Boolean)
            .reduce((before, after) => (before ? t('chart.sentences', { before, after }) : after), ''),
          rounds,
          lines: rankLines(
            rounds.map(({ assessment }) => assessment),
            nameOf,
          ),
        },
        t,
        options,
      ),
  },
  tornado: {
    title: 'chart.tornado.title',
    draw: ({ assessment, nameOf }, heading, t, options) =>
      tornado({ ...heading, ...issueTornado(assessment, nameOf) }, t, options),
  },
  themes: {
    title: 'chart.tornado.title.themes',
    draw: ({ assessment, nameOf, themeName }, heading, t, options) =>
      tornado({ ...heading, ...themeTornado(assessment, themeName, nameOf) }, t, options),
  },
  heat: {
    title: 'chart.heat.title',
    draw: ({ assessment, nameOf }, heading, t, options) =>
      heatStrip(
        { ...heading, rows: heatRows(assessment.issues, nameOf), size: assessment.rules.size },
        t,
        options,
      ),
  },
  groups: {
    title: 'chart.groups.title',
    draw: ({ assessment, nameOf }, heading, t, options) =>
      groupMedians(
        { ...heading, rows: groupRows(assessment, nameOf), size: assessment.rules.size },
        t,
        options,
      ),
  },
} as const satisfies Record<string, SecondaryChartKind>;

export type SecondaryChartId = keyof typeof SECONDARY_CHARTS;
export const SECONDARY_CHART_IDS = Object.keys(SECONDARY_CHARTS) as SecondaryChartId[];

/** A picture beside the matrix, and the same as a table. Pure. */
export function secondaryChartOf(
  id: SecondaryChartId,
  input: SecondaryChartInput,
  t: Translate,
  options: PictureOptions,
): SecondaryChart {
  const { title, draw }: SecondaryChartKind = SECONDARY_CHARTS[id];
  return draw(input, { title: t(title), note: input.note }, t, options);
}
