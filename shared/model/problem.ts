import type { LocalText } from './basics.ts';

/** What fills a gap of a sentence: what there is by language is told in the reader's (`translator`). */
export type Param = string | number | LocalText;

/**
 * An error as a value: a code that a catalog turns into a sentence (`error.<code>`), and what fills its gaps.
 * It becomes words only when it reaches a person (ARCHITECTURE, law 8).
 */
export interface Problem {
  readonly code: string;
  readonly params: Readonly<Record<string, Param>>;
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

/**
 * The Problem inside anything that was thrown. What was not foreseen is `unexpected` with a reference alone: what it
 * says can hold a name or a quote, and goes to the log of this computer and nowhere else.
 */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  if (isProblem(thrown)) return thrown;
  return problem('unexpected', { reference: noted(thrown) });
}

/** What an unforeseen error says, under its reference. */
export interface Detail {
  readonly reference: string;
  readonly text: string;
}

let keep: (detail: Detail) => void = () => {};
const references = new WeakMap<object, string>();

/** Says where the details of unforeseen errors go: once, by whoever starts a process, a window or a worker. */
export function keepDetails(keeper: (detail: Detail) => void): void {
  keep = keeper;
}

/**
 * Notes an unforeseen error in the log of this computer.
 * @param doing what was being done, in words of the code alone
 * @returns a reference that a person can quote; the same error has the same one
 */
export function noted(thrown: unknown, doing = ''): string {
  const known = typeof thrown === 'object' && thrown !== null ? references.get(thrown) : undefined;
  if (known !== undefined) return known;
  const reference = newReference();
  if (typeof thrown === 'object' && thrown !== null) references.set(thrown, reference);
  keep({ reference, text: `${doing}${doing && ': '}${detailOf(thrown)}`.slice(0, LONGEST_DETAIL) });
  return reference;
}

/** Why a system call failed, as its code (`EACCES`); what has none is noted, and its reference stands for it. */
export function reasonOf(thrown: unknown): string {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' && /^E[A-Z0-9_]{2,40}$/.test(code) ? code : noted(thrown);
}

/**
 * Where in what came in a schema found fault: the row's number and its field. What lies deeper can be a key that a
 * person chose (the name of a language, of a file), and is left out.
 */
export function fieldOf(path: readonly PropertyKey[]): string {
  const field = path.findIndex((step) => typeof step === 'string');
  return (field === -1 ? path : path.slice(0, field + 1)).map(String).join('.');
}

/** What of an error is kept, in UTF-16 units. */
export const LONGEST_DETAIL = 20_000;

function detailOf(thrown: unknown, depth = 0): string {
  if (!(thrown instanceof Error)) return textOf(thrown);
  const own = thrown.stack?.includes(thrown.message)
    ? thrown.stack
    : `${thrown.message}\n${thrown.stack ?? ''}`;
  return thrown.cause === undefined || depth > 5
    ? own
    : `${own}\ncaused by ${detailOf(thrown.cause, depth + 1)}`;
}

/** Anything can be thrown, even what cannot be written out. */
function textOf(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return typeof thrown;
  }
}

/** Six letters and digits that are not mistaken for one another. */
function newReference(): string {
  const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
  return [...crypto.getRandomValues(new Uint8Array(6))].map((one) => signs[one % signs.length]).join('');
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

/** The value of a result. @throws ProblemError where it has none */
export function valueOrThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new ProblemError(result.problem.code, result.problem.params);
  return result.value;
}
