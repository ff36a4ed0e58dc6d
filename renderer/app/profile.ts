import type { CallResponse, Preferences } from '#shared/bridge.ts';
import { call } from '../platform/bridge.ts';
import { observable } from '../platform/observable.ts';

/** This machine's profile: preferences, the library of workspaces, versions. */
export type Profile = CallResponse<'profile.read'>;

/** Null until it has been read. */
export const profile = observable<Profile | null>(null);

/** Reads the profile anew: at start, and after the library changed. */
export async function loadProfile(): Promise<Profile> {
  const read = await call('profile.read', undefined);
  profile.set(read);
  return read;
}

/** Changes some preferences: shown at once, then kept; taken back where they could not be kept. */
export async function setPreferences(change: Partial<Preferences>): Promise<void> {
  const before = profile.get();
  if (!before) return;
  const preferences = { ...before.preferences, ...change };
  profile.set({ ...before, preferences });
  try {
    await call('profile.write', preferences);
  } catch (thrown) {
    const now = profile.get();
    if (now) profile.set({ ...now, preferences: before.preferences });
    throw thrown;
  }
}
