import { useEffect } from 'react';

/** Where a mounted view lays what the actions of its feature act on, e.g. the picture that an export writes. */
export interface Shelf<T> {
  /** Lays it there for as long as the view is mounted; null = nothing to act on. */
  readonly useOn: (thing: T | null) => void;
  readonly current: () => T | null;
}

/** Made once a feature, outside its components. */
export function shelf<T>(): Shelf<T> {
  let shown: T | null = null;
  return {
    useOn: (thing) => {
      useEffect(() => {
        shown = thing;
        return () => {
          if (shown === thing) shown = null;
        };
      }, [thing]);
    },
    current: () => shown,
  };
}
