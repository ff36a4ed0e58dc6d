/**
 * An error as a value: a code that a catalog turns into a sentence (`error.<code>`), and what fills its gaps.
 * It becomes words only when it reaches a person (DESIGN law 8).
 */
export interface Problem {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export function problem(code: string, params: Problem['params'] = {}): Problem {
  return { code, params };
}

/** Carries a Problem through code that throws. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(code: string, params: Problem['params'] = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'ProblemError';
    this.problem = { code, params };
  }
}

/** The Problem inside anything that was thrown; what was not foreseen is `unexpected`, with its message kept. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  if (isProblem(thrown)) return thrown;
  return problem('unexpected', { message: thrown instanceof Error ? thrown.message : String(thrown) });
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'params' in value;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: string, params: Problem['params'] = {}): { ok: false; problem: Problem } {
  return { ok: false, problem: problem(code, params) };
}
