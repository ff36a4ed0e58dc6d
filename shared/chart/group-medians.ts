import { scaleLinear } from 'd3';
import type { RoundAssessment } from '../assessment/assess-round.ts';
import { histogram, median } from '../assessment/histogram.ts';
import { panelOf } from '../assessment/panel.ts';
import type { Translate } from '../i18n/index.ts';
import { VOICES, type Voice } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import { DIMENSIONS, type Dimension } from '../model/round.ts';
import { pointsOf, type ScaleSize } from '../model/scale.ts';
import { inOneBreath } from './describe.ts';
import { EDGE, type Scale } from './ground.ts';
import { type LegendEntry, legend, rowsOf } from './legend.ts';
import { SHAPES } from './palette.ts';
import {
  categoriesOf,
  categorySign,
  heading,
  hitArea,
  nameColumn,
  nameLine,
  type PictureOptions,
  rule,
  type SecondaryChart,
  SIZE,
  type Subject,
} from './picture.ts';
import type { SceneItem, Shape } from './scene.ts';
import { write } from './text.ts';

/** A group's median, and how many of it gave a figure. */
export interface GroupFigure {
  readonly median: number;
  readonly n: number;
}

export interface GroupRow extends Subject {
  readonly figures: Readonly<Record<Dimension, Readonly<Partial<Record<Voice, GroupFigure>>>>>;
}

export interface GroupInput {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly GroupRow[];
  /** Of how many points the figures' scale is. */
  readonly size: ScaleSize;
}

/** Steps between groups from which their difference is a finding (METHOD-SOURCES 2.4). */
const APART = 2;
const HEIGHT = 28;

/** What each group of assessors gave, by issue and dimension, in salience order. */
export function groupRows(
  { round, issues }: Pick<RoundAssessment, 'round' | 'issues'>,
  nameOf: (issueId: IdOf<'issues'>) => string,
): readonly GroupRow[] {
  const voiceOf = new Map(panelOf(round).map(({ id, voice }) => [id, voice]));
  return issues.map((issue): GroupRow => {
    const of = (dimension: Dimension) => {
      const figures: Partial<Record<Voice, GroupFigure>> = {};
      for (const voice of VOICES) {
        const own = issue.dimensions[dimension].scores
          .filter(({ assessorId }) => voiceOf.get(assessorId) === voice)
          .map(({ value }) => value);
        const middle = median(histogram(own));
        if (middle !== null) figures[voice] = { median: middle, n: own.length };
      }
      return figures;
    };
    return {
      id: issue.issueId,
      name: nameOf(issue.issueId),
      category: issue.category,
      figures: {
        scale: of('scale'),
        scope: of('scope'),
        irremediability: of('irremediability'),
        likelihood: of('likelihood'),
      },
    };
  });
}

/** A form for each group, in ink alone: colours are the categories'. */
const SIGNS: Readonly<Record<Voice, { readonly d: string; readonly filled: boolean }>> = {
  rightsholder: { d: SHAPES.general(5.2), filled: true },
  representative: { d: SHAPES.general(5), filled: false },
  expert: { d: SHAPES['customers-communities'](5), filled: false },
  company: { d: SHAPES['supply-chain'](4.8), filled: true },
};

/** Where the parts of the picture stand. */
interface Layout {
  readonly width: number;
  /** Width of the names. */
  readonly names: number;
  /** Beginning of the scales. */
  readonly left: number;
  readonly size: ScaleSize;
  readonly scales: Readonly<Record<Dimension, Scale>>;
  /** Of the titles above the columns. */
  readonly titles: number;
  /** Of the rows. */
  readonly top: number;
  readonly bottom: number;
}

/** Between two scales. */
const GAP = 26;

/** Groups' medians side by side: where rightsholders, experts and company see an issue differently is a finding. */
export function groupMedians(
  { title, note, rows, size }: GroupInput,
  t: Translate,
  { language, width = 900, heading: headed = true }: PictureOptions,
): SecondaryChart {
  const head = headed ? heading({ title, note }, width) : { shapes: [], bottom: EDGE };
  const layout = layoutOf(rows, width, head.bottom, size);
  const voices = VOICES.filter((voice) =>
    rows.some(({ figures }) => DIMENSIONS.some((dimension) => figures[dimension][voice])),
  );
  const signs = rowsOf([signEntries(voices, t)], {
    x: EDGE,
    top: layout.bottom + 12,
    width: width - 2 * EDGE,
  });
  const key = legend(t, categoriesOf(rows), {}, { x: EDGE, top: signs.bottom, width: width - 2 * EDGE });
  return {
    scene: {
      width,
      height: Math.ceil(key.bottom + EDGE / 2),
      title,
      description: t('chart.groups.description', {
        count: rows.length,
        groups: voices.map((voice) => t(`voice.${voice}`)).join(t('chart.separator')),
      }),
      language,
      backdrop: [...head.shapes, ...scaleShapes(layout, t)],
      items: rows.map((row, index) => itemOf(row, index, layout, t)),
      front: [...signs.shapes, ...key.shapes],
    },
    table: {
      columns: [t('chart.column.issue'), ...DIMENSIONS.map((dimension) => t(`dimension.${dimension}`))],
      rows: rows.map((row) => ({
        id: row.id,
        cells: [row.name, ...DIMENSIONS.map((dimension) => figuresText(row.figures[dimension], t))],
      })),
    },
  };
}

