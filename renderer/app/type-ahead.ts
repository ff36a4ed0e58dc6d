import { type RefObject, useEffect, useRef } from 'react';
import { palette } from './overlays.ts';

/**
 * Takes what is typed after the palette was asked for and before its field has the focus: letters go into the field, and
 * Enter is pressed there once it has the focus. Without this, the first letters of a quick hand would be lost, or act on
 * the view behind.
 * @returns to be called when the field gets the focus
 */
export function useTypeAhead(
  field: RefObject<HTMLInputElement | null>,
  put: (letter: string) => void,
): () => void {
  const entered = useRef(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
      if (!palette.get() || target === field.current || ctrlKey || metaKey || altKey || isComposing) return;
      if (key === 'Enter') entered.current = true;
      else if ([...key].length === 1) put(key);
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
      field.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [field, put]);
  return () => {
    if (!entered.current) return;
    entered.current = false;
    field.current?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
    );
  };
}
