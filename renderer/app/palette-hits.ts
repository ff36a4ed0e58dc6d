import { useEffect, useState, useSyncExternalStore } from 'react';
import { noted } from '#shared/model/problem.ts';
import type { Feature, PaletteHit } from '../ui/feature.ts';
import { onSearchStatus, searchStatus } from '../workers/search/service.ts';
import { openFeatures } from './session.ts';

/** How long a person must rest before the features are asked, in milliseconds. */
const REST = 140;
/** Hits shown of one feature: the palette leads to the view that shows them all. */
const MOST = 6;

export interface HitGroup {
  readonly feature: Feature;
  readonly hits: readonly PaletteHit[];
}

/**
 * What the features find for a query, group by group as each answers. An answer to a query that is no longer typed
 * is given up; the hits before stay until the first new ones are there, so that the list does not jump. What is written
 * while the palette is open can be found in it as soon as search has read it.
 */
export function usePaletteHits(query: string): { groups: readonly HitGroup[]; looking: boolean } {
  const [groups, setGroups] = useState<readonly HitGroup[]>([]);
  const [looking, setLooking] = useState(false);
  const wanted = query.trim();
  const read = useSyncExternalStore(onSearchStatus, readVersion);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when search has read more
  useEffect(() => {
    const asked = wanted === '' ? [] : openFeatures().filter(({ paletteHits }) => paletteHits);
    if (asked.length === 0) {
      setGroups([]);
      setLooking(false);
      return;
    }
    setLooking(true);
    const controller = new AbortController();
    const timer = setTimeout(() => {
      const found = new Map<string, HitGroup>();
      const asking = asked.map(async (feature) => {
        try {
          const hits = await feature.paletteHits?.(wanted, controller.signal);
          if (hits && hits.length > 0) found.set(feature.id, { feature, hits: hits.slice(0, MOST) });
        } catch (thrown) {
          // One feature that cannot answer must not silence the others; what is given up is no failure.
          if (!controller.signal.aborted) noted(thrown, 'palette');
        }
        if (!controller.signal.aborted) setGroups(asked.flatMap(({ id }) => found.get(id) ?? []));
      });
      void Promise.all(asking).then(() => {
        if (!controller.signal.aborted) setLooking(false);
      });
    }, REST);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [wanted, read]);
  return { groups, looking };
}

/** Grows with what search reads once it has read the workspace; before that it would grow without a pause. */
function readVersion(): number {
  const { progress, version } = searchStatus();
  return progress.state === 'ready' ? version : 0;
}
