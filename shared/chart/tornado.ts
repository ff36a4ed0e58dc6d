import { type ScaleLinear, scaleLinear } from 'd3';
import type { RoundAssessment } from '../assessment/assess-round.ts';
import type { Translate } from '../i18n/index.ts';
import type { IdOf } from '../model/id.ts';
import { DIMENSIONS, type Dimension } from '../model/round.ts';
import { inOneBreath } from './describe.ts';
import { EDGE } from './ground.ts';
import { type LegendEntry, legend, rowsOf } from './legend.ts';
import { textWidth } from './metrics.ts';
import {
  byName,
  categoriesOf,
  categorySign,
  heading,
  hitArea,
  nameColumn,
  nameLine,
  type PictureOptions,
  type PictureTable,
  ROW,
  rule,
  type SecondaryChart,
  SIZE,
  type Subject,
} from './picture.ts';
import type { SceneItem, Shape } from './scene.ts';
import { markShapes, NO_SIGNS } from './signs.ts';
import { write } from './text.ts';
import { whatIf } from './what-if.ts';

/** A move of one aggregated dimension by one step, and the place that would follow. */
export interface Step {
  readonly dimension: Dimension;
  readonly step: 1 | -1;
  readonly rank: number;
  /** The member that is moved, where the subject is a theme. */
  readonly member: string | null;
}

export interface TornadoRow extends Subject {
  readonly rank: number;
  readonly tied: boolean;
  readonly best: number;
  readonly worst: number;
  /** Share of readings in which it is among the first `k`. */
  readonly topShare: number;
  /** One-step moves that take it into the first k or out of them. */
  readonly steps: readonly Step[];
}

export interface TornadoInput {
  readonly title: string;
  readonly note: string;
  /** How many first places the question is about. */
  readonly k: number;
  readonly rows: readonly TornadoRow[];
}

/** Issues of a round with the span of their places and the critical one-step moves (METHOD, Robustness). */
export function issueTornado(
  assessment: RoundAssessment,
  nameOf: (issueId: IdOf<'issues'>) => string,
): Pick<TornadoInput, 'k' | 'rows'> {
  const { issues, topIssues: k } = assessment;
  return {
    k,
    rows: issues.flatMap((issue): TornadoRow[] => {
      if (issue.rank === null || !issue.robustness) return [];
      const steps = stepsOf(assessment, issue.issueId, k, (found) => found.would.rank, issue.rank);
      return [
        {
          id: issue.issueId,
          name: nameOf(issue.issueId),
          category: issue.category,
          rank: issue.rank,
          tied: issue.tied,
          ...span(issue.robustness),
          steps: steps.map((step) => ({ ...step, member: null })),
        },
      ];
    }),
  };
}

/** As `issueTornado`, for themes: a theme ranks as its best member. */
export function themeTornado(
  assessment: RoundAssessment,
  nameOfTheme: (themeId: IdOf<'themes'>) => string,
  nameOf: (issueId: IdOf<'issues'>) => string,
): Pick<TornadoInput, 'k' | 'rows'> {
  const k = assessment.round.thresholds.topThemes;
  return {
    k,
    rows: assessment.themes.flatMap((theme): TornadoRow[] => {
      const { themeId, rank } = theme;
      if (rank === null || !theme.robustness) return [];
      return [
        {
          id: themeId,
          name: nameOfTheme(themeId),
          category: null,
          rank,
          tied: theme.tied,
          ...span(theme.robustness),
          steps: theme.memberIds.flatMap((member) =>
            stepsOf(
              assessment,
              member,
              k,
              (found) => found.themes.find((one) => one.themeId === themeId)?.would.rank ?? null,
              rank,
            ).map((step) => ({ ...step, member: nameOf(member) })),
          ),
        },
      ];
    }),
  };
}

function span({ best, worst, topShare }: { best: number; worst: number; topShare: number }) {
  return { best, worst, topShare };
}

