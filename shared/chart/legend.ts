import type { Translate } from '../i18n/index.ts';
import type { Category } from '../model/issue.ts';
import { textWidth, wrapText } from './metrics.ts';
import { arrowOf } from './moves.ts';
import { SHAPES } from './palette.ts';
import type { Shape } from './scene.ts';
import {
  clockSign,
  crossSign,
  dividedSign,
  haloShapes,
  type MarkSigns,
  markShapes,
  NO_SIGNS,
  plusSign,
  starSign,
} from './signs.ts';

/** Which signs a picture uses: what is not in it needs no explanation. */
export interface LegendSigns {
  readonly top?: boolean;
  readonly uncertain?: boolean;
  readonly hollow?: boolean;
  readonly incomplete?: boolean;
  readonly actual?: boolean;
  readonly divided?: boolean;
  readonly delay?: boolean;
  readonly whiskers?: boolean;
  readonly readings?: boolean;
  readonly ties?: boolean;
  readonly band?: boolean;
  /** Name of the round that arrows come from. */
  readonly arrows?: string | undefined;
  readonly restated?: boolean;
  readonly entered?: boolean;
  readonly left?: boolean;
}

interface Room {
  readonly x: number;
  readonly top: number;
  readonly width: number;
}

interface Drawn {
  readonly shapes: Shape[];
  readonly bottom: number;
}

const SIZE = 11.5;
const ROW = 20;

/** A sign with its words. */
export interface LegendEntry {
  readonly text: string;
  readonly sign: (x: number, y: number) => readonly Shape[];
}

/** What colours, shapes and signs mean: categories in one row, signs in the next; rows break where they are full. */
export function legend(t: Translate, categories: readonly Category[], signs: LegendSigns, room: Room): Drawn {
  const category = categories[0] ?? 'general';
  const mark = (signs: Partial<MarkSigns>) => (x: number, y: number) =>
    markShapes('general', null, { ...NO_SIGNS, ...signs }, { x, y }, 5.5);
  const stroke = `category:${category}` as const;
  const line = (x1: number, y1: number, x2: number, y2: number, more: Partial<Shape> = {}): Shape =>
    ({ kind: 'line', role: 'legend', x1, y1, x2, y2, stroke: 'text', strokeWidth: 1.25, ...more }) as Shape;
  const all: [text: string | false | undefined, sign: LegendEntry['sign']][] = [
    [signs.top && t('chart.legend.top'), (x, y) => [starSign({ x, y })]],
    [
      signs.uncertain && t('chart.legend.uncertain'),
      (x, y) => [...haloShapes('general', { x, y }, 4), ...mark({})(x, y).map(shrunk)],
    ],
    [signs.hollow && t('chart.legend.hollow'), mark({ hollow: true })],
    [signs.incomplete && t('chart.legend.incomplete'), mark({ incomplete: true })],
    [signs.actual && t('chart.legend.actual'), mark({ actual: true })],
    [signs.divided && t('chart.legend.divided'), (x, y) => dividedSign({ x, y })],
    [signs.delay && t('chart.legend.delay'), (x, y) => clockSign({ x, y })],
    [
      signs.whiskers && t('chart.legend.whiskers'),
      (x, y) => [
        line(x - 8, y, x + 8, y, { opacity: 0.6 }),
        line(x - 8, y - 3, x - 8, y + 3, { opacity: 0.6 }),
        line(x + 8, y - 3, x + 8, y + 3, { opacity: 0.6 }),
        line(x - 4, y, x + 4, y, { strokeWidth: 5, opacity: 0.32 }),
      ],
    ],
    [
      signs.readings && t('chart.legend.readings'),
      (x, y) => [
        line(x, y - 5, x, y + 6, { strokeWidth: 2 }),
        line(x - 5, y - 5, x + 5, y - 5, { strokeWidth: 2 }),
      ],
    ],
    [
      signs.arrows !== undefined && t('chart.legend.arrows', { earlier: signs.arrows }),
      (x, y) => arrowOf(category, { x: x - 8, y: y + 2 }, { x: x + 9, y: y + 2 }, 1, false, '').map(unowned),
    ],
    [
      signs.restated && t('chart.legend.restated'),
      (x, y) => [line(x - 8, y, x + 8, y, { stroke, strokeWidth: 1.5, dash: [4, 3] })],
    ],
    [signs.entered && t('chart.legend.entered'), (x, y) => plusSign({ x, y })],
    [signs.left && t('chart.legend.left'), (x, y) => crossSign(category, { x, y })],
    [
      signs.band && t('chart.legend.band'),
      (x, y) => [
        {
          kind: 'rect',
          role: 'legend',
          x: x - 8,
          y: y - 5,
          width: 16,
          height: 10,
          fill: 'band',
          opacity: 0.6,
        },
        line(x - 8, y, x + 8, y, { opacity: 0.75 }),
      ],
    ],
    [
      signs.ties && t('chart.legend.ties'),
      (x, y) => [
        line(x - 6, y, x + 4, y, { stroke: 'line', strokeWidth: 1 }),
        { kind: 'path', role: 'legend', x: x + 5, y, d: SHAPES.general(2.5), fill: 'line' },
      ],
    ],
  ];
  const entries: LegendEntry[][] = [
    categories.map((one) => ({
      text: t(`category.${one}`),
      sign: (x, y) => [{ kind: 'path', role: 'legend', x, y, d: SHAPES[one](6), fill: `category:${one}` }],
    })),
    all.flatMap(([text, sign]) => (text ? [{ text, sign }] : [])),
  ];
  return rowsOf(entries, room);
}

