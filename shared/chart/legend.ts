import type { Translate } from '../i18n/index.ts';
import type { Category } from '../model/issue.ts';
import { textWidth, wrapText } from './metrics.ts';
import { SHAPES } from './palette.ts';
import type { Shape } from './scene.ts';

/** Which signs a picture uses: what is not in it needs no explanation. */
export interface LegendSigns {
  readonly uncertain: boolean;
  readonly incomplete: boolean;
  readonly divided: boolean;
  readonly whiskers: boolean;
  readonly readings: boolean;
  readonly ties: boolean;
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

/** What colours, shapes and signs mean: categories in one row, signs in the next; rows break where they are full. */
export function legend(t: Translate, categories: readonly Category[], signs: LegendSigns, room: Room): Drawn {
  const entries: { text: string; sign: (x: number, y: number) => Shape[] }[][] = [
    categories.map((category) => ({
      text: t(`category.${category}`),
      sign: (x, y) => [
        { kind: 'path', role: 'legend', x, y, d: SHAPES[category](6), fill: `category:${category}` },
      ],
    })),
    [],
  ];
  const second = entries[1] ?? [];
  const ring = (x: number, y: number, dash?: readonly [number, number]): Shape => ({
    kind: 'path',
    role: 'legend',
    x,
    y,
    d: SHAPES.general(6),
    fill: 'ground',
    stroke: 'text',
    strokeWidth: 1.75,
    ...(dash ? { dash } : {}),
  });
  if (signs.uncertain) second.push({ text: t('chart.legend.uncertain'), sign: (x, y) => [ring(x, y)] });
  if (signs.incomplete)
    second.push({ text: t('chart.legend.incomplete'), sign: (x, y) => [ring(x, y, [2.5, 2])] });
  if (signs.divided)
    second.push({
      text: t('chart.legend.divided'),
      sign: (x, y) => [
        { kind: 'path', role: 'legend', x, y, d: SHAPES.general(5), fill: 'caution' },
        {
          kind: 'text',
          role: 'legend',
          x,
          y: y + 3,
          text: '!',
          size: 8.5,
          anchor: 'middle',
          bold: true,
          fill: 'onMark',
        },
      ],
    });
  if (signs.whiskers)
    second.push({
      text: t('chart.legend.whiskers'),
      sign: (x, y) => [
        {
          kind: 'line',
          role: 'legend',
          x1: x - 7,
          x2: x + 7,
          y1: y,
          y2: y,
          stroke: 'text',
          strokeWidth: 1.5,
          opacity: 0.5,
        },
        {
          kind: 'line',
          role: 'legend',
          x1: x,
          x2: x,
          y1: y - 6,
          y2: y + 6,
          stroke: 'text',
          strokeWidth: 1.5,
          opacity: 0.5,
        },
      ],
    });
  if (signs.readings)
    second.push({
      text: t('chart.legend.readings'),
      sign: (x, y) => [
        { kind: 'line', role: 'legend', x1: x, x2: x, y1: y - 5, y2: y + 6, stroke: 'text', strokeWidth: 2 },
        {
          kind: 'line',
          role: 'legend',
          x1: x - 5,
          x2: x + 5,
          y1: y - 5,
          y2: y - 5,
          stroke: 'text',
          strokeWidth: 2,
        },
      ],
    });
  if (signs.ties)
    second.push({
      text: t('chart.legend.ties'),
      sign: (x, y) => [
        { kind: 'line', role: 'legend', x1: x - 6, x2: x + 4, y1: y, y2: y, stroke: 'line' },
        { kind: 'path', role: 'legend', x: x + 5, y, d: SHAPES.general(2.5), fill: 'line' },
      ],
    });

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
      shapes.push(...sign(x + 8, middle), {
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

/** A titled list in as many columns as fit; nothing where it has no entries. */
export function listOf(title: string, entries: readonly string[], room: Room): Drawn {
  if (entries.length === 0) return { shapes: [], bottom: room.top };
  const columnWidth = Math.min(room.width, 236);
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
