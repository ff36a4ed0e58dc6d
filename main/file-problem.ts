import { ProblemError } from '#shared/model/problem.ts';

/** What the system says when it refuses to write, as a problem that a person can act upon; null = something else. */
export function fileProblem(thrown: unknown): ProblemError | null {
  if (thrown instanceof ProblemError) return null;
  const { code = '' } = (thrown ?? {}) as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new ProblemError('disk-full', {}, { cause: thrown });
  if (['EROFS', 'EACCES', 'EPERM'].includes(code))
    return new ProblemError('not-writable', {}, { cause: thrown });
  return null;
}
