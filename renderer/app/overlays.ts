import { useEffect, useState } from 'react';
import { type Observable, observable, useObservable } from '../platform/observable.ts';

/** Whether the command palette is shown. */
export const palette = observable(false);

/** Whether the sheet of hotkeys is shown. */
export const helpSheet = observable(false);

/** Whether the form for a new workspace is shown. */
export const newWorkspaceForm = observable(false);

/**
 * Whether an overlay is shown. Never at once when it is mounted: an overlay that was asked for before it was loaded
 * opens like any other, and so knows where the focus goes back to.
 */
export function useShown(overlay: Observable<boolean>): boolean {
  const shown = useObservable(overlay);
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return mounted && shown;
}
