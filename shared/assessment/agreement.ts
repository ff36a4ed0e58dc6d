/** How far apart two values are, for Krippendorff's alpha. */
export type Metric = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's alpha (Content Analysis, ch. 12) by coincidences; missing values are allowed.
 * @param units for each unit the values that its observers gave; null = missing
 * @returns 1 = full agreement, 0 = as by chance; null where it is undefined: nothing to pair, or all values alike
 */
export function krippendorffAlpha(
  units: readonly (readonly (number | null)[])[],
  metric: Metric,
): number | null {
  const pairable = units
    .map((values) => values.filter((value) => value !== null))
    .filter((values) => values.length >= 2);
  const values = [...new Set(pairable.flat())].sort((a, b) => a - b);
  if (values.length < 2) return null;
  const index = new Map(values.map((value, position) => [value, position]));
  const size = values.length;
  const coincidences = new Float64Array(size * size);
  for (const unit of pairable) {
    const counts = new Float64Array(size);
    for (const value of unit) {
      const position = index.get(value) ?? 0;
      counts[position] = (counts[position] ?? 0) + 1;
    }
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) {
        const pairs = (counts[a] ?? 0) * ((counts[b] ?? 0) - (a === b ? 1 : 0));
        coincidences[a * size + b] = (coincidences[a * size + b] ?? 0) + pairs / (unit.length - 1);
      }
    }
  }
  const marginals = values.map((_, a) => {
    let sum = 0;
    for (let b = 0; b < size; b++) sum += coincidences[a * size + b] ?? 0;
    return sum;
  });
  const n = marginals.reduce((sum, marginal) => sum + marginal, 0);
  let observed = 0;
  let expected = 0;
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const distance = squaredDistance(metric, values, marginals, a, b);
      observed += (coincidences[a * size + b] ?? 0) * distance;
      expected += (marginals[a] ?? 0) * (marginals[b] ?? 0) * distance;
    }
  }
  return 1 - ((n - 1) * observed) / expected;
}

function squaredDistance(
  metric: Metric,
  values: readonly number[],
  marginals: readonly number[],
  a: number,
  b: number,
): number {
  if (metric === 'nominal') return 1;
  if (metric === 'interval') return ((values[a] ?? 0) - (values[b] ?? 0)) ** 2;
  let between = 0;
  for (let k = a; k <= b; k++) between += marginals[k] ?? 0;
  return (between - ((marginals[a] ?? 0) + (marginals[b] ?? 0)) / 2) ** 2;
}

/** Two coders, one yes-or-no judgement a unit. */
export interface TwoCoders {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

export interface CoderAgreement {
  readonly n: number;
  /** Share of all yes among all judgements: agreement figures mislead where it is near 0 or 1. */
  readonly prevalence: number;
  /** Cohen 1960; null where chance agreement is 1. */
  readonly kappa: number | null;
  /** Krippendorff, nominal; null where only one value was ever used. */
  readonly alpha: number | null;
}

/** Cohen's kappa and Krippendorff's alpha of two coders, with what is needed to read them. */
export function coderAgreement({ both, onlyA, onlyB, neither }: TwoCoders): CoderAgreement {
  const n = both + onlyA + onlyB + neither;
  const yes = 2 * both + onlyA + onlyB;
  if (n === 0) return { n, prevalence: 0, kappa: null, alpha: null };
  const observed = (both + neither) / n;
  const yesA = (both + onlyA) / n;
  const yesB = (both + onlyB) / n;
  const chance = yesA * yesB + (1 - yesA) * (1 - yesB);
  const no = 2 * n - yes;
  return {
    n,
    prevalence: yes / (2 * n),
    kappa: chance === 1 ? null : (observed - chance) / (1 - chance),
    alpha: yes === 0 || no === 0 ? null : 1 - ((2 * n - 1) * (onlyA + onlyB)) / (yes * no),
  };
}
