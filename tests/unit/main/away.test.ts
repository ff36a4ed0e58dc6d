import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lockWhenAway } from '../../../main/away.ts';

const MINUTE = 60_000;
let opened: number;
const lock = vi.fn<() => void>();
const idle = { seconds: 0, state: 'active' as 'active' | 'locked' };
const monitor = Object.assign(new EventEmitter(), {
  getSystemIdleTime: () => idle.seconds,
  getSystemIdleState: () => idle.state,
});

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2021-04-01T09:00:00Z') });
  opened = Date.now();
  Object.assign(idle, { seconds: 0, state: 'active' });
  lock.mockClear();
  monitor.removeAllListeners();
  lockWhenAway({ monitor, minutes: () => 15, since: () => opened, lock });
});

afterEach(() => vi.useRealTimers());

it('locks when nobody was there for so long, and not before', () => {
  vi.advanceTimersByTime(20 * MINUTE);
  idle.seconds = 15 * 60 - 1;
  vi.advanceTimersByTime(MINUTE);
  expect(lock).not.toHaveBeenCalled();
  idle.seconds = 15 * 60;
  vi.advanceTimersByTime(MINUTE);
  expect(lock).toHaveBeenCalled();
});

it('does not count what was before the workspace was opened', () => {
  idle.seconds = 3 * 3_600;
  vi.advanceTimersByTime(14 * MINUTE);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2 * MINUTE);
  expect(lock).toHaveBeenCalled();
});

it('locks with the screen, however the system tells of it, and before sleep', () => {
  monitor.emit('lock-screen');
  monitor.emit('suspend');
  expect(lock).toHaveBeenCalledTimes(2);
  idle.state = 'locked';
  vi.advanceTimersByTime(10_000);
  expect(lock).toHaveBeenCalledTimes(3);
});
