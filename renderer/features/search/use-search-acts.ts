import type { Dispatch, SetStateAction } from 'react';
import type { Hit, Sort } from '#shared/search/request.ts';
import { searchSynonyms } from '../../ui/search-preferences.ts';
import { type Asked, NOTHING_ASKED, type Ticked, withFacet } from './asked.ts';
import { exactly } from './exactly.ts';
import { keyOf } from './layout.ts';
import type { Looking } from './memory.ts';
import { ALL_TICKED, NONE_TICKED, type Ticks, ticked } from './selection.ts';
import type { Asking } from './use-asked.ts';
import type { HitActs } from './use-hit-acts.tsx';
import { WAYS } from './use-results.ts';
import { useStable } from './use-stable.ts';

export interface SearchActsProps {
  readonly asked: Asked;
  readonly askFor: Asking['ask'];
  readonly open: (hit: Hit | undefined) => void;
  readonly setLooking: Dispatch<SetStateAction<Looking>>;
  readonly setTicks: Dispatch<SetStateAction<Ticks>>;
  readonly acts: Pick<HitActs, 'menu' | 'code'>;
  readonly openDrawer: () => void;
  readonly toField: () => void;
}

export type SearchActs = ReturnType<typeof useSearchActs>;

/** What the parts of the page do: handlers that never change, so that each is drawn anew for its own news alone. */
export function useSearchActs(props: SearchActsProps) {
  const { asked, askFor, open, setLooking, setTicks, acts, openDrawer, toField } = props;
  return useStable({
    open,
    point: (hit: Hit) => setLooking((before) => ({ ...before, active: keyOf(hit) })),
    tick: (hit: Hit, tickIt: boolean) => setTicks((before) => ticked(before, hit.id, tickIt)),
    menu: acts.menu,
    choose: (chosen: Ticked) => askFor({ chosen }, 'step'),
    sort: (sort: Sort) => askFor({ sort }, 'step'),
    synonyms: (wanted: boolean) => {
      searchSynonyms.set(wanted);
      askFor({ synonyms: null }, 'replace');
    },
    exactly: (words: readonly string[]) => askFor({ query: exactly(asked.query, words) }, 'step'),
    fold: (id: string, fold: boolean) =>
      setLooking((before) => ({ ...before, folded: withOne(before.folded, id, fold) })),
    unfold: (id: string, unfold: boolean) =>
      setLooking((before) => ({ ...before, unfolded: withOne(before.unfolded, id, unfold) })),
    more: () => setLooking((before) => ({ ...before, limit: before.limit + PAGE })),
    moreWays: () => askFor({ chosen: withFacet(asked.chosen, 'kind', WAYS) }, 'step'),
    tickAll: (all: boolean) => setTicks(all ? ALL_TICKED : NONE_TICKED),
    code: acts.code,
    drawer: openDrawer,
    clear: () => {
      askFor({ ...NOTHING_ASKED, sort: asked.sort }, 'step');
      toField();
    },
    tryOut: (query: string) => {
      askFor({ query, chosen: {} }, 'step');
      toField();
    },
  });
}

/** How many more results each wish for more brings. */
const PAGE = 50;

function withOne(ids: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}
