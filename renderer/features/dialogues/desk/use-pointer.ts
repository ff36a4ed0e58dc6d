import { type MouseEvent, type RefObject, useMemo } from 'react';
import { isTyping } from '../../../ui/commands.ts';
import { turnOf } from './state.ts';
import { placeOfClick, readTextSelection } from './text-selection.ts';
import type { Desk } from './use-machine.ts';

/** How far inside a turn a menu opens that was asked for by key, in CSS pixels. */
const MENU_INDENT = 40;
const RIGHT_BUTTON = 2;

/** What the mouse does to the text: selects words, places the caret, and asks for a turn's menu. */
export function usePointer(desk: Desk, scrollRef: RefObject<HTMLDivElement | null>) {
  return useMemo(() => pointerHandlers(desk, scrollRef), [desk, scrollRef]);
}

function pointerHandlers({ current, send }: Desk, scrollRef: RefObject<HTMLDivElement | null>) {
  let reading: ReturnType<typeof setTimeout> | undefined;
  const onMouseUp = (event: MouseEvent) => {
    // The other button opens a menu of what is selected.
    if (event.button !== 0) return;
    const { target, clientX, clientY } = event;
    // The selection of a click is settled only after the event. Of a double click only the last is read: once the words
    // are drawn as selected, the browser's own selection of them is gone.
    clearTimeout(reading);
    reading = setTimeout(() => {
      const selection = readTextSelection();
      const known = selection && turnOf(current().text, selection.turnId) ? selection : null;
      send({ type: 'point', selection: known, caret: known ? null : placeOfClick(target, clientX, clientY) });
    });
  };
  /** A menu of the words under the pointer: of those that are selected, else of the sentence there. */
  const onContextMenu = (event: MouseEvent) => {
    const { target, clientX, clientY } = event;
    if (isTyping(target)) return;
    event.preventDefault();
    // By key it is asked for where the person is, not where the pointer happens to be.
    const byKey = event.button !== RIGHT_BUTTON;
    const row =
      target instanceof Element && !byKey
        ? target.closest('[data-turn-row]')
        : scrollRef.current?.querySelector('[data-turn-row][data-active="true"]');
    const turnId = row?.getAttribute('data-turn-row');
    if (!row || !turnId) return;
    const box = row.getBoundingClientRect();
    send({
      type: 'open-menu',
      turnId,
      at: placeOfClick(target, clientX, clientY)?.at ?? null,
      x: byKey ? box.left + MENU_INDENT : clientX,
      y: byKey ? box.top + MENU_INDENT : clientY,
    });
  };
  return { onMouseUp, onContextMenu };
}
