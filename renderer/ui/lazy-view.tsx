import { type ComponentType, lazy } from 'react';

/** A view whose code is loaded when it is first shown, or when `preload` is called. */
export type LazyView = ComponentType & { readonly preload: () => Promise<unknown> };

/** @param load imports the view's file, whose default export is the view */
export function lazyView(load: () => Promise<{ readonly default: ComponentType }>): LazyView {
  let loading: Promise<{ readonly default: ComponentType }> | null = null;
  const once = () => {
    // What failed to load is tried again when it is asked for again.
    loading ??= load().catch((thrown) => {
      loading = null;
      throw thrown;
    });
    return loading;
  };
  return Object.assign(lazy(once), { preload: once });
}
