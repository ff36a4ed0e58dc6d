import { type Detail, keepDetails, noted } from '#shared/model/problem.ts';
import { call } from './bridge.ts';

/** Workers have no bridge: they tell the window, and nobody else can hear it. */
const CHANNEL = 'hearken-details';

/** Lets `main` keep what unforeseen errors say, of the window and of its workers. Called once, by the window. */
export function keepWindowDetails(): void {
  const keep = (detail: Detail) => void call('log.write', detail).catch(() => {});
  keepDetails(keep);
  new BroadcastChannel(CHANNEL).addEventListener('message', ({ data }) => keep(data as Detail));
  window.addEventListener('error', ({ error }) => error && noted(error, 'window'));
}

/** Called once, by each worker. */
export function keepWorkerDetails(): void {
  const channel = new BroadcastChannel(CHANNEL);
  keepDetails((detail) => channel.postMessage(detail));
  self.addEventListener('unhandledrejection', ({ reason }) => noted(reason, 'worker'));
}
