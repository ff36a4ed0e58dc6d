import { useMediaQuery } from '@mantine/hooks';
import { observable, useObservable } from '../platform/observable.ts';
import { remember, remembered } from '../platform/remembered.ts';

/** How the person has arranged the window. Kept by the window itself: it is worth nothing on another machine. */
const NARROW = 'hearken.navigation.narrow';
/** Below this width on the screen (a small window, or a zoomed one) the navigation keeps to its icons, and opens above the view. */
const SMALL = 'screen and (max-width: 56em)';

/** Whether the navigation shows icons alone. */
const narrowNavigation = observable(remembered(NARROW) === 'yes');
/** Whether it is open above the view, for the while of one choice. */
const openNavigation = observable(false);

export interface NavigationLayout {
  /** It shows icons alone. */
  readonly narrow: boolean;
  /** It is open above the view. */
  readonly over: boolean;
}

/** How the navigation stands in the window. */
export function useNavigationLayout(): NavigationLayout {
  const small = useMediaQuery(SMALL, false, { getInitialValueInEffect: false });
  const narrow = useObservable(narrowNavigation);
  const over = useObservable(openNavigation) && small;
  return { narrow: small ? !over : narrow, over };
}

/** Shows the navigation with its words, or its icons alone. */
export function toggleNavigation(): void {
  if (window.matchMedia(SMALL).matches) {
    openNavigation.set(!openNavigation.get());
    return;
  }
  narrowNavigation.set(!narrowNavigation.get());
  remember(NARROW, narrowNavigation.get() ? 'yes' : 'no');
}

/** Takes back a navigation that is open above the view. */
export function closeNavigation(): void {
  openNavigation.set(false);
}
