import { observable } from '../platform/observable.ts';
import { remember, remembered } from '../platform/remembered.ts';

/** How the person has arranged the window. Kept by the window itself: it is worth nothing on another machine. */
const NARROW = 'hearken.navigation.narrow';

/** Whether the navigation shows icons alone. */
export const narrowNavigation = observable(remembered(NARROW) === 'yes');

export function setNarrowNavigation(narrow: boolean): void {
  narrowNavigation.set(narrow);
  remember(NARROW, narrow ? 'yes' : 'no');
}