function stepsOf(
  assessment: RoundAssessment,
  issueId: IdOf<'issues'>,
  k: number,
  rankOf: (found: NonNullable<ReturnType<typeof whatIf>>) => number | null,
  rank: number,
): Omit<Step, 'member'>[] {
  const issue = assessment.issues.find((one) => one.issueId === issueId);
  if (!issue || issue.rank === null) return [];
  const { impact } = issue;
  return DIMENSIONS.flatMap((dimension) => {
    const value = impact[dimension];
    if (value === null || (dimension === 'likelihood' && impact.nature === 'actual')) return [];
    return ([1, -1] as const).flatMap((step) => {
      if (value + step < 1 || value + step > assessment.rules.size) return [];
      const found = whatIf(assessment, issueId, { [dimension]: value + step });
      const would = found && rankOf(found);
      return would !== null && would <= k !== rank <= k ? [{ dimension, step, rank: would }] : [];
    });
  });
}

/** Where the parts of the picture stand. */
interface Layout {
  readonly width: number;
  /** Width of the names. */
  readonly names: number;
  /** Beginning of the scale of places. */
  readonly left: number;
  readonly x: ScaleLinear<number, number>;
  /** The lowest place that is drawn. */
  readonly lowest: number;
  /** Of the titles above the columns. */
  readonly titles: number;
  /** Of the rows. */
  readonly top: number;
  readonly bottom: number;
}

/** Triangles about (0, 0): a step that is one more, or one less. */
const STEP_SHAPE = { 1: 'M-4 4L0 -5L4 4Z', [-1]: 'M-4 -4L0 5L4 -4Z' } as const;

/**
 * How far a place depends on how ratings are read: from the best to the worst place over all readings, a mark at the
 * one that holds, a tick where one step on one dimension would take it across the line of the first k.
 */
export function tornado(
  { title, note, k, rows: given }: TornadoInput,
  t: Translate,
  { language, width = 900, heading: headed = true }: PictureOptions,
): SecondaryChart {
  const rows = [...given].sort((a, b) => a.rank - b.rank || byName(a, b));
  const head = headed ? heading({ title, note }, width) : { shapes: [], bottom: EDGE };
  const shareTitle = t('chart.tornado.share', { k });
  const layout = layoutOf(rows, width, head.bottom, shareTitle);
  const { bottom } = layout;
  const signs = rowsOf([signEntries(k, t)], { x: EDGE, top: bottom + 24, width: width - 2 * EDGE });
  const key = legend(t, categoriesOf(rows), {}, { x: EDGE, top: signs.bottom, width: width - 2 * EDGE });
  return {
    scene: {
      width,
      height: Math.ceil(key.bottom + EDGE / 2),
      title,
      description: t('chart.tornado.description', { count: rows.length, k }),
      language,
      backdrop: [
        ...head.shapes,
        ...axisShapes(layout, shareTitle, t),
        ...(k < layout.lowest ? lineOfFirst(k, layout, t) : []),
      ],
      items: rows.map((row, index) => itemOf(row, index, layout, describe(row, k, t))),
      front: [...signs.shapes, ...key.shapes],
    },
    table: tableOf(rows, k, t),
  };
}

function layoutOf(rows: readonly TornadoRow[], width: number, titles: number, shareTitle: string): Layout {
  const names = nameColumn(
    rows.map(({ name }) => name),
    width * 0.36,
  );
  const shares = Math.ceil(Math.min(width * 0.24, textWidth(shareTitle, SIZE, true))) + 4;
  const [left, right] = [EDGE + 18 + names + 16, width - EDGE - shares - 14];
  const lowest = Math.max(2, ...rows.flatMap((row) => [row.worst, ...row.steps.map(({ rank }) => rank)]));
  const x = scaleLinear([0.5, lowest + 0.5], [left, right]);
  const top = titles + 40;
  return { width, names, left, x, lowest, titles, top, bottom: top + Math.max(1, rows.length) * ROW };
}

/** Titles of the columns, and a line for each place. */
function axisShapes(
  { width, left, x, lowest, titles, top, bottom }: Layout,
  shareTitle: string,
  t: Translate,
) {
  const ticks = x.ticks(Math.min(lowest, 12)).filter((tick) => Number.isInteger(tick) && tick >= 1);
  if (!ticks.includes(1)) ticks.unshift(1);
  return [
    write(t('chart.tornado.axis'), left, titles + 12, { role: 'axis', size: SIZE, bold: true }),
    write(shareTitle, width - EDGE, titles + 12, { role: 'axis', size: SIZE, anchor: 'end', bold: true }),
    ...ticks.flatMap((tick): Shape[] => [
      rule(x(tick), top, x(tick), bottom),
      write(String(tick), x(tick), top - 6, { role: 'axis', size: 11, anchor: 'middle', fill: 'faint' }),
    ]),
  ];
}