/** A key of any picture: rows of signs with their words. */
export function rowsOf(entries: readonly (readonly LegendEntry[])[], room: Room): Drawn {
  const shapes: Shape[] = [];
  let middle = room.top + ROW / 2;
  for (const row of entries) {
    let x = room.x;
    for (const { text, sign } of row) {
      const width = 22 + textWidth(text, SIZE) + 18;
      if (x > room.x && x + width > room.x + room.width) {
        x = room.x;
        middle += ROW;
      }
      shapes.push(...sign(x + 8, middle).map((shape) => ({ ...shape, role: 'legend' as const })), {
        kind: 'text',
        role: 'legend',
        x: x + 20,
        y: middle + 4,
        text,
        size: SIZE,
        anchor: 'start',
        fill: 'text',
      });
      x += width;
    }
    if (row.length > 0) middle += ROW;
  }
  return { shapes, bottom: middle - ROW / 2 + 4 };
}

function shrunk(shape: Shape): Shape {
  return shape.kind === 'path' ? { ...shape, d: SHAPES.general(4) } : shape;
}

function unowned({ item: _, ...shape }: Shape): Shape {
  return shape as Shape;
}

/** Titled lists, one below the other; one without entries is left out. */
export function listsOf(
  lists: readonly { readonly title: string; readonly entries: readonly string[] }[],
  room: Room,
): Drawn {
  const shapes: Shape[] = [];
  let bottom = room.top;
  for (const { title, entries } of lists) {
    const list = listOf(title, entries, { ...room, top: bottom });
    shapes.push(...list.shapes);
    bottom = list.bottom;
  }
  return { shapes, bottom };
}

/** A titled list in as many columns as fit; nothing where it has no entries. */
function listOf(title: string, entries: readonly string[], room: Room): Drawn {
  if (entries.length === 0) return { shapes: [], bottom: room.top };
  const longest = Math.max(...entries.map((entry) => textWidth(entry, SIZE)));
  const columnWidth = Math.min(room.width, Math.max(160, longest + 16));
  const columns = Math.max(1, Math.floor(room.width / columnWidth));
  const rows = Math.ceil(entries.length / columns);
  const shapes: Shape[] = [
    {
      kind: 'text',
      role: 'legend',
      x: room.x,
      y: room.top + 16,
      text: title,
      size: SIZE,
      anchor: 'start',
      bold: true,
      fill: 'text',
    },
  ];
  entries.forEach((entry, index) => {
    const [text = ''] = wrapText(entry, SIZE, columnWidth - 12, 1);
    shapes.push({
      kind: 'text',
      role: 'legend',
      x: room.x + Math.floor(index / rows) * columnWidth,
      y: room.top + 34 + (index % rows) * 16,
      text,
      size: SIZE,
      anchor: 'start',
      fill: 'text',
    });
  });
  return { shapes, bottom: room.top + 34 + rows * 16 };
}
