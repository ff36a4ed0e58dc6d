import { CALLS, type CallName } from '#shared/bridge.ts';
import { fail, ok, ProblemError, problemOf, type Result } from '#shared/model/problem.ts';
import { fileProblem } from './file-problem.ts';
import type { Handlers } from './handlers.ts';

/** Does one call: its name and payload are checked before anything else happens, and every failure is a value. */
export async function answer(
  handlers: Partial<Handlers>,
  name: unknown,
  payload: unknown,
): Promise<Result<unknown>> {
  if (typeof name !== 'string' || !Object.hasOwn(CALLS, name))
    return fail('call-refused', { name: String(name) });
  const call = name as CallName;
  const request = CALLS[call].request.safeParse(payload);
  if (!request.success) {
    const [first] = request.error.issues;
    console.error(`${call} refused: ${first?.path.join('.')} ${first?.message}`);
    return fail('call-refused', { name: call });
  }
  try {
    const handler = handlers[call] as ((request: unknown) => unknown) | undefined;
    if (!handler) return fail('call-refused', { name: call });
    return ok(await handler(request.data));
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) console.error(`${call}:`, thrown);
    return { ok: false, problem: problemOf(fileProblem(thrown) ?? thrown) };
  }
}
