import { type RefObject, useEffect, useState } from 'react';
import type { TurnRange } from '#shared/anchor/text-range.ts';

/**
 * Something measured of the words of a range as they stand in the window, anew when the range changes and while the text
 * scrolls; null = nothing is measured yet.
 * @param measure gets what scrolls, and what was measured before, which it may give back
 */
export function useMeasured<T>(
  { turnId, start, end }: TurnRange,
  scrollRef: RefObject<HTMLDivElement | null>,
  measure: (scroll: HTMLDivElement | null, before: T | null) => T | null,
): T | null {
  const [measured, setMeasured] = useState<T | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ends of the range say that its spans are others
  useEffect(() => {
    const scroll = scrollRef.current;
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setMeasured((before) => measure(scroll, before)));
    };
    soon();
    scroll?.addEventListener('scroll', soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      scroll?.removeEventListener('scroll', soon);
    };
  }, [turnId, start, end, scrollRef]);
  return measured;
}
