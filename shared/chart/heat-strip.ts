import type { IssueAssessment } from '../assessment/assess-round.ts';
import type { Translate } from '../i18n/index.ts';
import type { IdOf } from '../model/id.ts';
import { CATEGORIES, type Category } from '../model/issue.ts';
import { DIMENSIONS, type Dimension } from '../model/round.ts';
import type { ScaleSize } from '../model/scale.ts';
import { inOneBreath } from './describe.ts';
import { EDGE } from './ground.ts';
import { type LegendEntry, rowsOf } from './legend.ts';
import { textWidth } from './metrics.ts';
import { heatOf } from './palette.ts';
import {
  byName,
  categorySign,
  heading,
  hitArea,
  nameLine,
  type PictureOptions,
  type PictureTable,
  ROW,
  type SecondaryChart,
  SIZE,
  type Subject,
} from './picture.ts';
import type { SceneItem, Shape } from './scene.ts';
import { dividedSign } from './signs.ts';
import { write } from './text.ts';

/** A figure as it is shown, or why there is none. */
export type HeatCell =
  | { readonly value: number; readonly divided: boolean }
  /** Likelihood of what is happening already: not asked. */
  | 'actual'
  | 'missing';

export interface HeatRow extends Subject {
  readonly rank: number | null;
  readonly tied: boolean;
  readonly cells: Readonly<Record<Dimension, HeatCell>>;
}

export interface HeatInput {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly HeatRow[];
  /** Of how many points the figures' scale is. */
  readonly size: ScaleSize;
}

/** The issues of a round by dimension, each with its median. */
export function heatRows(
  issues: readonly IssueAssessment[],
  nameOf: (issueId: IdOf<'issues'>) => string,
): readonly HeatRow[] {
  return issues.map((issue): HeatRow => {
    const cell = (dimension: Dimension): HeatCell => {
      if (dimension === 'likelihood' && issue.nature === 'actual') return 'actual';
      const { median, divided } = issue.dimensions[dimension];
      return median === null ? 'missing' : { value: median, divided };
    };
    return {
      id: issue.issueId,
      name: nameOf(issue.issueId),
      category: issue.category,
      rank: issue.rank,
      tied: issue.tied,
      cells: {
        scale: cell('scale'),
        scope: cell('scope'),
        irremediability: cell('irremediability'),
        likelihood: cell('likelihood'),
      },
    };
  });
}

/** Widest cell. */
const CELL = 92;
const GROUP = 26;

/** Where the parts of the picture stand. */
interface Layout {
  readonly width: number;
  readonly size: ScaleSize;
  /** Width of ranks, names and cells. */
  readonly ranks: number;
  readonly names: number;
  readonly cell: number;
  /** Beginning of the cells. */
  readonly left: number;
}

/** What severity is made of, by category: a shade and its number for each median, a sign where assessors are divided. */
export function heatStrip(
  input: HeatInput,
  t: Translate,
  { language, width = 900, heading: headed = true }: PictureOptions,
): SecondaryChart {
  const { title, note, rows } = input;
  const head = headed ? heading({ title, note }, width) : { shapes: [], bottom: EDGE };
  const layout = layoutOf(input, width, t);
  const shapes: Shape[] = [...head.shapes, ...columnTitles(layout, head.bottom + 14, t)];
  const items: SceneItem[] = [];
  const drawn: HeatRow[] = [];
  let top = head.bottom + 22;
  for (const category of CATEGORIES) {
    const own = rows.filter((row) => row.category === category).sort(inOrder);
    if (own.length === 0) continue;
    shapes.push(...categoryTitle(category, top, t));
    top += GROUP;
    for (const row of own) {
      items.push(itemOf(row, top, layout, t));
      drawn.push(row);
      top += ROW;
    }
  }
  const key = rowsOf([keyEntries(input, t)], { x: EDGE, top: top + 10, width: width - 2 * EDGE });
  return {
    scene: {
      width,
      height: Math.ceil(key.bottom + EDGE / 2),
      title,
      description: t('chart.heat.description', { count: rows.length }),
      language,
      backdrop: shapes,
      items,
      front: key.shapes,
    },
    table: tableOf(drawn, t),
  };
}

function layoutOf({ rows, size }: HeatInput, width: number, t: Translate): Layout {
  const cell = Math.min(CELL, (width - 2 * EDGE) * 0.13);
  const ranks = Math.ceil(Math.max(20, ...rows.map((row) => textWidth(rankText(row, t), SIZE)))) + 8;
  const most = width - 2 * EDGE - cell * DIMENSIONS.length - 14 - ranks - 16;
  const names = Math.ceil(Math.min(most, Math.max(80, ...rows.map(({ name }) => textWidth(name, SIZE) + 4))));
  return { width, size, ranks, names, cell, left: EDGE + ranks + 18 + names + 14 };
}

