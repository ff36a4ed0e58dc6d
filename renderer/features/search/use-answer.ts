import { startTransition, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Problem } from '#shared/model/problem.ts';
import { problemOf } from '#shared/model/problem.ts';
import type { Answer, SearchRequest } from '#shared/search/request.ts';
import { workspaceStatus } from '../../store/index.ts';
import { ask, onSearchStatus, type SearchStatus, searchStatus } from '../../workers/search/service.ts';

export function useSearchStatus(): SearchStatus {
  return useSyncExternalStore(onSearchStatus, searchStatus);
}

/** An answer, and the words it answers: while a newer question is out, the older answer stays. */
export interface Answered {
  readonly request: SearchRequest;
  readonly answer: Answer;
}

/** The answer given last, so that coming back shows it at once; it is asked for anew all the same. */
let last: { readonly key: string; readonly answered: Answered } | null = null;

function openStore(): string {
  const status = workspaceStatus();
  return status.state === 'open' ? status.storeId : '';
}

/**
 * Answers a request, and again whenever the index learns something; an older question is withdrawn.
 * `again` asks once more after a failure.
 */
export function useAnswer(request: SearchRequest | null): {
  answered: Answered | null;
  problem: Problem | null;
  again: () => void;
} {
  const { version } = useSearchStatus();
  const key = `${openStore()} ${JSON.stringify(request)}`;
  const [answered, setAnswered] = useState<Answered | null>(last?.key === key ? last.answered : null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const latest = useRef(request);
  latest.current = request;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the request by its content, and anew with each version
  useEffect(() => {
    const wanted = latest.current;
    if (!wanted) {
      setAnswered(null);
      setProblem(null);
      return;
    }
    const controller = new AbortController();
    ask(wanted, controller.signal).then(
      (answer) => {
        if (controller.signal.aborted || !answer) return;
        const given = { request: wanted, answer };
        last = { key, answered: given };
        setProblem(null);
        // Drawing many rows gives way to the next key.
        startTransition(() => setAnswered(given));
      },
      (thrown) => {
        if (!controller.signal.aborted) setProblem(problemOf(thrown));
      },
    );
    return () => controller.abort();
  }, [key, version, tries]);

  const again = useCallback(() => setTries((before) => before + 1), []);
  return { answered: request ? answered : null, problem, again };
}

const NONE: readonly (Answer | null)[] = [];

/**
 * Answers several requests one after another, behind what is being typed: counts and the rest of a group, which
 * nobody waits for.
 */
export function useAnswers(requests: readonly SearchRequest[], wanted: boolean): readonly (Answer | null)[] {
  const { version, progress } = useSearchStatus();
  const [answers, setAnswers] = useState<{ key: string; given: readonly (Answer | null)[] }>({
    key: '',
    given: [],
  });
  const latest = useRef(requests);
  latest.current = requests;
  const key = JSON.stringify(requests);
  const ready = wanted && progress.state === 'ready';

  // biome-ignore lint/correctness/useExhaustiveDependencies: the requests by their content, and anew with each version
  useEffect(() => {
    if (!ready) return;
    const controller = new AbortController();
    void (async () => {
      const given: (Answer | null)[] = [];
      for (const request of latest.current) {
        const answer = await ask(request, controller.signal).catch(() => null);
        if (controller.signal.aborted) return;
        given.push(answer);
      }
      setAnswers({ key, given });
    })();
    return () => controller.abort();
  }, [key, version, ready]);

  return answers.key === key ? answers.given : NONE;
}
