/**
 * Things that stand exactly once in each of two lists, paired as far as their order is the same in both: the longest
 * such chain (the first step of Cohen's patience diff). Pairs of indexes, ascending in both.
 */
export function uniquePairs<K>(olds: readonly K[], news: readonly K[]): [number, number][] {
  const inNew = onlyOnce(news);
  const pairs: [number, number][] = [];
  for (const [key, index] of onlyOnce(olds)) {
    const other = inNew.get(key);
    if (other !== undefined) pairs.push([index, other]);
  }
  return increasing(pairs.sort((a, b) => a[0] - b[0]));
}

function onlyOnce<K>(list: readonly K[]): Map<K, number> {
  const seen = new Map<K, number>();
  const twice = new Set<K>();
  for (const [index, key] of list.entries()) {
    if (seen.has(key)) twice.add(key);
    else seen.set(key, index);
  }
  for (const key of twice) seen.delete(key);
  return seen;
}

/** The longest chain of pairs that ascends in both members, of pairs that ascend in the first (patience sorting). */
export function increasing(pairs: readonly (readonly [number, number])[]): [number, number][] {
  // tails[k] = the pair that ends the best chain of length k + 1; back[i] = the pair before pair i in its chain.
  const tails: number[] = [];
  const back: number[] = [];
  for (const [index, [, second]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number]?.[1] ?? 0) < second) low = middle + 1;
      else high = middle;
    }
    back.push(low > 0 ? (tails[low - 1] as number) : -1);
    tails[low] = index;
  }
  const chain: [number, number][] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = back[index] ?? -1) {
    const pair = pairs[index];
    if (pair) chain.push([pair[0], pair[1]]);
  }
  return chain.reverse();
}
