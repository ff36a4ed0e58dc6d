import { describe, expect, it } from 'vitest';
import { CATEGORY_COLOURS, colourOf, type Scheme, SHAPES } from '#shared/chart/palette.ts';
import { CATEGORIES } from '#shared/model/issue.ts';

type Triple = [number, number, number];

function linear(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = linear(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1; on linear RGB. */
const VISIONS: Record<string, [Triple, Triple, Triple]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Oklab (Ottosson 2020): Euclidean distance is about how different two colours look. */
function oklab([red, green, blue]: Triple): Triple {
  const cone = (r: number, g: number, b: number) => Math.cbrt(Math.max(0, r * red + g * green + b * blue));
  const l = cone(0.4122214708, 0.5363325363, 0.0514459929);
  const m = cone(0.2119034982, 0.6806995451, 0.1073969566);
  const s = cone(0.0883024619, 0.2817188376, 0.6299787005);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function seen(hex: string, [a, b, c]: [Triple, Triple, Triple]): Triple {
  const colour = linear(hex);
  const dot = (row: Triple) => row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2];
  return oklab([dot(a), dot(b), dot(c)]);
}

const PAIRS = CATEGORIES.flatMap((a, index) => CATEGORIES.slice(index + 1).map((b) => [a, b] as const));

describe.each(['light', 'dark'] as const satisfies Scheme[])('category colours on %s', (scheme) => {
  it.each(Object.entries(VISIONS))('are told apart with %s vision', (_name, matrix) => {
    for (const [a, b] of PAIRS) {
      const [x, y] = [seen(CATEGORY_COLOURS[a][scheme], matrix), seen(CATEGORY_COLOURS[b][scheme], matrix)];
      expect(Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]), `${a} and ${b}`).toBeGreaterThan(0.1);
    }
  });

  it('stand out from every ground they are drawn on', () => {
    for (const category of CATEGORIES)
      for (const ground of ['ground', 'tier1', 'tier2', 'tier3', 'band'] as const)
        expect(
          contrast(CATEGORY_COLOURS[category][scheme], colourOf(ground, scheme)),
          `${category} on ${ground}`,
        ).toBeGreaterThanOrEqual(ground === 'band' ? 2.2 : 3);
  });

  it('leave the number on a mark readable, filled or hollow', () => {
    for (const category of CATEGORIES)
      expect(contrast(colourOf('onMark', scheme), CATEGORY_COLOURS[category][scheme])).toBeGreaterThanOrEqual(
        4.5,
      );
    expect(contrast(colourOf('text', scheme), colourOf('ground', scheme))).toBeGreaterThanOrEqual(7);
    for (const ground of ['ground', 'tier1', 'tier2'] as const)
      expect(contrast(colourOf('faint', scheme), colourOf(ground, scheme))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('shapes', () => {
  it('differ by category, so that colour is never the only sign', () => {
    expect(new Set(CATEGORIES.map((category) => SHAPES[category](8))).size).toBe(CATEGORIES.length);
  });
});
