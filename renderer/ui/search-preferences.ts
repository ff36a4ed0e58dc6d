import { type Observable, observable } from '../platform/observable.ts';

/** How a person likes to search. Kept by the window itself, as the layout is: it changes no workspace. */
export interface SearchPreference {
  readonly value: Observable<boolean>;
  readonly set: (on: boolean) => void;
}

/** Whether the other names of an issue count as the one that was typed; the reader marks hits by it too. */
export const searchSynonyms = preference('hearken.search.synonyms', true);

/** Whether results stand together by the dialogue that they were said in. */
export const searchGrouped = preference('hearken.search.grouped', true);

function preference(key: string, usual: boolean): SearchPreference {
  const value = observable(read(key) ?? usual);
  return {
    value,
    set: (on) => {
      value.set(on);
      write(key, on);
    },
  };
}

function read(key: string): boolean | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : kept === 'yes';
  } catch {
    return null;
  }
}

function write(key: string, on: boolean): void {
  try {
    localStorage.setItem(key, on ? 'yes' : 'no');
  } catch {
    // The next start does as usual.
  }
}
