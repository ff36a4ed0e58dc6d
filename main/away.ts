import type { PowerMonitor } from 'electron';

/** How often it is looked whether somebody is there, in ms. */
const EVERY = 10_000;

export interface WhenAway {
  readonly monitor: Pick<PowerMonitor, 'getSystemIdleTime' | 'getSystemIdleState'> & {
    readonly on: {
      (event: 'lock-screen', listener: () => void): unknown;
      (event: 'suspend', listener: () => void): unknown;
    };
  };
  /** After how many minutes without keys or pointer. */
  readonly minutes: () => number;
  /** When somebody was there for certain, in ms since 1970: what they opened was not left alone before. */
  readonly since: () => number;
  readonly lock: () => void;
}

/** Locks when nobody has used the computer for a while, when its screen is locked, and before it sleeps. */
export function lockWhenAway({ monitor, minutes, since, lock }: WhenAway): void {
  monitor.on('lock-screen', lock);
  monitor.on('suspend', lock);
  setInterval(() => {
    const alone = Math.min(monitor.getSystemIdleTime(), (Date.now() - since()) / 1000);
    // Not every system says it when its screen is locked, but tells it when asked.
    if (alone >= minutes() * 60 || monitor.getSystemIdleState(minutes() * 60) === 'locked') lock();
  }, EVERY).unref();
}
