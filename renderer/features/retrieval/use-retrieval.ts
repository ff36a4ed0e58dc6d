import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { calledToday } from '#shared/model/called.ts';
import { type Problem, problemOf } from '#shared/model/problem.ts';
import type { View } from '#shared/model/view.ts';
import type { Find } from '#shared/retrieval/find.ts';
import { namesOf, type RetrievalNames } from '#shared/retrieval/passage-index.ts';
import type { RetrievalAnswer, RetrievalFrame, RetrievalRequest } from '#shared/retrieval/retriever.ts';
import { type RetrievalWords, wordsOf } from '#shared/retrieval/words.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { onRetrievalVersion, retrievalClient, retrievalVersion } from './service.ts';

/** What a question is put together from and shown by; the passages themselves stay with the worker. */
export interface Retrieval {
  readonly frame: RetrievalFrame;
  readonly names: RetrievalNames;
  readonly words: RetrievalWords;
  /** By name. */
  readonly views: readonly View[];
}

function useVersion(): number {
  return useSyncExternalStore(onRetrievalVersion, retrievalVersion);
}

/** Live: names, and what there is to choose; undefined while they are read for the first time. */
export function useRetrieval(): {
  readonly retrieval: Retrieval | undefined;
  readonly problem: Problem | null;
} {
  const { t, language } = useSpeech();
  const version = useVersion();
  const [frame, setFrame] = useState<RetrievalFrame | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew with each version
  useEffect(() => {
    let ended = false;
    retrievalClient()
      ?.frame()
      .then(
        (read) => {
          if (ended) return;
          setFrame(read);
          setProblem(null);
        },
        (thrown) => {
          if (!ended) setProblem(problemOf(thrown));
        },
      );
    return () => {
      ended = true;
    };
  }, [version]);
  const views = useRows((db) => db.views.toArray(), []);
  const retrieval = useMemo(() => {
    if (!frame || !views) return undefined;
    const names = namesOf({
      ...frame,
      participants: calledToday(frame.participants, frame.persons, language),
    });
    return {
      frame,
      names,
      words: wordsOf(names, t, language, frame.convention),
      views: [...views].sort((a, b) => a.name.localeCompare(b.name, language)),
    };
  }, [frame, views, t, language]);
  return { retrieval, problem };
}

/** What was found, and the question that it answers: while a newer question is out, the older answer stays. */
export interface Answered {
  readonly request: RetrievalRequest;
  readonly answer: RetrievalAnswer;
}

/** Live: the answer to a question. `pending`: it is an older one that is shown. */
export function useAnswer(request: RetrievalRequest): {
  readonly answered: Answered | null;
  readonly pending: boolean;
  readonly problem: Problem | null;
} {
  const version = useVersion();
  const [settled, setSettled] = useState<
    (Answered & { readonly key: string; readonly version: number }) | null
  >(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const key = JSON.stringify(request);
  const latest = useRef(request);
  latest.current = request;
  useEffect(() => {
    const asked = latest.current;
    const controller = new AbortController();
    retrievalClient()
      ?.answer(asked, controller.signal)
      .then(
        (answer) => {
          if (controller.signal.aborted) return;
          setSettled({ request: asked, answer, key, version });
          setProblem(null);
        },
        (thrown) => {
          if (!controller.signal.aborted) setProblem(problemOf(thrown));
        },
      );
    return () => controller.abort();
  }, [key, version]);
  return {
    answered: settled,
    pending: problem === null && (settled?.key !== key || settled.version !== version),
    problem,
  };
}

/** The finds of an answer, of which more are asked for where they come into view. */
export interface Finds {
  readonly count: number;
  /** Undefined while it is on its way. */
  readonly at: (index: number) => Find | undefined;
  /** Asks for what of `[from, to)` is not there yet. */
  readonly want: (from: number, to: number) => void;
}

/** Finds that are asked for at once. */
const PAGE = 100;

export function useFinds({ request, answer }: Answered): Finds {
  const [pages, setPages] = useState<{ of: RetrievalAnswer; finds: ReadonlyMap<number, Find> } | null>(null);
  const asked = useRef<{ of: RetrievalAnswer; pages: Set<number>; control: AbortController } | null>(null);
  useEffect(() => () => asked.current?.control.abort(), []);
  const more = pages?.of === answer ? pages.finds : null;
  return useMemo(
    () => ({
      count: answer.counts.finds,
      at: (index) => answer.finds[index] ?? more?.get(index),
      want: (from, to) => {
        if (asked.current?.of !== answer) {
          asked.current?.control.abort();
          asked.current = { of: answer, pages: new Set(), control: new AbortController() };
        }
        const { pages: known, control } = asked.current;
        const last = Math.min(to, answer.counts.finds);
        for (let page = Math.floor(from / PAGE); page * PAGE < last; page += 1) {
          if (known.has(page) || (page + 1) * PAGE <= answer.finds.length) continue;
          known.add(page);
          const start = page * PAGE;
          retrievalClient()
            ?.page(request, start, start + PAGE, control.signal)
            .then(
              (finds) =>
                setPages((before) => {
                  const next = new Map(before?.of === answer ? before.finds : []);
                  for (const [place, find] of finds.entries()) next.set(start + place, find);
                  return { of: answer, finds: next };
                }),
              // Asked again when it next comes into view.
              () => known.delete(page),
            );
        }
      },
    }),
    [request, answer, more],
  );
}
