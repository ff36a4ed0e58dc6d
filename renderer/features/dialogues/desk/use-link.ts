import { useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'wouter';
import type { DeskText, LinkTarget } from './state.ts';
import type { Find } from './use-find.ts';
import type { Desk } from './use-machine.ts';

/** Where a link into the dialogue leads, as the address says. */
export interface Link extends LinkTarget {
  readonly query: string | null;
  /** Where in the turn the search of the link's query begins. */
  readonly at: number;
}

/** The link by which the desk is shown; another object for each link that is followed. */
export function useLink(): Link {
  const [params] = useSearchParams();
  return useMemo(() => {
    const turnId = params.get('turn') || null;
    const [start, end] = [Number(params.get('start')), Number(params.get('end'))];
    return {
      turnId,
      passageId: params.get('passage'),
      words: turnId && end > start ? { turnId, start, end } : null,
      query: params.get('find'),
      at: start,
    };
  }, [params]);
}

/**
 * Leads to where a link into the dialogue says; once, whatever is edited afterwards.
 * @param ready whether there is something to scroll
 */
export function useFollowLink(
  link: Link,
  { send }: Desk,
  { indexOf }: DeskText,
  follow: Find['follow'],
  ready: boolean,
): void {
  const followed = useRef<Link | null>(null);
  useEffect(() => {
    if (followed.current === link) return;
    const { turnId, query, at } = link;
    // The turns may still be coming in: then the link is followed once its turn is there.
    if (turnId && (!indexOf.has(turnId) || !ready)) return;
    followed.current = link;
    if (turnId || query !== null) follow(query, { turn: indexOf.get(turnId ?? '') ?? 0, at });
    send({ type: 'follow', ...link });
  }, [link, indexOf, ready, follow, send]);
}
