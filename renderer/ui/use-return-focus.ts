import { useEffect, useState } from 'react';

/**
 * For a dialog that is mounted when it opens and unmounted when it closes: gives the focus back to what had it
 * before, or to the button of the menu that it was chosen from. Not where something else has taken the focus since.
 */
export function useReturnFocus(): void {
  // While rendering: by the time of effects, the dialog holds the focus itself.
  const [before] = useState(() => openerOf(document.activeElement));
  useEffect(
    () => () => {
      setTimeout(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && before?.isConnected) before.focus();
      });
    },
    [before],
  );
}

function openerOf(element: Element | null): HTMLElement | null {
  const menu = element?.closest('[role="menu"]');
  const opener = menu ? document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`) : element;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}
