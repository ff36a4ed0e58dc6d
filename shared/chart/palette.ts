import type { Point } from '../model/basics.ts';
import type { Category } from '../model/issue.ts';
import { DEFAULT_SIZE, nearestPoint, type ScaleSize } from '../model/scale.ts';

export type Scheme = 'light' | 'dark';

/**
 * A colour for each category, told apart by people with any of the three colour-vision deficiencies on either ground
 * (a unit test simulates them), and dark or light enough for a mark (3 : 1 and more). Never the only sign: see SHAPES.
 */
export const CATEGORY_COLOURS: Readonly<Record<Category, Readonly<Record<Scheme, string>>>> = {
  general: { light: '#2b3440', dark: '#eef1f4' },
  'customers-communities': { light: '#2878a6', dark: '#6fb7ee' },
  'supply-chain': { light: '#c94406', dark: '#ee6f2a' },
  employees: { light: '#7a1fd6', dark: '#8f6cf0' },
};

/** What a scene may be painted with, besides the categories. */
export type Ink =
  /** Behind everything. */
  | 'ground'
  /** Text and what must be seen first. */
  | 'text'
  /** Text of less weight: axis figures, notes. */
  | 'faint'
  /** Axes and leaders. */
  | 'line'
  /** Grid lines. */
  | 'grid'
  /** Tier regions, from the most to the least grave; neither red nor green: they carry order, not alarm. */
  | 'tier1'
  | 'tier2'
  | 'tier3'
  /** Around the threshold. */
  | 'band'
  /** Signs of caution: a divided panel. */
  | 'caution'
  /** On a filled mark. */
  | 'onMark'
  /** A figure as a shade, the lowest the nearest to the ground; its number is always written on it. */
  | 'heat1'
  | 'heat2'
  | 'heat3'
  | 'heat4'
  | 'heat5';

export type Paint = Ink | `category:${Category}`;

const INKS: Readonly<Record<Ink, Readonly<Record<Scheme, string>>>> = {
  ground: { light: '#ffffff', dark: '#1c2228' },
  text: { light: '#1b232c', dark: '#e6eaee' },
  faint: { light: '#596570', dark: '#98a2ac' },
  line: { light: '#8a959f', dark: '#7f8a95' },
  grid: { light: '#e3e8ec', dark: '#2f3841' },
  tier1: { light: '#e9eff5', dark: '#2a3644' },
  tier2: { light: '#f4f7fa', dark: '#232c36' },
  tier3: { light: '#ffffff', dark: '#1c2228' },
  band: { light: '#c9d8e4', dark: '#3c4f62' },
  caution: { light: '#b00020', dark: '#ff8a80' },
  onMark: { light: '#ffffff', dark: '#0e1216' },
  heat1: { light: '#eef2f6', dark: '#232d37' },
  heat2: { light: '#cfdbe6', dark: '#31414f' },
  heat3: { light: '#a5bccf', dark: '#48617a' },
  heat4: { light: '#4a7091', dark: '#86a9c8' },
  heat5: { light: '#1f3f5c', dark: '#d3e3f1' },
};

/**
 * The shade of a figure, and the ink that is read on it. The highest of every scale has the strongest one: what means the
 * same looks the same.
 */
export function heatOf(value: number, size: ScaleSize): { readonly fill: Ink; readonly ink: Ink } {
  const step = (nearestPoint(value, size) + DEFAULT_SIZE - size) as Point;
  return { fill: `heat${step}`, ink: step >= 4 ? 'onMark' : 'text' };
}

/** The colour, `#rrggbb`, of a paint on a scheme's ground. */
export function colourOf(paint: Paint, scheme: Scheme): string {
  return isCategoryPaint(paint)
    ? CATEGORY_COLOURS[paint.slice('category:'.length) as Category][scheme]
    : INKS[paint][scheme];
}

function isCategoryPaint(paint: Paint): paint is `category:${Category}` {
  return paint.startsWith('category:');
}

/** A shape for each category, drawn about (0, 0) with areas that look alike at radius `r`. SVG path data. */
export const SHAPES: Readonly<Record<Category, (r: number) => string>> = {
  general: (r) => `M0 ${-r}A${r} ${r} 0 1 1 0 ${r}A${r} ${r} 0 1 1 0 ${-r}Z`,
  'customers-communities': (r) => polygon(r * 0.92, [-1, -1, 1, -1, 1, 1, -1, 1]),
  'supply-chain': (r) => polygon(r, [0, -1.28, 1.3, 0.98, -1.3, 0.98]),
  employees: (r) => polygon(r * 1.24, [0, -1, 1, 0, 0, 1, -1, 0]),
};

function polygon(r: number, units: readonly number[]): string {
  const figures = units.map((unit) => Math.round(unit * r * 100) / 100);
  let path = '';
  for (let index = 0; index < figures.length; index += 2)
    path += `${index === 0 ? 'M' : 'L'}${figures[index]} ${figures[index + 1]}`;
  return `${path}Z`;
}
