import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TurnRange } from '#shared/anchor/text-range.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { Observable } from '../../../platform/observable.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { provideActs } from './acts.ts';
import type { View } from './marks-in-view.tsx';
import { type DeskState, placeOf, quoteOf } from './state.ts';
import { type Hits, useHits } from './use-hits.ts';
import type { Desk } from './use-machine.ts';

/** A place of the text: which turn of the dialogue, and where in it. */
interface Place {
  readonly turn: number;
  readonly at: number;
}

/** Longer words are not taken over into the find bar, in UTF-16 units. */
const MOST_SOUGHT = 60;

export interface Find {
  readonly hits: Hits;
  /** Position of the hit that was walked to, from 0; -1 = none. */
  readonly at: number;
  readonly asking: boolean;
  readonly problem: Problem | null;
  readonly seek: (query: string) => void;
  /** A link led here: looks for its words, from its place on. */
  readonly follow: (query: string | null, from: Place) => void;
  readonly walk: (by: 1 | -1) => void;
  readonly close: () => void;
}

/**
 * Looks for words in the dialogue that is read: all hits are marked, and walked through one by one.
 * @param view what can be seen of the text: from there on the first hit is looked for where nothing is selected
 */
export function useFind(
  { current, send }: Desk,
  { find, text: { indexOf } }: Pick<DeskState, 'find' | 'text'>,
  dialogueId: IdOf<'dialogues'>,
  view: Observable<View>,
): Find {
  const { language } = useSpeech();
  const { hits, asking, problem } = useHits(dialogueId, find?.query ?? null, language);
  const [walked, setWalked] = useState<TurnRange | null>(null);
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
      const hit = hits.found.at(index);
      if (!hit) return;
      setWalked(hit);
      send({ type: 'show-hit', hit });
    },
    [hits, send],
  );
  useEffect(() => {
    if (hits.query === '' || settled.current === hits.query) return;
    // While the workspace is still being read there may be more to come.
    if (!asking || hits.found.count > 0) settled.current = hits.query;
    const first = hits.found.from(from.current, indexOf);
    if (first >= 0) walkTo(first);
    else setWalked(null);
  }, [hits, asking, indexOf, walkTo]);
  // Closed, by whatever way: opened again, it begins anew.
  const closed = find === null;
  useEffect(() => {
    if (!closed) return;
    setWalked(null);
    settled.current = '';
  }, [closed]);

  const here = (): Place => {
    const place = placeOf(current());
    return place ? { turn: indexOf.get(place.turnId) ?? 0, at: place.at } : { turn: view.get().first, at: 0 };
  };
  const seek = useCallback((query: string) => void send({ type: 'seek', query }), [send]);
  const close = useCallback(() => void send({ type: 'close-find' }), [send]);
  const follow = useCallback(
    (query: string | null, place: Place) => {
      send({ type: 'seek', query });
      from.current = place;
      settled.current = '';
    },
    [send],
  );
  const walk = (by: 1 | -1) => {
    const { count } = hits.found;
    if (count === 0) return;
    if (walked) return walkTo((at + by + count) % count);
    const next = hits.found.from(here(), indexOf);
    walkTo((next + (by === 1 ? 0 : by) + count) % count);
  };
  const open = () => {
    from.current = here();
    send({ type: 'open-find', query: queryOf(quoteOf(current())) });
  };

  // From the menu, the palette, or by a key.
  const acts = useRef({ open, walk });
  useEffect(() => {
    acts.current = { open, walk };
  });
  useEffect(
    () =>
      provideActs({
        find: () => acts.current.open(),
        'find-next': () => acts.current.walk(1),
        'find-previous': () => acts.current.walk(-1),
      }),
    [],
  );
  return { hits, at, asking, problem, seek, follow, walk, close };
}

/** Selected words as a query: one word in all its forms, several as they stand; null = too much to be looked for. */
function queryOf(quote: string): string | null {
  if (quote === '' || quote.length > MOST_SOUGHT || quote.includes('\n')) return null;
  return /^[\p{Script=Latin}\p{N}]+$/u.test(quote) ? quote : `"${quote.replaceAll(/["“”＂]/g, ' ')}"`;
}
