import { observable } from './observable.ts';

/** Counts what is remembered anew: who read it before reads it again. */
export const rememberedAnew = observable(0);

const watchers = new Set<() => void>();
const OF_A_STORE = /[0-9a-f]{8}-[0-9a-f]{4}-/;

/**
 * What this window remembers on this device, in this profile: how it was arranged, and where the person was. Losing it
 * is no loss that a person should be told of, so that nothing here throws.
 */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
    for (const watcher of watchers) watcher();
  } catch {
    // The next start shows the usual.
  }
}

/** Calls `watcher` whenever something more is remembered. */
export function watchRemembered(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** What goes where a workspace goes: what is remembered of it, and how the window was arranged. */
export function rememberedWith(storeId: string): Readonly<Record<string, string>> {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.includes(storeId) || !OF_A_STORE.test(key));
    return Object.fromEntries(keys.map((key) => [key, localStorage.getItem(key) ?? '']));
  } catch {
    return {};
  }
}

/** All that is remembered beside a workspace. */
export function rememberedWithout(storeId: string): Readonly<Record<string, string>> {
  try {
    const all = Object.entries({ ...localStorage }) as [string, string][];
    return Object.fromEntries(all.filter(([key]) => !key.includes(storeId)));
  } catch {
    return {};
  }
}

/** Remembers again what was carried from another window. */
export function rememberAgain(carried: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(carried)) remember(key, value);
  rememberedAnew.set(rememberedAnew.get() + 1);
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
}
