/**
 * What a measurement is. A file `tests/bench/<what>.bench.ts` exports `bench: Bench`; `npm run bench` finds and runs
 * it (`npm run bench -- <what>` runs one). Nothing here passes or fails: figures differ from machine to machine, and
 * a person compares them, best by the ratios.
 */

export interface Figure {
  /** What was measured, in words: "search, 3 terms, median". */
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'MB' | 'MB/s' | 'rows/s' | 'count';
  /** What the value is compared with, in the same unit: the table prints value ÷ baseline. */
  readonly against?: { readonly what: string; readonly value: number };
}

export interface Bench {
  readonly title: string;
  run(): Promise<readonly Figure[]>;
}

/** Middle of the values; of an even number, the mean of the middle two. NaN for none. */
export function median(values: readonly number[]): number {
  return (percentile(values, 0.5, Math.floor) + percentile(values, 0.5, Math.ceil)) / 2;
}

/**
 * The value below which a share of the values lies (nearest rank). NaN for none.
 * @param share 0 to 1, e.g. 0.95
 */
export function percentile(
  values: readonly number[],
  share: number,
  round: (rank: number) => number = Math.ceil,
): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[round((sorted.length - 1) * share)] ?? Number.NaN;
}

/**
 * Runs an act several times and gives each run's milliseconds; the first run, which compiles and fills caches, is
 * left out.
 */
export async function timed(runs: number, act: (run: number) => unknown): Promise<number[]> {
  const milliseconds: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const started = performance.now();
    await act(run);
    if (run > 0) milliseconds.push(performance.now() - started);
  }
  return milliseconds;
}
