/**
 * Long work in short steps: a generator that yields wherever it may be interrupted. What has no other turn to give runs it to
 * its end; the window gives others their turn in between.
 */
export type Steps<R> = Generator<void, R, void>;

/** Between two places where work may be interrupted: a few thousandths of a second. */
const PIECE = 400;

/** Runs work to its end without a break. */
export function finish<R>(steps: Steps<R>): R {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same as `items.map(of)`. */
export function* mapped<T, R>(items: readonly T[], of: (item: T, at: number) => R): Steps<R[]> {
  const made: R[] = [];
  for (let at = 0; at < items.length; at++) {
    made.push(of(items[at] as T, at));
    if (at % PIECE === PIECE - 1) yield;
  }
  return made;
}

/** The same as `items.toSorted(compare)`: stable, by merging. */
export function* sorted<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += PIECE) {
    runs.push(items.slice(at, at + PIECE).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      longer.push(yield* merged(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const out: T[] = [];
  let [left, right] = [0, 0];
  while (left < a.length && right < b.length) {
    out.push(compare(a[left] as T, b[right] as T) <= 0 ? (a[left++] as T) : (b[right++] as T));
    if (out.length % PIECE === 0) yield;
  }
  return [...out, ...a.slice(left), ...b.slice(right)];
}
