import type { PowerMonitor } from 'electron';

/** How often it is looked whether somebody is there, in ms. */
const EVERY = 10_000;

export interface WhenAway {
  readonly monitor: Pick<PowerMonitor, 'getSystemIdleTime' | 'on'>;
  /** After how many minutes without keys or pointer. */
  readonly minutes: () => number;
  readonly lock: () => void;
}

/** Locks when nobody has used the computer for a while, when its screen is locked, and before it sleeps. */
export function lockWhenAway({ monitor, minutes, lock }: WhenAway): void {
  monitor.on('lock-screen', lock);
  monitor.on('suspend', lock);
  setInterval(() => {
    if (monitor.getSystemIdleTime() >= minutes() * 60) lock();
  }, EVERY).unref();
}
