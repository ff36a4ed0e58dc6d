import type { Bridge, CallName, CallRequest, CallResponse, EventName, EventPayload } from '#shared/bridge.ts';
import { ProblemError } from '#shared/model/problem.ts';

declare global {
  interface Window {
    readonly hearken: Bridge;
  }
}

/**
 * Calls one of the app's hands in `main`.
 * @throws ProblemError with the code that `main` gave
 */
export async function call<N extends CallName>(name: N, request: CallRequest<N>): Promise<CallResponse<N>> {
  const answer = await window.hearken.invoke(name, request);
  if (!answer.ok) throw new ProblemError(answer.problem.code, answer.problem.params);
  return answer.value;
}

/** Listens to what `main` says unasked. @returns a function that stops listening */
export function listen<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): () => void {
  return window.hearken.on(name, listener);
}
