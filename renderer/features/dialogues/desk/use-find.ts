import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Selection } from '#shared/edit/coding.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Problem } from '#shared/model/problem.ts';
import { provideFinder } from './finder.ts';
import { type Hits, useHits } from './use-hits.ts';

/** A place of the text: which turn of the dialogue, and where in it. */
interface Place {
  readonly turn: number;
  readonly at: number;
}

/** The desk, as far as looking for words needs it. */
export interface FoundIn {
  readonly dialogueId: Id;
  readonly language: string;
  /** What is looked for from the beginning; null = nothing. */
  readonly begun: string | null;
  readonly indexOf: ReadonlyMap<Id, number>;
  /** Where the person is. */
  readonly here: () => Place;
  /** Words to be looked for when the find bar is opened; null = whatever was looked for last. */
  readonly words: () => string | null;
  /** Shows a hit. The same function as long as it does the same. */
  readonly show: (hit: Selection) => void;
  /** The find bar was closed. */
  readonly onClose: () => void;
}

export interface Find {
  /** What is looked for; null = the find bar is closed. */
  readonly sought: string | null;
  readonly hits: Hits;
  /** Position of the hit that was walked to, from 0; -1 = none. */
  readonly at: number;
  readonly asking: boolean;
  readonly problem: Problem | null;
  /** Each new number puts the cursor into the field; 0 = it is left where it is. */
  readonly focus: number;
  readonly seek: (query: string) => void;
  /** A link led here: looks for its words, from its place on. */
  readonly follow: (query: string | null, from: Place) => void;
  readonly walk: (by: 1 | -1) => void;
  readonly close: () => void;
}

/** Looks for words in the dialogue that is read: all hits are marked, and walked through one by one. */
export function useFind(desk: FoundIn): Find {
  const { dialogueId, language, indexOf, show } = desk;
  const [sought, setSought] = useState(desk.begun);
  const [focus, setFocus] = useState(0);
  const { hits, asking, problem } = useHits(dialogueId, sought, language);
  const [walked, setWalked] = useState<Selection | null>(null);
  /** From which place on a new question goes to its first hit, and the question that did. */
  const from = useRef<Place>({ turn: 0, at: 0 });
  const settled = useRef('');
  const at = useMemo(
    () =>
      walked === null
        ? -1
        : hits.found.from({ turn: indexOf.get(walked.turnId) ?? 0, at: walked.start }, indexOf),
    [walked, hits, indexOf],
  );
  const walkTo = useCallback(
    (index: number) => {
      const next = hits.found.at(index);
      if (!next) return;
      setWalked(next);
      show(next);
    },
    [hits, show],
  );
  useEffect(() => {
    if (hits.query === '' || settled.current === hits.query) return;
    // While the workspace is still being read there may be more to come.
    if (!asking || hits.found.count > 0) settled.current = hits.query;
    const first = hits.found.from(from.current, indexOf);
    if (first >= 0) walkTo(first);
    else setWalked(null);
  }, [hits, asking, indexOf, walkTo]);

  const follow = useCallback((query: string | null, place: Place) => {
    setSought(query);
    from.current = place;
    settled.current = '';
  }, []);
  const walk = (by: 1 | -1) => {
    const { count } = hits.found;
    if (count === 0) return;
    if (walked) return walkTo((at + by + count) % count);
    const next = hits.found.from(desk.here(), indexOf);
    walkTo((next + (by === 1 ? 0 : by) + count) % count);
  };
  const open = () => {
    from.current = desk.here();
    const words = desk.words();
    setSought((before) => words ?? before ?? '');
    setFocus((before) => before + 1);
  };
  const close = () => {
    setSought(null);
    setWalked(null);
    settled.current = '';
    desk.onClose();
  };

  // From the menu, the palette, or by a key.
  const acts = useRef({ open, walk });
  useEffect(() => {
    acts.current = { open, walk };
  });
  useEffect(
    () =>
      provideFinder((act) => {
        if (act === 'open') acts.current.open();
        else acts.current.walk(act === 'next' ? 1 : -1);
      }),
    [],
  );
  return { sought, hits, at, asking, problem, focus, seek: setSought, follow, walk, close };
}
