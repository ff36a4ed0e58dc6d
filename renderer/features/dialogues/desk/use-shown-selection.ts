import { type RefObject, useEffect } from 'react';
import type { TurnRange } from '#shared/anchor/text-range.ts';
import { TURN_ATTRIBUTE } from './text-selection.ts';

/** Room kept between what is shown and the edges of the text, in CSS pixels. */
const MARGIN = 48;
/** Frames that are waited for a far turn to be scrolled to, drawn and measured. */
const MOST_FRAMES = 40;

/** Keeps what is selected in sight: in a long turn the keys walk beyond the edge of the window. */
export function useShownSelection(
  range: TurnRange | null,
  scrollRef: RefObject<HTMLDivElement | null>,
): void {
  useEffect(
    () => (range ? showWhenDrawn(scrollRef, range.turnId, '[data-kind~="selection"]') : undefined),
    [range, scrollRef],
  );
}

/**
 * Scrolls to a part of a turn's text as soon as it is drawn, no further than it takes to see it.
 * @param part a CSS selector within the text
 * @returns a function that gives it up
 */
export function showWhenDrawn(
  scrollRef: RefObject<HTMLDivElement | null>,
  turnId: string,
  part: string,
): () => void {
  let left = MOST_FRAMES;
  let frame = 0;
  const soon = () => {
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(look);
    });
  };
  const look = () => {
    const scroll = scrollRef.current;
    const spans = scroll?.querySelectorAll(`[${TURN_ATTRIBUTE}="${turnId}"] ${part}`);
    if (!scroll || !spans || spans.length === 0) {
      left -= 1;
      if (left > 0) soon();
      return;
    }
    const top = spans[0]?.getBoundingClientRect().top ?? 0;
    const bottom = spans[spans.length - 1]?.getBoundingClientRect().bottom ?? 0;
    const frameBox = scroll.getBoundingClientRect();
    const above = top - frameBox.top - MARGIN;
    const below = bottom - frameBox.bottom + MARGIN;
    if (above < 0) scroll.scrollTop += above;
    else if (below > 0) scroll.scrollTop += Math.min(below, above);
  };
  // The turn may have to be scrolled to and drawn first.
  soon();
  return () => cancelAnimationFrame(frame);
}
