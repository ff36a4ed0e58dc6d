import { useEffect } from 'react';
import { isMac } from '../platform/profile.ts';
import { allActions, canRun, runAction } from './actions.ts';
import { hotkeysOf, isHotkey, worksWhileTyping } from './hotkeys.ts';

/** Whether the person is typing into something. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return target instanceof HTMLInputElement && !NOT_TYPED_INTO.has(target.type);
}

const NOT_TYPED_INTO = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'color', 'file', 'reset']);

/** The one place where hotkeys are listened for: the first action that can be done now and has this hotkey is done. */
export function useHotkeyRegistrar(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A key that composes Japanese belongs to the input method; one that a view has used is used up.
      if (event.isComposing || event.defaultPrevented) return;
      const mac = isMac();
      const typing = isTyping(event.target);
      // A dialog in front has the keyboard to itself, but for what closes over everything (palette, help).
      const behindDialogue = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
      for (const action of allActions()) {
        const hotkey = hotkeysOf(action).find((candidate) => isHotkey(candidate, event, mac));
        if (!hotkey || (typing && !worksWhileTyping(hotkey))) continue;
        if (behindDialogue || !canRun(action)) continue;
        event.preventDefault();
        runAction(action);
        return;
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
