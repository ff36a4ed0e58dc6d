import { CATEGORIES, type Category } from '../model/issue.ts';
import { EDGE } from './ground.ts';
import { textWidth, wrapText } from './metrics.ts';
import { SHAPES } from './palette.ts';
import type { Scene, Shape } from './scene.ts';
import { write } from './text.ts';

export interface PictureOptions {
  readonly language: string;
  /** In CSS pixels. */
  readonly width?: number;
  /** Whether title and note are drawn: a file needs them, a page has its own. */
  readonly heading?: boolean;
}

/** A table that says the same as a picture. */
export interface PictureTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
}

/** A picture, and the same as a table. */
export interface SecondaryChart {
  readonly scene: Scene;
  readonly table: PictureTable;
}

/** An issue or a theme as it stands at the side of a picture. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  /** Null = a theme: it may hold issues of several categories. */
  readonly category: Category | null;
}

/** Subjects by name; of one name by id, so that the order is always the same. */
export function byName(a: Subject, b: Subject): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
}

export const ROW = 24;
export const SIZE = 12;

/** Title and note of a picture. */
export function heading(
  { title, note }: { readonly title: string; readonly note: string },
  width: number,
): { readonly shapes: Shape[]; readonly bottom: number } {
  const lines = [
    ...wrapText(title, 17, width - 2 * EDGE, 2, true).map((text) => ({ text, size: 17, bold: true })),
    ...wrapText(note, 12, width - 2 * EDGE, 3).map((text) => ({ text, size: 12, bold: false })),
  ];
  let bottom = EDGE;
  const shapes = lines.map(({ text, size, bold }) => {
    bottom += size * 1.35;
    return write(text, EDGE, bottom - size * 0.3, {
      role: 'note',
      size,
      bold,
      fill: bold ? 'text' : 'faint',
    });
  });
  return { shapes, bottom: bottom + 6 };
}

/** Width that names take at the side: as wide as the longest of them, up to a share of the picture. */
export function nameColumn(names: readonly string[], most: number): number {
  return Math.ceil(Math.min(most, Math.max(60, ...names.map((name) => textWidth(name, SIZE) + 4))));
}

/** A name in one line at the side; what does not fit ends in "…" and is whole in the item's label. */
export function nameLine(name: string, x: number, middle: number, width: number, bold = false): Shape {
  const [text = ''] = wrapText(name, SIZE, width, 1, bold);
  return write(text, x, middle + 4, { size: SIZE, ...(bold ? { bold } : {}) });
}

/** A category's sign beside a name. */
export function categorySign(category: Category | null, x: number, y: number, radius = 5): Shape[] {
  return category
    ? [{ kind: 'path', role: 'mark', x, y, d: SHAPES[category](radius), fill: `category:${category}` }]
    : [];
}

/** Categories in use, in the order in which they are always shown. */
export function categoriesOf(subjects: readonly Subject[]): Category[] {
  return CATEGORIES.filter((category) => subjects.some((subject) => subject.category === category));
}

/** Unseen, so that a whole row can be pointed at. */
export function hitArea(x: number, y: number, width: number, height: number): Shape {
  return { kind: 'rect', role: 'region', x, y, width, height, fill: 'ground', opacity: 0 };
}

export function rule(x1: number, y1: number, x2: number, y2: number, more: Partial<Shape> = {}): Shape {
  return { kind: 'line', role: 'grid', x1, y1, x2, y2, stroke: 'grid', strokeWidth: 1, ...more } as Shape;
}
