import { type Dispatch, type RefObject, type SetStateAction, useCallback, useEffect, useRef } from 'react';
import type { Hit } from '#shared/search/request.ts';
import { keyOf } from './layout.ts';
import type { Looking } from './memory.ts';

export interface ActiveHitProps {
  /** All hits in the order in which the arrow keys walk. */
  readonly walk: readonly Hit[];
  /** Whether they answer what is asked now. */
  readonly current: boolean;
  readonly looking: Looking;
  readonly setLooking: Dispatch<SetStateAction<Looking>>;
  readonly list: RefObject<HTMLElement | null>;
  readonly rowOf: (key: string) => HTMLElement | null;
  readonly open: (hit: Hit | undefined) => void;
}

export interface ActiveHit {
  /** Its place in the walk; the first where none was chosen. */
  readonly active: number;
  readonly activeHit: Hit | undefined;
  /** Makes the hit of a place the active one, and shows it. */
  readonly point: (index: number) => void;
  /** Opens it: at once, or when the answer that is waited for is there. */
  readonly openActive: () => void;
  /** Opens nothing when the answer comes. */
  readonly cancelOpening: () => void;
}

/** The hit that the keys stand on: walked to, and opened. */
export function useActiveHit(props: ActiveHitProps): ActiveHit {
  const { walk, current, looking, setLooking, list, rowOf, open } = props;
  const standing = walk.findIndex((hit) => keyOf(hit) === looking.active);
  const active = standing < 0 ? 0 : standing;
  const activeHit = walk[active];
  const opensFirst = useRef(false);
  useEffect(() => {
    if (!current || !opensFirst.current) return;
    opensFirst.current = false;
    open(activeHit);
  });
  const cancelOpening = useCallback(() => {
    opensFirst.current = false;
  }, []);
  const openActive = (): void => {
    // A quick hand types and presses Enter before the answer is there: the answer's first is meant.
    if (current) open(activeHit);
    else opensFirst.current = true;
  };
  const point = (index: number): void => {
    const hit = walk[index];
    if (!hit) return;
    setLooking((before) => ({ ...before, active: keyOf(hit) }));
    // The first one shows what stands above it, too.
    if (index === 0) list.current?.scrollTo({ top: 0 });
    else rowOf(keyOf(hit))?.scrollIntoView({ block: 'nearest' });
  };
  return { active, activeHit, point, openActive, cancelOpening };
}
