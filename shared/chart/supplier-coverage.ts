import { scaleBand, scaleLinear } from 'd3';
import { wrapText } from './metrics.ts';
import { rule } from './picture.ts';
import type { Scene, SceneItem, Shape } from './scene.ts';
import { write } from './text.ts';

/** Suppliers with a factor at a level: how many there are, and of them how many had what each column names. */
export interface CoverLine {
  readonly id: string;
  readonly level: string;
  readonly whole: number;
  /** One a column: the number, and as it is printed with its whole, `12 of 340`. */
  readonly had: readonly { readonly count: number; readonly text: string }[];
  /** All of it in words. */
  readonly spoken: string;
}

export interface CoverInput {
  readonly title: string;
  readonly columns: readonly string[];
  readonly groups: readonly { readonly name: string; readonly lines: readonly CoverLine[] }[];
}

const WIDTH = 720;
const LEFT = 150;
const TOP = 40;
const GROUP_HEAD = 24;
const LINE = 30;
const BAR = 10;
const TEXT = 10;

/**
 * Suppliers by factor, one line a level: in each column a bar as long as there are such suppliers, filled as far as they had
 * what the column names, with both numbers beside it. All bars have one scale.
 */
export function supplierCoverage({ title, columns, groups }: CoverInput, language: string): Scene {
  const across = scaleBand<number>(
    columns.map((_name, at) => at),
    [LEFT, WIDTH],
  ).paddingInner(0.08);
  const most = Math.max(1, ...groups.flatMap(({ lines }) => lines.map(({ whole }) => whole)));
  const length = scaleLinear([0, most], [0, across.bandwidth()]);
  const backdrop: Shape[] = columns.flatMap((name, at) =>
    wrapText(name, 11, across.bandwidth(), 2, true).map((text, line) =>
      write(text, across(at) ?? LEFT, 14 + line * 13, { role: 'caption', size: 11, bold: true }),
    ),
  );
  const items: SceneItem[] = [];
  let y = TOP;
  for (const { name, lines } of groups) {
    backdrop.push(rule(0, y, WIDTH, y, { role: 'grid', stroke: 'grid' }));
    const [told = ''] = wrapText(name, 11, LEFT - 8, 1, true);
    backdrop.push(write(told, 0, y + 16, { role: 'caption', size: 11, bold: true }));
    y += GROUP_HEAD;
    for (const line of lines) {
      items.push(lineItem(name, line, y, columns, { across: (at) => across(at) ?? LEFT, length }));
      y += LINE;
    }
    y += 6;
  }
  return {
    width: WIDTH,
    height: y,
    title,
    description: items.map(({ label, description }) => `${label}: ${description}`).join('. '),
    language,
    backdrop,
    items,
    front: [],
  };
}

interface Scales {
  readonly across: (column: number) => number;
  readonly length: (count: number) => number;
}

function lineItem(
  group: string,
  { id, level, whole, had, spoken }: CoverLine,
  y: number,
  columns: readonly string[],
  { across, length }: Scales,
): SceneItem {
  const shapes: Shape[] = [
    write(level, 10, y + 13, { role: 'label', size: TEXT }),
    ...columns.flatMap((_name, at): Shape[] => {
      const x = across(at);
      const { count, text } = had[at] ?? { count: 0, text: '' };
      return [
        ...(whole === 0 ? [] : bar(x, y, length(whole), 'ground')),
        ...(count === 0 ? [] : bar(x, y, length(count), 'text')),
        write(text, x, y + BAR + 11, { role: 'number', size: 9, fill: 'faint' }),
      ];
    }),
  ];
  return { id, label: `${group} – ${level}`, description: spoken, x: 6, y: y + 10, radius: 4, shapes };
}

function bar(x: number, y: number, width: number, fill: 'ground' | 'text'): Shape[] {
  return [
    {
      ...{ kind: 'rect', role: 'mark', x, y, width: Math.max(1, width), height: BAR },
      ...{ fill, stroke: fill === 'ground' ? 'line' : 'text', strokeWidth: 1 },
    },
  ];
}
