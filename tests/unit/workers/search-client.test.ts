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