/** The line between the first k places and the others. */
function lineOfFirst(k: number, { x, top, bottom }: Layout, t: Translate): Shape[] {
  return [
    rule(x(k + 0.5), top, x(k + 0.5), bottom + 6, {
      role: 'threshold',
      stroke: 'text',
      strokeWidth: 1.25,
      opacity: 0.75,
    }),
    write(t('chart.tornado.k', { k }), x(k + 0.5), bottom + 18, {
      role: 'axis',
      anchor: 'middle',
      size: 11,
      fill: 'faint',
    }),
  ];
}

function itemOf(row: TornadoRow, index: number, layout: Layout, description: string): SceneItem {
  const { width, names, x, top } = layout;
  const y = top + index * ROW + ROW / 2;
  const category = row.category ?? 'general';
  const span: Shape = {
    kind: 'rect',
    role: 'whisker',
    x: x(row.best),
    y: y - 4.5,
    width: Math.max(2, x(row.worst) - x(row.best)),
    height: 9,
    fill: `category:${category}`,
    opacity: 0.3,
  };
  return {
    id: row.id,
    label: row.name,
    description,
    x: x(row.rank),
    y,
    radius: 7,
    shapes: [
      hitArea(EDGE, y - ROW / 2, width - 2 * EDGE, ROW),
      ...categorySign(row.category, EDGE + 6, y),
      nameLine(row.name, EDGE + 18, y, names),
      span,
      ...row.steps.map(({ step, rank }) => stepSign('reading', x(rank), y, step)),
      ...markShapes(category, null, NO_SIGNS, { x: x(row.rank), y }, 6),
      write(shareText(row), width - EDGE, y + 4, { size: 11, anchor: 'end', fill: 'faint' }),
    ],
  };
}

function stepSign(role: 'reading' | 'legend', x: number, y: number, step: Step['step']): Shape {
  return { kind: 'path', role, x, y, d: STEP_SHAPE[step], fill: 'ground', stroke: 'text', strokeWidth: 1.25 };
}

/** What the signs of this picture mean. */
function signEntries(k: number, t: Translate): LegendEntry[] {
  return [
    {
      text: t('chart.tornado.legend.span'),
      sign: (x, y) => [
        {
          kind: 'rect',
          role: 'legend',
          x: x - 8,
          y: y - 4.5,
          width: 16,
          height: 9,
          fill: 'text',
          opacity: 0.3,
        },
      ],
    },
    {
      text: t('chart.tornado.legend.step', { k }),
      sign: (x, y) => [stepSign('legend', x - 5, y, 1), stepSign('legend', x + 5, y, -1)],
    },
  ];
}

function shareText({ topShare }: TornadoRow): string {
  return `${Math.round(topShare * 100)}%`;
}

function stepText({ dimension, step, rank, member }: Step, t: Translate): string {
  const named = t('chart.tornado.step', {
    dimension: t(`dimension.${dimension}`),
    step: step > 0 ? '+1' : '−1',
    rank,
  });
  return member === null ? named : t('chart.tornado.step.member', { member, step: named });
}

function stepsText({ steps }: TornadoRow, t: Translate): string {
  return steps.map((step) => stepText(step, t)).join(t('chart.list.and'));
}

function describe(row: TornadoRow, k: number, t: Translate): string {
  return inOneBreath(t, [
    t('chart.tornado.span', { rank: row.rank, best: row.best, worst: row.worst }),
    t('chart.tornado.readings', { share: Math.round(row.topShare * 100), k }),
    row.steps.length === 0
      ? t('chart.tornado.steps.none', { k })
      : t('chart.tornado.steps', { steps: stepsText(row, t), k }),
  ]);
}

function tableOf(rows: readonly TornadoRow[], k: number, t: Translate): PictureTable {
  return {
    columns: [
      t('chart.column.issue'),
      t('chart.column.rank'),
      t('chart.column.best'),
      t('chart.column.worst'),
      t('chart.column.share', { k }),
      t('chart.column.steps'),
    ],
    rows: rows.map((row) => ({
      id: row.id,
      cells: [
        row.name,
        t(row.tied ? 'result.rank.tied' : 'result.rank', { rank: row.rank }),
        String(row.best),
        String(row.worst),
        shareText(row),
        stepsText(row, t) || '–',
      ],
    })),
  };
}
