import { forgetKept } from '../platform/kept.ts';
import { observable } from '../platform/observable.ts';

/** How the person has arranged the window. Kept by the window itself: it is worth nothing on another machine. */
const NARROW = 'hearken.navigation.narrow';
const PLACE = 'hearken.place.';

/** Whether the navigation shows icons alone. */
export const narrowNavigation = observable(read(NARROW) === 'yes');

export function setNarrowNavigation(narrow: boolean): void {
  narrowNavigation.set(narrow);
  write(NARROW, narrow ? 'yes' : 'no');
}

/** Where the person was in a workspace when they left it; null = not known. */
export function lastPlace(storeId: string): string | null {
  return read(PLACE + storeId);
}

export function keepPlace(storeId: string, place: string): void {
  write(PLACE + storeId, place);
}

export function forgetPlace(storeId: string): void {
  forgetKept(storeId);
  try {
    localStorage.removeItem(PLACE + storeId);
  } catch {
    // Nothing was kept then.
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** A layout that could not be kept is no loss that a person should be told of. */
function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The next start shows the usual layout.
  }
}
