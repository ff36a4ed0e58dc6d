/**
 * How far several orders of the same things agree: Kendall's W of many, and tau, Spearman's rho and the footrule of
 * two (an earlier and a later year). Places are 1 for the first; equals share the middle of the places they take.
 */

/** Places of values, the lowest value first; equals share the mean of their places ("1, 2.5, 2.5, 4"). */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
    for (let place = from; place < to; place++) ranks[order[place] ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

export interface Concordance {
  /** 0 = no agreement, 1 = the same order by all. */
  readonly w: number;
  /** `m (n − 1) W`, for n − 1 degrees of freedom. */
  readonly chi2: number;
  /** Judges. */
  readonly m: number;
  /** Things ordered. */
  readonly n: number;
}

/**
 * Kendall's W with correction for ties (METHOD-SOURCES 2.4): `12 S / (m²(n³ − n) − m ΣT)`.
 * @param rows for each judge a value for each thing, the higher the more severe; none missing
 * @returns null for fewer than two judges or things, and where every judge ties everything
 */
export function kendallW(rows: readonly (readonly number[])[]): Concordance | null {
  const m = rows.length;
  const n = rows[0]?.length ?? 0;
  if (m < 2 || n < 2) return null;
  const sums = new Array<number>(n).fill(0);
  let ties = 0;
  for (const row of rows) {
    midRanks(row.map((value) => -value)).forEach((rank, thing) => {
      sums[thing] = (sums[thing] ?? 0) + rank;
    });
    const alike = new Map<number, number>();
    for (const value of row) alike.set(value, (alike.get(value) ?? 0) + 1);
    for (const count of alike.values()) ties += count ** 3 - count;
  }
  const mean = (m * (n + 1)) / 2;
  const deviation = sums.reduce((sum, own) => sum + (own - mean) ** 2, 0);
  const possible = m ** 2 * (n ** 3 - n) - m * ties;
  if (possible === 0) return null;
  const w = (12 * deviation) / possible;
  return { w, chi2: m * (n - 1) * w, m, n };
}

/** What two orders of the same things have in common. */
export interface OrderAgreement {
  readonly n: number;
  readonly concordant: number;
  readonly discordant: number;
  /** Kendall's tau-b, −1 to 1; without ties it is `(concordant − discordant) / pairs`. Null where one order is all ties. */
  readonly tau: number | null;
  /** Spearman's rho over mid-ranks, −1 to 1; null as above. */
  readonly rho: number | null;
  /** Sum of the places that each thing moved. */
  readonly footrule: number;
}

/**
 * Compares two orders.
 * @param places for each thing its place in the one and in the other; equals may share a place
 */
export function orderAgreement(
  places: readonly (readonly [before: number, after: number])[],
): OrderAgreement {
  const before = midRanks(places.map(([place]) => place));
  const after = midRanks(places.map(([, place]) => place));
  const n = places.length;
  let concordant = 0;
  let discordant = 0;
  let tiedBefore = 0;
  let tiedAfter = 0;
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const one = (before[a] ?? 0) - (before[b] ?? 0);
      const other = (after[a] ?? 0) - (after[b] ?? 0);
      if (one === 0) tiedBefore++;
      if (other === 0) tiedAfter++;
      if (one * other > 0) concordant++;
      if (one * other < 0) discordant++;
    }
  }
  const pairs = (n * (n - 1)) / 2;
  const scale = Math.sqrt((pairs - tiedBefore) * (pairs - tiedAfter));
  return {
    n,
    concordant,
    discordant,
    tau: scale === 0 ? null : (concordant - discordant) / scale,
    rho: correlation(before, after),
    footrule: before.reduce((sum, place, index) => sum + Math.abs(place - (after[index] ?? 0)), 0),
  };
}

function correlation(one: readonly number[], other: readonly number[]): number | null {
  const mean = (one.length + 1) / 2;
  let product = 0;
  let square = 0;
  let otherSquare = 0;
  one.forEach((value, index) => {
    const [a, b] = [value - mean, (other[index] ?? 0) - mean];
    product += a * b;
    square += a * a;
    otherSquare += b * b;
  });
  return square === 0 || otherSquare === 0 ? null : product / Math.sqrt(square * otherSquare);
}
