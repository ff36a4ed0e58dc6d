import { useSyncExternalStore } from 'react';

/** A value that can be read anywhere, replaced, and watched: state that lives beside the tree of components. */
export interface Observable<T> {
  readonly get: () => T;
  readonly set: (next: T) => void;
  /** @returns a function that stops watching */
  readonly subscribe: (listener: () => void) => () => void;
}

export function observable<T>(initial: T): Observable<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(value, next)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value, now and whenever it changes. */
export function useObservable<T>(source: Observable<T>): T {
  return useSyncExternalStore(source.subscribe, source.get);
}
