import { type Observable, observable } from './observable.ts';
import { remember, remembered } from './remembered.ts';

/** Something a person likes one way or the other. Kept by the window itself, as the layout is: it changes no workspace. */
export interface Preference {
  readonly value: Observable<boolean>;
  readonly set: (on: boolean) => void;
}

/** @param usual what holds until the person says otherwise */
export function preference(key: string, usual: boolean): Preference {
  const kept = remembered(key);
  const value = observable(kept === null ? usual : kept === 'yes');
  return {
    value,
    set: (on) => {
      value.set(on);
      remember(key, on ? 'yes' : 'no');
    },
  };
}
