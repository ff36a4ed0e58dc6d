import { expose } from 'comlink';
import type { Change } from '#shared/change/change-set.ts';
import { ok, problemOf, type Result } from '#shared/model/problem.ts';
import type { SearchedState } from '#shared/search/rows.ts';
import { type Answer, type SearchRequest, WorkspaceSearch } from '#shared/search/workspace-search.ts';

/** How long one job may keep the worker from hearing that its question was withdrawn, in milliseconds. */
const PATIENCE = 12;

let search: WorkspaceSearch | null = null;
/** Reading and answering take turns, slice by slice: a question never waits for a whole index to be read. */
let turn: Promise<unknown> = Promise.resolve();
const withdrawn = new Set<number>();

function inTurn<R>(work: () => R | Promise<R>): Promise<R> {
  const run = turn.then(work);
  turn = run.catch(() => undefined);
  return run;
}

/** Lets messages that have come in be heard. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

async function read(steps: Generator<number>, progress: (share: number) => void): Promise<void> {
  for (;;) {
    const step = await inTurn(() => steps.next());
    if (step.done) return;
    progress(step.value);
    await breath();
  }
}

/** Entries wait until the one before was read. */
let following: Promise<unknown> = Promise.resolve();

const service = {
  /** Reads a workspace; questions are answered meanwhile from what is read. `progress` hears the share done, 0–1. */
  load: (state: SearchedState, progress: (share: number) => void): Promise<Result<void>> => {
    const fresh = new WorkspaceSearch(state);
    search = fresh;
    const loading = attempt(() => read(fresh.build(), progress));
    following = loading;
    return loading;
  },

  /** Follows an entry of the journal. */
  follow: (changes: readonly Change[]): Promise<Result<void>> => {
    const current = search;
    const work = following.then(() =>
      attempt(async () => {
        if (current && current === search) await read(current.follow(changes), () => undefined);
      }),
    );
    following = work;
    return work;
  },

  /** @returns null when the question was withdrawn, or there is nothing to ask yet */
  ask: (id: number, request: SearchRequest): Promise<Result<Answer | null>> =>
    inTurn(() =>
      attempt(async () => {
        if (!search || withdrawn.delete(id)) return null;
        const steps = search.steps(request);
        let rested = performance.now();
        for (;;) {
          const step = steps.next();
          if (step.done) return step.value;
          if (performance.now() - rested < PATIENCE) continue;
          await breath();
          if (withdrawn.delete(id)) return null;
          rested = performance.now();
        }
      }),
    ),

  withdraw: (id: number): void => {
    withdrawn.add(id);
  },
};
export type SearchService = typeof service;

async function attempt<R>(work: () => Promise<R>): Promise<Result<R>> {
  try {
    return ok(await work());
  } catch (thrown) {
    return { ok: false, problem: problemOf(thrown) };
  }
}

expose(service);
