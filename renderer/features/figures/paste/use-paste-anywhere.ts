import { useEffect, useRef } from 'react';
import type { Clipboard } from '#shared/pasted/read.ts';
import { isTyping } from '../../../ui/commands.ts';

/** A table pasted where nothing is being typed into: the first step of bringing it in. */
export function usePasteAnywhere(onPaste: (clipboard: Clipboard) => void) {
  const latest = useRef(onPaste);
  latest.current = onPaste;
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const { clipboardData } = event;
      if (!clipboardData || isTyping(event.target) || event.defaultPrevented) return;
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      latest.current({
        text: clipboardData.getData('text/plain'),
        html: clipboardData.getData('text/html'),
      });
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
}
