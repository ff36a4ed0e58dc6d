import { z } from 'zod';
import { LocalText, type Point } from './basics.ts';

/*
 * Of how many points the scales of a round are. How many levels are worded is how many there are: nothing else stores
 * it, so that no two fields can differ.
 *
 * A scale of four is one of five without its lowest step: nothing depends on whether harm is an annoyance or slight, and
 * every other level keeps its words and what follows from it, one figure lower (METHOD, "What is rated").
 */

export const SCALE_SIZES = [4, 5] as const;
export type ScaleSize = (typeof SCALE_SIZES)[number];
/** That of every round of earlier versions, and what a round begins with where nobody chose. */
export const DEFAULT_SIZE = 5 satisfies ScaleSize;

const POINTS: readonly Point[] = [1, 2, 3, 4, 5];

const textsOf = (size: ScaleSize) => {
  const levels = z.array(LocalText).length(size);
  return z.strictObject({ scale: levels, scope: levels, irremediability: levels, likelihood: levels });
};

/** Anchor texts, one a level and dimension: what a 1, … means. All dimensions of a round have the same number. */
export const ScaleTexts = z.union([textsOf(5), textsOf(4)]);
export type ScaleTexts = z.infer<typeof ScaleTexts>;

/** Of how many points a round's scales are. */
export function scaleSize({ scaleTexts }: { readonly scaleTexts: ScaleTexts }): ScaleSize {
  return scaleTexts.scale.length === 4 ? 4 : 5;
}

/** The points of a scale, the lowest first. */
export function pointsOf(size: ScaleSize): readonly Point[] {
  return POINTS.slice(0, size);
}

/** Whether a figure lies beyond the scale. */
export function isBeyond(value: number | null, size: ScaleSize): boolean {
  return value !== null && value > size;
}

/** What a figure of a scale of five is called on another one; below its lowest level there is nothing. */
export function onScale(ofFive: number, size: ScaleSize): number {
  return Math.max(1, ofFive - (DEFAULT_SIZE - size));
}

/** The lower of the two grave levels of severity: serious harm that lasts; the other is the worst there is. */
export function graveFrom(size: ScaleSize): number {
  return onScale(4, size);
}

/** What fills the gaps of sentences about a scale: its highest point, and the two that need a reason. */
export function scaleGaps(size: ScaleSize): { readonly most: number; readonly grave: number } {
  return { most: size, grave: graveFrom(size) };
}

/** The nearest point of a scale; beyond its ends it is the end. */
export function nearestPoint(value: number, most: number): number {
  return Math.min(most, Math.max(1, Math.round(value)));
}
