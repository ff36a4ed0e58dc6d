import type { IssueAssessment } from '../assessment/assess-round.ts';
import type { Translate } from '../i18n/index.ts';
import type { IdOf } from '../model/id.ts';
import { CATEGORIES } from '../model/issue.ts';
import { DIMENSIONS, type Dimension } from '../model/round.ts';
import { inOneBreath } from './describe.ts';
import { EDGE } from './ground.ts';
import { rowsOf } from './legend.ts';
import { textWidth } from './metrics.ts';
import { heatOf } from './palette.ts';
import {
  categorySign,
  heading,
  hitArea,
  nameLine,
  type PictureOptions,
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

const CELL = 92;
const GROUP = 26;

/** What severity is made of, by category: a shade and its number for each median, a sign where assessors are divided. */
export function heatStrip(
  { title, note, rows }: HeatInput,
  t: Translate,
  { language, width = 900, heading: headed = true }: PictureOptions,
): SecondaryChart {
  const head = headed ? heading({ title, note }, width) : { shapes: [], bottom: EDGE };
  const rank = (row: HeatRow) =>
    row.rank === null ? '–' : t(row.tied ? 'result.rank.tied' : 'result.rank', { rank: row.rank });
  const words = (cell: HeatCell) =>
    cell === 'missing'
      ? '–'
      : cell === 'actual'
        ? t('chart.heat.actual')
        : t(cell.divided ? 'chart.heat.divided' : 'result.value', { value: cell.value });
  const cells = Math.min(CELL, (width - 2 * EDGE) * 0.13);
  const ranks = Math.ceil(Math.max(20, ...rows.map((row) => textWidth(rank(row), SIZE)))) + 8;
  const most = width - 2 * EDGE - cells * DIMENSIONS.length - 14 - ranks - 16;
  const names = Math.ceil(Math.min(most, Math.max(80, ...rows.map(({ name }) => textWidth(name, SIZE) + 4))));
  const left = EDGE + ranks + 18 + names + 14;
  const shapes: Shape[] = DIMENSIONS.map((dimension, column) =>
    write(t(`dimension.${dimension}.short`), left + (column + 0.5) * cells, head.bottom + 14, {
      role: 'axis',
      size: SIZE,
      anchor: 'middle',
      bold: true,
    }),
  );
  const items: SceneItem[] = [];
  let top = head.bottom + 22;
  for (const category of CATEGORIES) {
    const own = rows
      .filter((row) => row.category === category)
      .sort(
        (a, b) =>
          (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
          (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
      );
    if (own.length === 0) continue;
    shapes.push(
      ...categorySign(category, EDGE + 6, top + GROUP / 2 + 2, 6),
      write(t(`category.${category}`), EDGE + 18, top + GROUP / 2 + 6, {
        role: 'caption',
        size: SIZE,
        bold: true,
      }),
    );
    top += GROUP;
    for (const row of own) {
      const y = top + ROW / 2;
      items.push({
        id: row.id,
        label: row.name,
        description: describe(row),
        x: left - 8,
        y,
        radius: 6,
        shapes: [
          hitArea(EDGE, top, width - 2 * EDGE, ROW),
          write(rank(row), EDGE + ranks - 6, y + 4, { size: SIZE, anchor: 'end', fill: 'faint' }),
          nameLine(row.name, EDGE + ranks + 8, y, names + 10),
          ...DIMENSIONS.flatMap((dimension, column) =>
            cellShapes(row.cells[dimension], left + column * cells, y, cells),
          ),
        ],
      });
      top += ROW;
    }
  }
  function cellShapes(cell: HeatCell, x: number, y: number, size: number): Shape[] {
    const text = (words: string, fill: 'text' | 'faint' | 'onMark') =>
      write(words, x + size / 2, y + 4, { role: 'number', size: SIZE, anchor: 'middle', fill });
    if (cell === 'missing') return [text('–', 'faint')];
    if (cell === 'actual') return [text(t('chart.heat.actual'), 'faint')];
    const { fill, ink } = heatOf(cell.value);
    return [
      {
        kind: 'rect',
        role: 'mark',
        x: x + 1,
        y: y - ROW / 2 + 1,
        width: size - 2,
        height: ROW - 2,
        fill,
      },
      text(t('result.value', { value: cell.value }), ink === 'onMark' ? 'onMark' : 'text'),
      ...(cell.divided ? dividedSign({ x: x + size - 9, y: y - 4 }) : []),
    ];
  }
  function describe(row: HeatRow): string {
    return inOneBreath(
      t,
      DIMENSIONS.map((dimension) =>
        t('chart.heat.says', { dimension: t(`dimension.${dimension}`), value: words(row.cells[dimension]) }),
      ),
    );
  }
  const divided = rows.some((row) =>
    DIMENSIONS.some((dimension) => {
      const cell = row.cells[dimension];
      return typeof cell === 'object' && cell.divided;
    }),
  );
  const key = rowsOf(
    [
      [
        {
          text: t('chart.heat.legend'),
          sign: (x, y) => [
            ...[1, 3, 5].map(
              (value, index): Shape => ({
                kind: 'rect',
                role: 'legend',
                x: x - 8 + index * 6,
                y: y - 6,
                width: 6,
                height: 12,
                fill: heatOf(value).fill,
              }),
            ),
          ],
        },
        ...(divided
          ? [{ text: t('chart.legend.divided'), sign: (x: number, y: number) => dividedSign({ x, y }) }]
          : []),
      ],
    ],
    { x: EDGE, top: top + 10, width: width - 2 * EDGE },
  );
  return {
    scene: {
      width,
      height: Math.ceil(key.bottom + EDGE / 2),
      title,
      description: t('chart.heat.description', { count: rows.length }),
      language,
      backdrop: [...head.shapes, ...shapes],
      items,
      front: key.shapes,
    },
    table: {
      columns: [
        t('chart.column.issue'),
        t('chart.column.category'),
        t('chart.column.rank'),
        ...DIMENSIONS.map((dimension) => t(`dimension.${dimension}`)),
      ],
      rows: items.flatMap(({ id }) => {
        const row = rows.find((one) => one.id === id);
        return row?.category
          ? [
              {
                id,
                cells: [
                  row.name,
                  t(`category.${row.category}`),
                  rank(row),
                  ...DIMENSIONS.map((dimension) => words(row.cells[dimension])),
                ],
              },
            ]
          : [];
      }),
    },
  };
}
