import { useMemo } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { Hit, SearchRequest } from '#shared/search/request.ts';
import { useAnswers } from './use-answer.ts';

/** Hits of one dialogue that are shown when all of them are asked for. */
const MOST_OF_GROUP = 200;

/** All hits of the dialogues that were unfolded, once they are known. */
export function useWholeGroups(
  request: SearchRequest | null,
  unfolded: ReadonlySet<Id>,
): ReadonlyMap<Id, readonly Hit[]> {
  const ids = request ? [...unfolded] : [];
  const answers = useAnswers(
    ids.flatMap((id): SearchRequest[] =>
      request ? [{ ...request, limit: MOST_OF_GROUP, chosen: { ...request.chosen, dialogue: [id] } }] : [],
    ),
    ids.length > 0,
  );
  const key = ids.join();
  return useMemo(
    () =>
      new Map(
        key.split(',').flatMap((id, index) => {
          const answer = answers[index];
          return answer ? [[id, answer.hits] as const] : [];
        }),
      ),
    [key, answers],
  );
}
