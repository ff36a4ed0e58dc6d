import { expose, transfer } from 'comlink';
import { ok, problemOf, type Result } from '#shared/model/problem.ts';
import { keepWorkerDetails } from '../platform/details.ts';

/** What a service's methods are to the window: each gives a result, and what was thrown is a Problem in it. */
export type Results<S> = {
  readonly [K in keyof S]: S[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Result<Awaited<R>>>
    : never;
};

const moved = new WeakMap<object, Transferable[]>();

/** Lets the memory of a method's value go to the window instead of being copied. */
export function moving<T extends object>(value: T, memory: Transferable[]): T {
  moved.set(value, memory);
  return value;
}

/** Runs what the other side of a worker asked for. It never rejects. */
export async function resultOf<R>(work: () => R | Promise<R>): Promise<Result<R>> {
  try {
    const value = await work();
    const memory = typeof value === 'object' && value !== null ? moved.get(value) : undefined;
    return memory ? transfer(ok(value), memory) : ok(value);
  } catch (thrown) {
    return { ok: false, problem: problemOf(thrown) };
  }
}

/** The service with every method turned into one that gives a result. */
export function resultsOf<S extends object>(service: S): Results<S> {
  const methods = Object.entries<(...args: unknown[]) => unknown>(service as never);
  return Object.fromEntries(
    methods.map(([name, method]) => [name, (...args: unknown[]) => resultOf(() => method(...args))]),
  ) as Results<S>;
}

/** Called once, by each worker: what it does for the window. */
export function exposeService(service: object): void {
  keepWorkerDetails();
  expose(resultsOf(service));
}
