import type { ScaleSize } from '../model/scale.ts';

/**
 * Scores of one dimension as counts of 1s, 2s, … 5s; on a scale of four there are no 5s. Medians then cost five additions
 * however many assessors there are, and leaving one assessor out is one subtraction: what robustness does a hundred times
 * an issue.
 */
export type Histogram = readonly [n1: number, n2: number, n3: number, n4: number, n5: number];

export function histogram(scores: Iterable<number>): Histogram {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const score of scores) counts[score - 1] = (counts[score - 1] ?? 0) + 1;
  return counts;
}

/** The counts without one score that is among them. */
export function without(counts: Histogram, score: number): Histogram {
  const rest: [number, number, number, number, number] = [...counts];
  rest[score - 1] = (rest[score - 1] ?? 0) - 1;
  return rest;
}

export function total(counts: Histogram): number {
  return counts[0] + counts[1] + counts[2] + counts[3] + counts[4];
}

/** The score at a 0-based position of the ascending list. */
function at(counts: Histogram, position: number): number {
  let passed = 0;
  for (let score = 1; score <= 5; score++) {
    passed += counts[score - 1] ?? 0;
    if (position < passed) return score;
  }
  return 5;
}

/** The middle score; of an even panel the middle pair averaged: the median that is shown (METHOD, Aggregation). */
export function median(counts: Histogram): number | null {
  const n = total(counts);
  if (n === 0) return null;
  return (at(counts, Math.floor((n - 1) / 2)) + at(counts, Math.floor(n / 2))) / 2;
}

/** The middle score; of an even panel the higher of the pair: the median that ranks, as precaution. */
export function upperMedian(counts: Histogram): number | null {
  const n = total(counts);
  return n === 0 ? null : at(counts, Math.floor(n / 2));
}

/** Arithmetic mean, for comparison alone: scores are ordinal. */
export function mean(counts: Histogram): number | null {
  const n = total(counts);
  if (n === 0) return null;
  return (counts[0] + 2 * counts[1] + 3 * counts[2] + 4 * counts[3] + 5 * counts[4]) / n;
}

/**
 * A quantile by rule 7 (Hyndman & Fan 1996; the default of R, NumPy and spreadsheets' QUARTILE.INC): place
 * `(n − 1) p` of the ascending scores, linear between two neighbours.
 * @param p 0 to 1
 */
export function quantile(counts: Histogram, p: number): number | null {
  const n = total(counts);
  if (n === 0) return null;
  const place = (n - 1) * p;
  const below = Math.floor(place);
  const lower = at(counts, below);
  return lower + (place - below) * (at(counts, Math.min(below + 1, n - 1)) - lower);
}

/** Quartiles and their distance, by rule 7. Conventionally a panel agrees where `iqr` is at most 1 (Delphi). */
export interface Quartiles {
  readonly q1: number;
  readonly q3: number;
  readonly iqr: number;
}

export function quartiles(counts: Histogram): Quartiles | null {
  const q1 = quantile(counts, 0.25);
  const q3 = quantile(counts, 0.75);
  return q1 === null || q3 === null ? null : { q1, q3, iqr: q3 - q1 };
}

/**
 * Consensus of Tastle and Wierman (2007): `1 + Σ pᵢ log₂(1 − |xᵢ − mean| / d)`, where d is the width of the scale.
 * @returns 1 = all alike, 0 = halves at either end; null for no scores
 */
export function consensus(counts: Histogram, size: ScaleSize): number | null {
  const n = total(counts);
  const middle = mean(counts);
  if (middle === null) return null;
  let sum = 1;
  counts.forEach((count, index) => {
    if (count > 0) sum += (count / n) * Math.log2(1 - Math.abs(index + 1 - middle) / (size - 1));
  });
  return sum;
}
