import { afterEach, expect, test, vi } from 'vitest';
import { SearchClient, type SearchProgress } from '../../../renderer/workers/search/client.ts';
import { FakeWorker } from './fake-worker.ts';

afterEach(() => vi.unstubAllGlobals());

test('progress that is heard after the workspace is read does not take back that it is', async () => {
  let answerHeard = () => {};
  const heard = new Promise<void>((resolve) => {
    answerHeard = resolve;
  });
  const late = new Promise<void>((resolve) => {
    const service = {
      open: (_: unknown, progress: (share: number) => Promise<void>) => {
        void heard.then(() => progress(1)).then(resolve);
      },
    };
    vi.stubGlobal(
      'Worker',
      class extends FakeWorker {
        constructor() {
          super(service);
        }
      },
    );
  });
  const told: SearchProgress[] = [];
  const client = new SearchClient(
    (progress) => told.push(progress),
    () => {},
  );
  await client.open('workspace');
  expect(told).toEqual([{ state: 'ready' }]);
  answerHeard();
  await late;
  expect(told).toEqual([{ state: 'ready' }]);
  client.close();
});

test('once a large index is kept another worker takes over, and the first ends when it has answered', async () => {
  const workers: FakeWorker[] = [];
  let keptHeard = () => {};
  let answerLate = () => {};
  const late = new Promise<void>((resolve) => {
    answerLate = resolve;
  });
  const followed: number[] = [];
  vi.stubGlobal(
    'Worker',
    class extends FakeWorker {
      constructor() {
        const number = workers.length;
        super({
          open: (_: unknown, __: unknown, kept?: () => void) => {
            if (kept) keptHeard = kept;
          },
          ask: async () => {
            if (number === 0) await late;
            return number;
          },
          follow: () => {
            followed.push(number);
          },
          withdraw: () => {},
        });
        workers.push(this);
      }
    },
  );
  const client = new SearchClient(
    () => {},
    () => {},
  );
  await client.open('workspace');
  const request = {} as Parameters<SearchClient['ask']>[0];
  const asked = client.ask(request);
  keptHeard();
  await vi.waitFor(() => expect(followed).toEqual([1]));
  expect(await client.ask(request)).toBe(1);
  expect(workers[0]?.terminated).toBe(false);
  answerLate();
  expect(await asked).toBe(0);
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  client.close();
});
