import { type Observable, observable } from './observable.ts';
import { remember, remembered, rememberedAnew } from './remembered.ts';

/** Something a person likes one way or the other. Kept by the window itself, as the layout is: it changes no workspace. */
export interface Preference {
  readonly value: Observable<boolean>;
  readonly set: (on: boolean) => void;
}

/** @param usual what holds until the person says otherwise */
export function preference(key: string, usual: boolean): Preference {
  const read = () => {
    const kept = remembered(key);
    return kept === null ? usual : kept === 'yes';
  };
  const value = observable(read());
  rememberedAnew.subscribe(() => value.set(read()));
  return {
    value,
    set: (on) => {
      value.set(on);
      remember(key, on ? 'yes' : 'no');
    },
  };
}
