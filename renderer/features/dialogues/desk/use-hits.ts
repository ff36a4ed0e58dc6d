import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { type Problem, problemOf } from '#shared/model/problem.ts';
import { DialogueHits, packHits } from '#shared/search/packed-hits.ts';
import { useObservable } from '../../../platform/observable.ts';
import { searchSynonyms } from '../../../ui/search-preferences.ts';
import {
  inDialogue,
  onSearchStatus,
  type SearchStatus,
  searchStatus,
} from '../../../workers/search/service.ts';
import type { Mark } from './marks.ts';

/** What a query finds in a dialogue. */
export interface Hits {
  /** The words that were asked: an older answer stays until the newer one is there. Empty = none yet. */
  readonly query: string;
  readonly found: DialogueHits;
  /** The marks of a turn; while its hits stay the same, the same list. */
  readonly marksOf: (turnId: IdOf<'turns'>) => readonly Mark[] | undefined;
}

const NOTHING: Hits = {
  query: '',
  found: new DialogueHits(packHits({ hits: [], unquoted: [] })),
  marksOf: () => undefined,
};

const IDLE: SearchStatus = { progress: { state: 'idle' }, version: 0 };
const nothingAsked = () => IDLE;
const hearNothing = () => () => undefined;

/** How many documents an answer describes: none, for all that is wanted are the places. */
const NONE = 0;

/**
 * Live: the hits of a query in one dialogue, through the search of the workspace: stems, widths, synonyms and phrases
 * count as they do there.
 * @param query null = nothing is asked
 */
export function useHits(
  dialogueId: IdOf<'dialogues'>,
  query: string | null,
  language: string,
): { readonly hits: Hits; readonly asking: boolean; readonly problem: Problem | null } {
  const wanted = query?.trim() ?? '';
  // While nothing is asked, nothing of the search is heard: each coding would draw the desk once more.
  const { version, progress } = useSyncExternalStore(
    wanted === '' ? hearNothing : onSearchStatus,
    wanted === '' ? nothingAsked : searchStatus,
  );
  const synonyms = useObservable(searchSynonyms.value);
  const [answer, setAnswer] = useState<{ query: string; found: DialogueHits } | null>(null);
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
      (packed) => {
        if (controller.signal.aborted || !packed) return;
        setAnswer({ query: wanted, found: new DialogueHits(packed) });
        setProblem(null);
      },
      (thrown) => {
        if (!controller.signal.aborted) setProblem(problemOf(thrown));
      },
    );
    return () => controller.abort();
  }, [wanted, language, synonyms, dialogueId, version]);

  const drawn = useRef<ReadonlyMap<Id, readonly Mark[]>>(new Map());
  const hits = useMemo(() => {
    if (!answer || wanted === '') return NOTHING;
    const marks = new Map<Id, readonly Mark[]>();
    const { marksOf } = marksOver(answer.found, marks, drawn.current);
    drawn.current = marks;
    return { ...answer, marksOf };
  }, [answer, wanted]);
  return {
    hits,
    asking: wanted !== '' && (hits.query !== wanted || progress.state === 'reading'),
    problem: wanted === '' ? null : problem,
  };
}

/** Marks are made of the turns that are drawn; what was drawn the same before is the same object. */
function marksOver(
  found: DialogueHits,
  marks: Map<Id, readonly Mark[]>,
  before: ReadonlyMap<Id, readonly Mark[]>,
): Pick<Hits, 'marksOf'> {
  const marksOf = (turnId: IdOf<'turns'>) => {
    let own = marks.get(turnId);
    if (own) return own;
    const fresh = found.of(turnId).map(({ start, end }): Mark => ({ kind: 'hit', start, end }));
    if (fresh.length === 0) return undefined;
    const known = before.get(turnId);
    own = known && sameRanges(known, fresh) ? known : fresh;
    marks.set(turnId, own);
    return own;
  };
  return { marksOf };
}

function sameRanges(a: readonly Mark[], b: readonly Mark[]): boolean {
  return (
    a.length === b.length && a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end)
  );
}