function inOrder(a: HeatRow, b: HeatRow): number {
  return (a.rank ?? Infinity) - (b.rank ?? Infinity) || byName(a, b);
}

function rankText({ rank, tied }: HeatRow, t: Translate): string {
  return rank === null ? '–' : t(tied ? 'result.rank.tied' : 'result.rank', { rank });
}

function cellText(cell: HeatCell, t: Translate): string {
  if (cell === 'missing') return '–';
  if (cell === 'actual') return t('chart.heat.actual');
  return t(cell.divided ? 'chart.heat.divided' : 'result.value', { value: cell.value });
}

function columnTitles({ left, cell }: Layout, y: number, t: Translate): Shape[] {
  return DIMENSIONS.map((dimension, column) =>
    write(t(`dimension.${dimension}.short`), left + (column + 0.5) * cell, y, {
      role: 'axis',
      size: SIZE,
      anchor: 'middle',
      bold: true,
    }),
  );
}

function categoryTitle(category: Category, top: number, t: Translate): Shape[] {
  return [
    ...categorySign(category, EDGE + 6, top + GROUP / 2 + 2, 6),
    write(t(`category.${category}`), EDGE + 18, top + GROUP / 2 + 6, {
      role: 'caption',
      size: SIZE,
      bold: true,
    }),
  ];
}

function itemOf(
  row: HeatRow,
  top: number,
  { width, size, ranks, names, cell, left }: Layout,
  t: Translate,
): SceneItem {
  const y = top + ROW / 2;
  return {
    id: row.id,
    label: row.name,
    description: describe(row, t),
    x: left - 8,
    y,
    radius: 6,
    shapes: [
      hitArea(EDGE, top, width - 2 * EDGE, ROW),
      write(rankText(row, t), EDGE + ranks - 6, y + 4, { size: SIZE, anchor: 'end', fill: 'faint' }),
      nameLine(row.name, EDGE + ranks + 8, y, names + 10),
      ...DIMENSIONS.flatMap((dimension, column) =>
        cellShapes(row.cells[dimension], { x: left + column * cell, y, width: cell }, size, t),
      ),
    ],
  };
}

function cellShapes(
  cell: HeatCell,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  size: ScaleSize,
  t: Translate,
): Shape[] {
  const text = (words: string, fill: 'text' | 'faint' | 'onMark') =>
    write(words, x + width / 2, y + 4, { role: 'number', size: SIZE, anchor: 'middle', fill });
  if (cell === 'missing' || cell === 'actual') return [text(cellText(cell, t), 'faint')];
  const { fill, ink } = heatOf(cell.value, size);
  return [
    {
      kind: 'rect',
      role: 'mark',
      x: x + 1,
      y: y - ROW / 2 + 1,
      width: width - 2,
      height: ROW - 2,
      fill,
    },
    text(t('result.value', { value: cell.value }), ink === 'onMark' ? 'onMark' : 'text'),
    ...(cell.divided ? dividedSign({ x: x + width - 9, y: y - 4 }) : []),
  ];
}

function describe(row: HeatRow, t: Translate): string {
  return inOneBreath(
    t,
    DIMENSIONS.map((dimension) =>
      t('chart.heat.says', {
        dimension: t(`dimension.${dimension}`),
        value: cellText(row.cells[dimension], t),
      }),
    ),
  );
}

/** What the shades mean, and the sign of divided assessors where there is one. */
function keyEntries({ rows, size }: HeatInput, t: Translate): LegendEntry[] {
  const divided = rows.some(({ cells }) =>
    Object.values(cells).some((cell) => typeof cell === 'object' && cell.divided),
  );
  const shades: LegendEntry = {
    text: t('chart.heat.legend', { most: size }),
    sign: (x, y) =>
      [1, Math.ceil(size / 2), size].map((value, index) => ({
        kind: 'rect',
        role: 'legend',
        x: x - 8 + index * 6,
        y: y - 6,
        width: 6,
        height: 12,
        fill: heatOf(value, size).fill,
      })),
  };
  return divided
    ? [shades, { text: t('chart.legend.divided'), sign: (x, y) => dividedSign({ x, y }) }]
    : [shades];
}

function tableOf(rows: readonly HeatRow[], t: Translate): PictureTable {
  return {
    columns: [
      t('chart.column.issue'),
      t('chart.column.category'),
      t('chart.column.rank'),
      ...DIMENSIONS.map((dimension) => t(`dimension.${dimension}`)),
    ],
    rows: rows.map((row) => ({
      id: row.id,
      cells: [
        row.name,
        row.category ? t(`category.${row.category}`) : '',
        rankText(row, t),
        ...DIMENSIONS.map((dimension) => cellText(row.cells[dimension], t)),
      ],
    })),
  };
}
