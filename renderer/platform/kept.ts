import { remember, remembered } from './remembered.ts';

/**
 * How a person left a view of a workspace, e.g. the filters of a list. Kept by the window itself, since it is worth
 * nothing on another machine; it goes with the workspace, since it can hold names.
 */
const PREFIX = 'hearken.kept.';

const keyOf = (storeId: string, name: string) => `${PREFIX}${storeId}.${name}`;

/** What was kept; undefined = nothing that can be read. */
export function readKept(storeId: string, name: string): unknown {
  try {
    const text = remembered(keyOf(storeId, name));
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function writeKept(storeId: string, name: string, value: unknown): void {
  remember(keyOf(storeId, name), JSON.stringify(value));
}

/** Forgets all that was kept of a workspace. */
export function forgetKept(storeId: string): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(`${PREFIX}${storeId}.`)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
}
