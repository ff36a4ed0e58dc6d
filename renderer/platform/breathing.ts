import type { Steps } from '#shared/steps.ts';

/** Work goes on for so long before others have their turn: half a frame. In milliseconds. */
const SLICE = 8;

/**
 * Runs work in slices, so that the window stays alive.
 * @returns undefined where it was given up
 */
export async function breathing<R>(steps: Steps<R>, signal: AbortSignal): Promise<R | undefined> {
  let began = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - began < SLICE) continue;
    await turnOfOthers();
    if (signal.aborted) return undefined;
    began = performance.now();
  }
}

/** A message to oneself comes after what waits, and without the wait that timers have. */
function turnOfOthers(): Promise<void> {
  return new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      go();
    };
    port2.postMessage(null);
  });
}
