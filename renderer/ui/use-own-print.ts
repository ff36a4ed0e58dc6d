import { useEffect, useRef } from 'react';
import { ownPrint } from '../platform/printing.ts';

/** While the view is shown, it prints itself: what leaves the office this way asks about names first. */
export function useOwnPrint(print: () => void): void {
  const latest = useRef(print);
  latest.current = print;
  useEffect(() => {
    ownPrint.set(() => latest.current());
    return () => ownPrint.set(null);
  }, []);
}
