import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Problem } from '#shared/model/problem.ts';
import { problemOf } from '#shared/model/problem.ts';
import type { Answer, SearchRequest } from '#shared/search/workspace-search.ts';
import { ask, onSearchStatus, type SearchStatus, searchStatus } from './service.ts';

export function useSearchStatus(): SearchStatus {
  return useSyncExternalStore(onSearchStatus, searchStatus);
}

/** An answer, and the words it answers: while a newer question is out, the older answer stays. */
export interface Answered {
  readonly request: SearchRequest;
  readonly answer: Answer;
}

/** Answers a request, and again whenever the index learns something; an older question is withdrawn. */
export function useAnswer(request: SearchRequest | null): {
  answered: Answered | null;
  problem: Problem | null;
} {
  const { version } = useSearchStatus();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef(request);
  latest.current = request;
  const key = JSON.stringify(request);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the request by its content, and anew with each version
  useEffect(() => {
    const wanted = latest.current;
    if (!wanted) {
      setAnswered(null);
      return;
    }
    const controller = new AbortController();
    ask(wanted, controller.signal).then(
      (answer) => {
        if (controller.signal.aborted || !answer) return;
        setAnswered({ request: wanted, answer });
        setProblem(null);
      },
      (thrown) => {
        if (!controller.signal.aborted) setProblem(problemOf(thrown));
      },
    );
    return () => controller.abort();
  }, [key, version]);

  return { answered: request ? answered : null, problem };
}