function layoutOf(rows: readonly GroupRow[], width: number, titles: number, size: ScaleSize): Layout {
  const names = nameColumn(
    rows.map(({ name }) => name),
    width * 0.3,
  );
  const left = EDGE + 18 + names + 20;
  const panel = (width - EDGE - left - GAP * (DIMENSIONS.length - 1)) / DIMENSIONS.length;
  const scaleOf = (dimension: Dimension) => {
    const start = left + DIMENSIONS.indexOf(dimension) * (panel + GAP);
    return scaleLinear([1, size], [start + 8, start + panel - 8]);
  };
  const scales = {
    scale: scaleOf('scale'),
    scope: scaleOf('scope'),
    irremediability: scaleOf('irremediability'),
    likelihood: scaleOf('likelihood'),
  };
  const top = titles + 40;
  return { width, names, left, size, scales, titles, top, bottom: top + Math.max(1, rows.length) * HEIGHT };
}

/** A scale for each dimension, with its title. */
function scaleShapes({ size, scales, titles, top, bottom }: Layout, t: Translate): Shape[] {
  return DIMENSIONS.flatMap((dimension): Shape[] => {
    const x = scales[dimension];
    return [
      write(t(`dimension.${dimension}`), x(1) - 8, titles + 12, { role: 'axis', size: SIZE, bold: true }),
      ...pointsOf(size).flatMap((tick): Shape[] => [
        rule(x(tick), top, x(tick), bottom),
        write(String(tick), x(tick), top - 6, { role: 'axis', size: 11, anchor: 'middle', fill: 'faint' }),
      ]),
    ];
  });
}

function itemOf(row: GroupRow, index: number, layout: Layout, t: Translate): SceneItem {
  const { width, names, left, scales, top } = layout;
  const y = top + (index + 0.5) * HEIGHT;
  return {
    id: row.id,
    label: row.name,
    description: describe(row, t),
    x: left - 8,
    y,
    radius: 6,
    shapes: [
      hitArea(EDGE, y - HEIGHT / 2, width - 2 * EDGE, HEIGHT),
      ...categorySign(row.category, EDGE + 6, y),
      nameLine(row.name, EDGE + 18, y, names),
      ...DIMENSIONS.flatMap((dimension) => figureShapes(row.figures[dimension], scales[dimension], y)),
    ],
  };
}

type Figures = GroupRow['figures'][Dimension];

/** The figures of the groups that gave one, in the order in which groups are always shown. */
function given(figures: Figures): (GroupFigure & { readonly voice: Voice })[] {
  return VOICES.flatMap((voice) => {
    const own = figures[voice];
    return own ? [{ voice, ...own }] : [];
  });
}

/** The groups' signs on a scale, and the line from the lowest to the highest. */
function figureShapes(figures: Figures, x: Scale, y: number): Shape[] {
  const groups = given(figures);
  if (groups.length === 0) return [];
  const values = groups.map(({ median: value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const apart = most - least >= APART;
  const line = rule(x(least), y, x(most), y, {
    role: 'whisker',
    stroke: apart ? 'caution' : 'line',
    strokeWidth: apart ? 3 : 1.5,
  });
  return [
    ...(most > least ? [line] : []),
    ...groups.map(({ voice, median: value }): Shape => {
      const equal = groups.filter((other) => other.median === value);
      const place = equal.findIndex((other) => other.voice === voice);
      // Equals stand one above the other, about the line.
      const off = (place - (equal.length - 1) / 2) * Math.min(9, 20 / equal.length);
      return groupSign('mark', voice, x(value), y + off);
    }),
  ];
}

function groupSign(role: 'mark' | 'legend', voice: Voice, x: number, y: number): Shape {
  const { d, filled } = SIGNS[voice];
  return {
    kind: 'path',
    role,
    x,
    y,
    d,
    fill: filled ? 'text' : 'ground',
    stroke: filled ? 'ground' : 'text',
    strokeWidth: filled ? 1 : 1.6,
  };
}

/** What the groups' signs mean, and the line between groups that are far apart. */
function signEntries(voices: readonly Voice[], t: Translate): LegendEntry[] {
  return [
    ...voices.map(
      (voice): LegendEntry => ({
        text: t(`voice.${voice}`),
        sign: (x, y) => [groupSign('legend', voice, x, y)],
      }),
    ),
    {
      text: t('chart.groups.apart', { steps: APART }),
      sign: (x, y) => [rule(x - 8, y, x + 8, y, { role: 'legend', stroke: 'caution', strokeWidth: 3 })],
    },
  ];
}

function figuresText(figures: Figures, t: Translate): string {
  const texts = given(figures).map(({ voice, median: value, n }) =>
    t('chart.groups.figure', { group: t(`voice.${voice}`), value, n }),
  );
  return texts.join(t('chart.list.and')) || '–';
}

function describe(row: GroupRow, t: Translate): string {
  return inOneBreath(
    t,
    DIMENSIONS.map((dimension) =>
      t('chart.groups.says', {
        dimension: t(`dimension.${dimension}`),
        figures: figuresText(row.figures[dimension], t),
      }),
    ),
  );
}
