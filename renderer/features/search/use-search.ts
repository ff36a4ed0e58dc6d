import { type RefObject, useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Hit } from '#shared/search/request.ts';
import { useObservable } from '../../platform/observable.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { go } from '../../ui/links.ts';
import { searchGrouped, searchSynonyms } from '../../ui/search-preferences.ts';
import { type Asked, withFacet } from './asked.ts';
import { setSearchField } from './focus.ts';
import { keyOf } from './layout.ts';
import { linkOf } from './open-hit.ts';
import { isTicked, NONE_TICKED, type Ticks, ticked, tickedOf } from './selection.ts';
import { useActiveHit } from './use-active-hit.ts';
import { useAsked } from './use-asked.ts';
import { useHitActs } from './use-hit-acts.tsx';
import { useLooking } from './use-looking.ts';
import { useResultKeys } from './use-result-keys.ts';
import { useResults } from './use-results.ts';
import { useSearchActs } from './use-search-acts.ts';

export type Search = ReturnType<typeof useSearch>;

/**
 * What the search keeps: what is asked, what was found, where one stands in it and what is ticked; and what can be
 * done about it, by pointer and by key.
 */
export function useSearch(openDrawer: () => void) {
  const { language } = useSpeech();
  const { asked, ask, settle, address, arrivals } = useAsked();
  const usual = useObservable(searchSynonyms.value);
  const grouped = useObservable(searchGrouped.value);
  const synonyms = asked.synonyms ?? usual;
  const [ticks, setTicks] = useState<Ticks>(NONE_TICKED);
  const field = useSearchField();
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();

  const rowOf = useCallback((key: string) => document.getElementById(`${listId}-${key}`), [listId]);
  const { looking, setLooking, lookAfresh, leaveAt, onScroll, restore } = useLooking(
    address,
    arrivals,
    list,
    rowOf,
  );
  const results = useResults({ asked, synonyms, grouped, language, looking });
  const { request, current, shown, turns } = results;
  const walk = shown?.walk ?? [];
  const chosenTurns = tickedOf(ticks, turns);

  // Coming back finds the results as they were left.
  useLayoutEffect(() => (current ? restore() : undefined), [current, restore]);

  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    leaveAt(keyOf(hit));
    settle();
    go(linkOf(hit, asked.query.trim()));
  };
  const at = useActiveHit({ walk, current, looking, setLooking, list, rowOf, open });
  const { activeHit, cancelOpening } = at;
  const activeId = activeHit && `${listId}-${keyOf(activeHit)}`;

  const askFor = useCallback(
    (next: Partial<Asked>, how: 'typing' | 'step' | 'replace') => {
      cancelOpening();
      lookAfresh();
      setTicks(NONE_TICKED);
      ask(next, how);
    },
    [ask, lookAfresh, cancelOpening],
  );
  const toField = (): void => field.current?.focus();
  const run = (saved: Asked) => {
    askFor(saved, 'step');
    toField();
  };
  const acts = useHitActs({
    request,
    ticks,
    ticked: chosenTurns,
    known: results.known,
    open: (hit) => open(hit),
    tick: (hit, on) => setTicks((before) => ticked(before, hit.id, on)),
    narrow: ({ dialogue }) =>
      dialogue && askFor({ chosen: withFacet(asked.chosen, 'dialogue', [dialogue.id]) }, 'step'),
  });
  const on = useSearchActs({ asked, askFor, open, setLooking, setTicks, acts, openDrawer, toField });
  const tickedOrNull = useCallback((hit: Hit) => isTicked(ticks, hit), [ticks]);

  const { onFieldKey, onListKey } = useResultKeys({
    ...at,
    walk,
    rowOf,
    ticks,
    ticked: chosenTurns,
    query: asked.query,
    acts,
    on,
    toField,
  });

  return {
    asked,
    synonyms,
    askFor,
    run,
    results,
    looking,
    chosenTurns,
    isTicked: tickedOrNull,
    activeHit,
    activeId,
    field,
    list,
    listId,
    onScroll,
    onFieldKey,
    onListKey,
    on,
    dialogs: acts.dialogs,
  };
}

/** The field, which has the focus when the view opens, and while it is there is found from elsewhere. */
function useSearchField(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setSearchField(field.current);
    field.current?.focus();
    field.current?.select();
    return () => setSearchField(null);
  }, []);
  return field;
}
