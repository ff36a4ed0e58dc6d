import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Detail, keepDetails, ProblemError, problem, problemOf } from '#shared/model/problem.ts';
import { moving } from '../../../renderer/workers/expose.ts';
import { RequestLink } from '../../../renderer/workers/link.ts';
import { type Progress, runTask, type Task } from '../../../renderer/workers/task.ts';
import { FakeWorker } from './fake-worker.ts';

const LIMIT = 60;
/** Never settles. */
const never = () => new Promise<never>(() => {});

let details: Detail[] = [];
beforeEach(() => {
  details = [];
  keepDetails((detail) => details.push(detail));
});
afterEach(() => {
  vi.useRealTimers();
  keepDetails(() => {});
});

/** Runs one task, `work`, in a fake worker. */
function run<R>(work: (progress: Progress) => R, task: Partial<Task> = {}) {
  const service = { work };
  const worker = new FakeWorker(service);
  const start = vi.fn(() => worker as unknown as Worker);
  const running = runTask<typeof service, Awaited<R>>(
    start,
    (remote, progress) => remote.work(progress) as never,
    { doing: 'test', limit: LIMIT, ...task },
  );
  return { worker, start, end: running.then((value) => ({ value }), problemOf) };
}

/** As many seconds as the window sees pass. */
function pass(seconds: number) {
  vi.advanceTimersByTime(seconds * 1000);
}

describe('a task', () => {
  it('gives its value, and its worker is ended', async () => {
    const { worker, end } = run(async () => 42);
    expect(await end).toEqual({ value: 42 });
    expect(worker.terminated).toBe(true);
  });

  it('may hand the memory of its value over', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const { end } = run(() => moving({ bytes }, [bytes.buffer]));
    expect(await end).toEqual({ value: { bytes: new Uint8Array([1, 2, 3]) } });
    expect(bytes.length).toBe(0);
  });

  it('ends with the problem that it throws', async () => {
    const { worker, end } = run(() => {
      throw new ProblemError('file-empty', { name: 'a.txt' });
    });
    expect(await end).toEqual(problem('file-empty', { name: 'a.txt' }));
    expect(worker.terminated).toBe(true);
  });

  it('tells of an unforeseen error by a reference alone, and the log what it said', async () => {
    const { end } = run(async () => {
      throw new Error('Mrs Tanaka');
    });
    const ended = await end;
    expect(ended).toEqual(problem('unexpected', { reference: details[0]?.reference ?? '' }));
    expect(details[0]?.text).toContain('Mrs Tanaka');
  });

  it.each([
    ['crashes', (worker: FakeWorker) => worker.crash('out of memory'), 'out of memory'],
    ['fails without a word', (worker: FakeWorker) => worker.crash(), 'worker failed'],
    [
      'sends what cannot be read',
      (worker: FakeWorker) => worker.dispatchEvent(new Event('messageerror')),
      'message unreadable',
    ],
  ])('ends when its worker %s', async (_, fail, said) => {
    const { worker, end } = run(never, { failed: (reason) => problem('report-failed', { reason }) });
    fail(worker);
    expect(await end).toEqual(problem('report-failed', { reason: details[0]?.reference ?? '' }));
    expect(details.map(({ text }) => text)).toEqual([`test: ${said}`]);
    expect(worker.terminated).toBe(true);
  });

  it('ends when it gets no further', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { worker, end } = run(never);
    pass(LIMIT);
    expect(worker.terminated).toBe(false);
    pass(LIMIT / 2);
    expect(await end).toEqual(problem('task-too-slow', { seconds: LIMIT }));
    expect(worker.terminated).toBe(true);
  });

  it('may take any time while it gets further', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const reported: number[] = [];
    let onward = () => {};
    const { end } = run(
      async (progress) => {
        for (let step = 0; step < 5; step += 1) {
          progress(step / 5);
          await new Promise<void>((resolve) => {
            onward = resolve;
          });
        }
        return 'done';
      },
      { onProgress: (done) => reported.push(done) },
    );
    for (let step = 0; step < 5; step += 1) {
      await vi.waitUntil(() => reported.length === step + 1);
      pass(LIMIT);
      onward();
    }
    expect(await end).toEqual({ value: 'done' });
    expect(reported).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });

  it('is not begun when it was cancelled before', async () => {
    const { start, end } = run(() => 1, {
      signal: AbortSignal.abort(),
      cancelled: problem('report-cancelled'),
    });
    expect(await end).toEqual(problem('report-cancelled'));
    expect(start).not.toHaveBeenCalled();
  });

  it('ends at once when it is cancelled', async () => {
    const abort = new AbortController();
    const { worker, end } = run(never, { signal: abort.signal });
    abort.abort();
    expect(worker.terminated).toBe(true);
    expect(await end).toEqual(problem('task-cancelled'));
  });

  it('keeps its value when it is cancelled afterwards', async () => {
    const abort = new AbortController();
    const { end } = run(() => 1, { signal: abort.signal });
    expect(await end).toEqual({ value: 1 });
    abort.abort();
    expect(await end).toEqual({ value: 1 });
  });

  it('tells of no progress after its value', async () => {
    const reported: number[] = [];
    let late: Progress = () => {};
    const service = { work: () => 1 };
    const end = runTask<typeof service, number>(
      () => new FakeWorker(service) as unknown as Worker,
      (remote, progress) => {
        late = progress;
        return remote.work() as never;
      },
      { doing: 'test', limit: LIMIT, onProgress: (done) => reported.push(done) },
    );
    expect(await end).toBe(1);
    late(1);
    expect(reported).toEqual([]);
  });
});

describe('a worker of many requests', () => {
  const service = {
    ask: (id: number, wait: boolean): Promise<number> | number => (wait ? never() : id),
    withdraw: vi.fn((_id: number) => {}),
  };
  const linked = () => {
    const worker = new FakeWorker(service);
    const failed = (reason: string) => problem('search-failed', { reason });
    const link = new RequestLink<typeof service>(worker as unknown as Worker, 'search', failed);
    const ask = (wait: boolean, signal?: AbortSignal) =>
      link.withdrawable((remote, id) => remote.ask(id, wait) as never, signal);
    return { worker, ask };
  };

  it('numbers its requests, and answers each', async () => {
    const { ask, worker } = linked();
    expect(await Promise.all([ask(false), ask(false)])).toEqual([1, 2]);
    expect(worker.terminated).toBe(false);
  });

  it('is told of a request that is not wanted any more', async () => {
    const { ask } = linked();
    const abort = new AbortController();
    const asked = ask(false, abort.signal);
    abort.abort();
    await expect(asked).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    await vi.waitUntil(() => service.withdraw.mock.calls.length === 1);
    expect(service.withdraw).toHaveBeenCalledWith(1);
  });

  it('ends every request when it fails, those that come later too', async () => {
    const { ask, worker } = linked();
    const both = [ask(true), ask(true)].map((one) => one.catch(problemOf));
    worker.crash();
    const failure = problem('search-failed', { reason: details[0]?.reference ?? '' });
    expect(await Promise.all(both)).toEqual([failure, failure]);
    expect(await ask(false).catch(problemOf)).toEqual(failure);
  });
});
