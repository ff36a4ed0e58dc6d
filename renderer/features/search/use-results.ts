import { useMemo } from 'react';
import type { Problem } from '#shared/model/problem.ts';
import type { DocumentKind } from '#shared/search/documents.ts';
import type { Answer, Hit, SearchRequest } from '#shared/search/request.ts';
import { type Asked, isAsked } from './asked.ts';
import { laidOut, type Shown } from './layout.ts';
import type { Looking } from './memory.ts';
import { type Answered, useAnswer } from './use-answer.ts';
import { useWholeGroups } from './use-whole-groups.ts';

/** Kinds that are no words of anybody: where they alone are asked for, they are the list. */
export const WAYS: readonly DocumentKind[] = [
  'issue',
  'person',
  'dialogue',
  'indicator',
  'arrangement',
  'organisation',
  'instrument',
  'source',
  'entry',
  'answer',
];

export interface ResultsWish {
  readonly asked: Asked;
  readonly synonyms: boolean;
  readonly grouped: boolean;
  readonly language: string;
  readonly looking: Looking;
}

export interface SearchResults {
  /** Null: nothing is asked. */
  readonly request: SearchRequest | null;
  readonly answered: Answered | null;
  readonly answer: Answer | null;
  /** The answer is that of the request, not of an older one. */
  readonly current: boolean;
  readonly problem: Problem | null;
  /** Asks once more after a failure. */
  readonly again: () => void;
  readonly shown: Shown | null;
  /** How many turns were found. */
  readonly turns: number;
  /** Every hit that is known, those of unfolded dialogues with them. */
  readonly known: () => readonly Hit[];
}

/** Requests what is asked, and lays out its answer as it is looked at. */
export function useResults({ asked, synonyms, grouped, language, looking }: ResultsWish): SearchResults {
  const { limit, folded, unfolded } = looking;
  const request = useMemo<SearchRequest | null>(
    () =>
      isAsked(asked)
        ? {
            query: asked.query,
            chosen: asked.chosen,
            sort: asked.sort,
            synonyms,
            typing: true,
            language,
            limit,
            byDialogue: grouped,
          }
        : null,
    [asked, synonyms, grouped, language, limit],
  );
  const { answered, problem, again } = useAnswer(request);
  const answer = answered?.answer ?? null;
  const whole = useWholeGroups(request, unfolded);
  const kinds = asked.chosen.kind ?? [];
  const waysOnly = kinds.length > 0 && kinds.every((kind) => WAYS.some((way) => way === kind));
  const shown = useMemo(
    () => answer && laidOut(answer, { grouped, waysOnly, folded, unfolded, wholeOf: (id) => whole.get(id) }),
    [answer, grouped, waysOnly, folded, unfolded, whole],
  );
  return {
    request,
    answered,
    answer,
    current: answered !== null && answered.request === request,
    problem,
    again,
    shown,
    turns: kinds.length === 0 || kinds.includes('turn') ? (answer?.counts.turn ?? 0) : 0,
    known: () => [
      ...(answer?.hits ?? []),
      ...(answer?.groups ?? []).flatMap(({ hits }) => hits),
      ...[...whole.values()].flat(),
    ],
  };
}
