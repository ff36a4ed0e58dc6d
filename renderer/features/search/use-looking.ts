import {
  type Dispatch,
  type RefObject,
  type SetStateAction,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { FRESH, type Looking, recall, remember } from './memory.ts';

export interface UseLooking {
  readonly looking: Looking;
  readonly setLooking: Dispatch<SetStateAction<Looking>>;
  /** Begins at the top, with what was shown before remembered. */
  readonly lookAfresh: () => void;
  /** Remembers a row as the one that was left from, and how high it stood. */
  readonly leaveAt: (key: string) => void;
  readonly onScroll: (top: number) => void;
  /** Scrolls to where one was, once; to be called when the results of the address are drawn. @returns its end */
  readonly restore: () => (() => void) | undefined;
}

/**
 * How the results of an address are being looked at: coming back finds them as they were left.
 * @param rowOf the row of a key, where it is drawn
 */
export function useLooking(
  address: string,
  arrivals: number,
  list: RefObject<HTMLElement | null>,
  rowOf: (key: string) => HTMLElement | null,
): UseLooking {
  const [looking, setLooking] = useState(() => recall(address));
  const latest = useRef(looking);
  latest.current = looking;
  const scrollTop = useRef(looking.scrollTop);
  const place = useRef(address);
  /** What is still to be scrolled to. */
  const wanted = useRef<Looking | null>(looking);

  const keep = useCallback(
    () => remember(place.current, { ...latest.current, scrollTop: scrollTop.current }),
    [],
  );
  useEffect(() => keep, [keep]);
  const arrived = useRef(arrivals);
  if (arrived.current !== arrivals) {
    arrived.current = arrivals;
    keep();
    const known = recall(address);
    wanted.current = known;
    setLooking(known);
  }
  useEffect(() => {
    place.current = address;
  }, [address]);

  const restore = useCallback(() => {
    const box = list.current;
    const before = wanted.current;
    if (!before || !box) return undefined;
    wanted.current = null;
    box.scrollTop = before.scrollTop;
    const settle = () => {
      const row = before.active === null || before.height === null ? null : rowOf(before.active);
      if (row && before.height !== null) box.scrollTop += heightIn(box, row) - before.height;
    };
    settle();
    // Rows out of sight have a guessed height until they are seen: once more, when those around it are drawn.
    const frame = requestAnimationFrame(settle);
    return () => cancelAnimationFrame(frame);
  }, [list, rowOf]);

  const lookAfresh = useCallback(() => {
    keep();
    wanted.current = null;
    scrollTop.current = 0;
    if (list.current) list.current.scrollTop = 0;
    setLooking(FRESH);
  }, [keep, list]);
  const leaveAt = useCallback(
    (key: string) => {
      const row = rowOf(key);
      const box = list.current;
      const left = { ...latest.current, active: key, height: row && box ? heightIn(box, row) : null };
      latest.current = left;
      setLooking(left);
    },
    [list, rowOf],
  );
  const onScroll = useCallback((top: number) => {
    scrollTop.current = top;
  }, []);
  return { looking, setLooking, lookAfresh, leaveAt, onScroll, restore };
}

function heightIn(box: HTMLElement, row: HTMLElement): number {
  return row.getBoundingClientRect().top - box.getBoundingClientRect().top;
}
