import type { Bridge, CallName, CallRequest, CallResponse, EventName, EventPayload } from '#shared/bridge.ts';
import { valueOrThrow } from '#shared/model/problem.ts';

declare global {
  interface Window {
    readonly hearken: Bridge;
  }
}

/** How a call went: asked, answered, or refused. */
export type CallOutcome = 'sent' | 'done' | 'failed';

const watchers = new Set<(name: CallName, outcome: CallOutcome) => void>();

/** Watches every call, e.g. to say whether what a person did is on disk yet. @returns a function that stops watching */
export function watchCalls(watcher: (name: CallName, outcome: CallOutcome) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function tell(name: CallName, outcome: CallOutcome): void {
  for (const watcher of watchers) watcher(name, outcome);
}

/**
 * Calls a handler in the main process.
 * @throws ProblemError with the code that `main` gave
 */
export async function call<N extends CallName>(name: N, request: CallRequest<N>): Promise<CallResponse<N>> {
  tell(name, 'sent');
  const answer = await window.hearken.invoke(name, request);
  tell(name, answer.ok ? 'done' : 'failed');
  return valueOrThrow(answer);
}

/** Listens to what `main` says unasked. @returns a function that stops listening */
export function listen<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): () => void {
  return window.hearken.on(name, listener);
}

/** Whether nothing that this window keeps is written to disk: encrypted workspaces are open in such a one alone. */
export function isInMemory(): boolean {
  return window.hearken.inMemory;
}
