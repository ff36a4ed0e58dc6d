import { closesList, isTyping, OWN_ESCAPE } from '../ui/commands.ts';
import { focusAround } from '../ui/focus-around.ts';

/**
 * Guards what is typed before any view or dialog hears of a key. A key that composes belongs to the input method, whatever
 * it is. Escape leaves a field that holds text, and nothing else: a second one closes what the field stands in. An empty
 * field, or a choice, on a page is left by it too, unless it had a use for the key: then the keys of the page act again.
 * @returns a function that stops listening
 */
export function guardTyping(): () => void {
  let isListOpen = false;
  const onKeyDown = (event: KeyboardEvent) => {
    isListOpen = closesList(event);
    if (event.isComposing || event.keyCode === BY_INPUT_METHOD) event.stopImmediatePropagation();
    else if (event.key === 'Escape' && !closesList(event) && holdsText(event.target)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      focusAround(event.target);
    }
  };
  const afterAll = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !isListOpen && standsOnPage(event.target))
      focusAround(event.target);
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('keydown', afterAll);
  return () => {
    window.removeEventListener('keydown', onKeyDown, { capture: true });
    window.removeEventListener('keydown', afterAll);
  };
}

/** Whether a target is a field that still has the focus, and in nothing that Escape closes. */
function standsOnPage(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement) || !isTyping(target) || document.activeElement !== target)
    return false;
  return target.closest(`[role="dialog"], [role="grid"], ${OWN_ESCAPE}`) === null;
}

/** The code of every key that an input method takes, also where the browser does not say that it composes. */
const BY_INPUT_METHOD = 229;

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Whether a target is a field with text that Escape is to leave. */
function holdsText(target: EventTarget | null): target is TextField {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false;
  if (!isTyping(target) || target.readOnly || target.value === '') return false;
  return target.closest(OWN_ESCAPE) === null;
}
