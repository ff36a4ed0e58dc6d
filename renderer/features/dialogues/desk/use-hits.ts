import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Id } from '#shared/model/basics.ts';
import { type Problem, problemOf } from '#shared/model/problem.ts';
import type { TurnHits } from '#shared/search/request.ts';
import { useObservable } from '../../../platform/observable.ts';
import { searchSynonyms } from '../../../ui/search-preferences.ts';
import { inDialogue, onSearchStatus, searchStatus } from '../../../workers/search/service.ts';
import type { Mark } from './marks.ts';

/** A hit in the text of a turn. */
export interface Hit {
  readonly turnId: Id;
  readonly start: number;
  readonly end: number;
}

/** What a query finds in a dialogue. */
export interface Hits {
  /** The words that were asked: an older answer stays until the newer one is there. */
  readonly query: string;
  /** In the order of the text. */
  readonly all: readonly Hit[];
  /** By turn; a turn whose hits stay the same keeps the same list. */
  readonly marks: ReadonlyMap<Id, readonly Mark[]>;
}

const NOTHING: Hits = { query: '', all: [], marks: new Map() };

/** How many documents an answer describes: none, for all that is wanted are the places. */
const NONE = 0;

/**
 * Live: the hits of a query in one dialogue, through the search of the workspace: stems, widths, synonyms and phrases
 * count as they do there.
 * @param query null = nothing is asked
 */
export function useHits(
  dialogueId: Id,
  query: string | null,
  language: string,
  indexOf: ReadonlyMap<Id, number>,
): { readonly hits: Hits; readonly asking: boolean; readonly problem: Problem | null } {
  const { version, progress } = useSyncExternalStore(onSearchStatus, searchStatus);
  const synonyms = useObservable(searchSynonyms.value);
  const wanted = query?.trim() ?? '';
  const [answer, setAnswer] = useState<{ query: string; turns: readonly TurnHits[] } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew with each version of what can be found
  useEffect(() => {
    if (wanted === '') {
      setAnswer(null);
      return;
    }
    const controller = new AbortController();
    const request = {
      query: wanted,
      typing: true,
      language,
      limit: NONE,
      sort: 'relevance',
      synonyms,
    } as const;
    inDialogue(request, dialogueId, controller.signal).then(
      (turns) => {
        if (controller.signal.aborted || !turns) return;
        setAnswer({ query: wanted, turns });
        setProblem(null);
      },
      (thrown) => {
        if (!controller.signal.aborted) setProblem(problemOf(thrown));
      },
    );
    return () => controller.abort();
  }, [wanted, language, dialogueId, version, synonyms]);

  const last = useRef<Hits>(NOTHING);
  const hits = useMemo(() => {
    if (!answer || wanted === '') return NOTHING;
    return hitsOf(answer.query, answer.turns, indexOf, last.current);
  }, [answer, wanted, indexOf]);
  useEffect(() => {
    last.current = hits;
  }, [hits]);
  return {
    hits,
    asking: wanted !== '' && (hits.query !== wanted || progress.state === 'reading'),
    problem: wanted === '' ? null : problem,
  };
}

function hitsOf(
  query: string,
  turns: readonly TurnHits[],
  indexOf: ReadonlyMap<Id, number>,
  before: Hits,
): Hits {
  const all: Hit[] = [];
  const marks = new Map<Id, readonly Mark[]>();
  for (const { turnId, ranges } of turns) {
    if (!indexOf.has(turnId) || ranges.length === 0) continue;
    for (const { start, end } of ranges) all.push({ turnId, start, end });
    const fresh = ranges.map(({ start, end }): Mark => ({ kind: 'hit', start, end }));
    const known = before.marks.get(turnId);
    marks.set(turnId, known && sameRanges(known, fresh) ? known : fresh);
  }
  return { query, all, marks };
}

function sameRanges(a: readonly Mark[], b: readonly Mark[]): boolean {
  return (
    a.length === b.length && a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end)
  );
}

/**
 * Position of the first hit that stands at a place of the text or after it; at the end it goes round.
 * @param at the turn's index and an offset of its text
 * @returns -1 for no hits
 */
export function hitFrom(
  all: readonly Hit[],
  indexOf: ReadonlyMap<Id, number>,
  place: { readonly turn: number; readonly at: number },
): number {
  if (all.length === 0) return -1;
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const hit = all[middle] as Hit;
    const turn = indexOf.get(hit.turnId) ?? 0;
    // A hit that a place stands inside of is meant by it.
    if (turn < place.turn || (turn === place.turn && hit.end <= place.at)) low = middle + 1;
    else high = middle;
  }
  return low % all.length;
}
