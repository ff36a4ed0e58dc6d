import type { IdOf } from '#shared/model/id.ts';
import { type PackedHits, packHits } from '#shared/search/packed-hits.ts';
import type { Answer, FoundRanges, RangeUnit, SearchRequest } from '#shared/search/request.ts';
import type { WorkspaceSearch } from '#shared/search/workspace-search.ts';
import { exposeService } from '../expose.ts';
import { breath, type Databases, type Origin, SearchKeeper } from './keeper.ts';

/** How long one question may keep the worker from hearing that it was withdrawn, in milliseconds. */
const PATIENCE = 8;

const keeper = new SearchKeeper();
/** Questions that were put and not answered yet, and whether each is still wanted. */
const wanted = new Map<number, boolean>();

/**
 * Answers a question step by step, checking now and then whether it is still wanted.
 * @returns null when it was withdrawn, or there is nothing to ask yet
 */
function answered<R>(id: number, steps: (search: WorkspaceSearch) => Generator<void, R>): Promise<R | null> {
  wanted.set(id, true);
  const answer = keeper.inTurn(async () => {
    // What was withdrawn while this waited is known before it is begun.
    await breath();
    const { search } = keeper;
    if (!wanted.get(id) || !search) return null;
    const asked = steps(search);
    let rested = performance.now();
    for (;;) {
      const step = asked.next();
      if (step.done) return step.value;
      if (performance.now() - rested < PATIENCE) continue;
      await breath();
      if (!wanted.get(id)) return null;
      rested = performance.now();
    }
  });
  return answer.finally(() => wanted.delete(id));
}

const service = {
  /** Opens a workspace; as `SearchKeeper.open`. */
  open: (databases: Databases, progress: (share: number) => void, kept?: () => void): Promise<Origin> =>
    keeper.open(databases, progress, kept),

  /** Follows what the journal has to say since it was looked at last. */
  follow: (): Promise<void> => keeper.follow(),

  ask: (id: number, request: SearchRequest): Promise<Answer | null> =>
    answered(id, (search) => search.steps(request)),

  places: (id: number, request: SearchRequest, unit: RangeUnit, limit: number): Promise<FoundRanges | null> =>
    answered(id, (search) => search.placesInSteps(request, unit, limit)),

  inDialogue: (
    id: number,
    request: SearchRequest,
    dialogueId: IdOf<'dialogues'>,
  ): Promise<PackedHits | null> =>
    answered(id, function* (search) {
      return packHits(yield* search.inDialogueInSteps(request, dialogueId));
    }),

  /** What was answered by then stays answered. */
  withdraw: (id: number): void => {
    if (wanted.has(id)) wanted.set(id, false);
  },
};
export type SearchService = typeof service;

exposeService(service);
