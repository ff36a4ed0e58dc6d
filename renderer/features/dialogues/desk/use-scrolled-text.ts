import { type RefObject, useCallback, useRef, useState } from 'react';
import type { DeskText, Effect } from './state.ts';
import type { TurnListHandle } from './turn-list.tsx';
import { showWhenDrawn } from './use-shown-selection.ts';

/** The element in which the text scrolls, and what is done to it. */
export interface ScrolledText {
  /** As state too: the list of turns is drawn once more when what it scrolls in is there. */
  readonly element: HTMLDivElement | null;
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly attach: (element: HTMLDivElement | null) => void;
  readonly list: RefObject<TurnListHandle | null>;
  readonly focus: () => void;
}

export function useScrolledText(): ScrolledText {
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const ref = useRef<HTMLDivElement>(null);
  const list = useRef<TurnListHandle>(null);
  const attach = useCallback((next: HTMLDivElement | null) => {
    ref.current = next;
    setElement(next);
  }, []);
  const focus = useCallback(() => ref.current?.focus({ preventScroll: true }), []);
  return { element, ref, attach, list, focus };
}

/** Does to the text what a transition asks for. */
export function showEffect(
  effect: Exclude<Effect, { do: 'store-memo' | 'store-borders' }>,
  scrolled: ScrolledText,
  { indexOf }: DeskText,
): void {
  switch (effect.do) {
    case 'focus-text':
      scrolled.focus();
      return;
    case 'clear-native-selection':
      window.getSelection()?.removeAllRanges();
      return;
    case 'scroll-to-turn':
      scrolled.list.current?.show(indexOf.get(effect.turnId) ?? 0, effect.align);
      return;
    case 'reveal-hit':
      showWhenDrawn(scrolled.ref, effect.turnId, '[data-current]');
      return;
    case 'reveal-card':
      requestAnimationFrame(() => reveal(document, `[data-card="${effect.mark.key}"]`));
      return;
    case 'reveal-open-mark':
      // Two frames: the turn is scrolled to first, and drawn.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => reveal(scrolled.ref.current, '[data-open="true"]')),
      );
  }
}

function reveal(within: ParentNode | null, selector: string): void {
  within?.querySelector(selector)?.scrollIntoView({ block: 'nearest' });
}
