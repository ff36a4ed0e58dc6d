/** Runs work that is done in steps to its end without rest. @returns what it comes to */
export function atOnce<R>(steps: Generator<unknown, R>): R {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
