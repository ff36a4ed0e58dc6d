import { observable } from './observable.ts';

/** Whether the view is on its way to paper: it is drawn whole, in the light colours. */
export const printing = observable(false);

/** What a view does itself when it is to be printed, e.g. because it asks about names first; null = it is printed as shown. */
export const ownPrint = observable<(() => void) | null>(null);
