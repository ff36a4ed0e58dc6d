import { type RefObject, useEffect } from 'react';
import type { Selection } from '#shared/edit/coding.ts';
import { TURN_ATTRIBUTE } from './text-selection.ts';

/** Room kept between the selection and the edges of the text, in CSS pixels. */
const MARGIN = 48;

/** Keeps what is selected in sight: in a long turn the keys walk beyond the edge of the window. */
export function useShownSelection(
  range: Selection | null,
  scrollRef: RefObject<HTMLDivElement | null>,
): void {
  useEffect(() => {
    if (!range) return;
    // The turn may have to be scrolled to and drawn first.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const scroll = scrollRef.current;
        const spans = scroll?.querySelectorAll(
          `[${TURN_ATTRIBUTE}="${range.turnId}"] [data-kind~="selection"]`,
        );
        if (!scroll || !spans || spans.length === 0) return;
        const top = spans[0]?.getBoundingClientRect().top ?? 0;
        const bottom = spans[spans.length - 1]?.getBoundingClientRect().bottom ?? 0;
        const frameBox = scroll.getBoundingClientRect();
        const above = top - frameBox.top - MARGIN;
        const below = bottom - frameBox.bottom + MARGIN;
        if (above < 0) scroll.scrollTop += above;
        else if (below > 0) scroll.scrollTop += Math.min(below, above);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [range, scrollRef]);
}
