/**
 * The value that exactly `count` of the values reach, or as many more as are equal to it; the least of them where there
 * are fewer. Goes through them once, keeping the best in a heap.
 * @returns -Infinity for none
 */
export function leastOfBest(values: Float64Array, count: number): number {
  const heap = new Float64Array(Math.min(count, values.length));
  if (heap.length === 0) return Number.NEGATIVE_INFINITY;
  heap.set(values.subarray(0, heap.length));
  heap.sort();
  for (let at = heap.length; at < values.length; at++) {
    const value = values[at] as number;
    if (value > (heap[0] as number)) sink(heap, value);
  }
  return heap[0] as number;
}

/** Puts a value in place of the least. */
function sink(heap: Float64Array, value: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child++;
    if ((heap[child] as number) >= value) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = value;
}
