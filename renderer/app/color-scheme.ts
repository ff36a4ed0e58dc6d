import type { MantineColorSchemeManager } from '@mantine/core';
import { profile, setPreferences } from '../platform/profile.ts';
import { report } from '../ui/report-problem.ts';

/** The colour scheme is a preference of the profile like any other: read, kept and followed there. */
export const colorSchemeManager: MantineColorSchemeManager = {
  get: (fallback) => profile.get()?.preferences.colorScheme ?? fallback,
  // Also called for what was told by `subscribe`: that is kept already.
  set: (colorScheme) => {
    if (profile.get() && profile.get()?.preferences.colorScheme !== colorScheme)
      void report(() => setPreferences({ colorScheme }));
  },
  subscribe: (onUpdate) => {
    stop?.();
    stop = profile.subscribe(() => {
      const chosen = profile.get()?.preferences.colorScheme;
      if (chosen) onUpdate(chosen);
    });
  },
  unsubscribe: () => {
    stop?.();
    stop = null;
  },
  clear: () => void report(() => setPreferences({ colorScheme: 'auto' })),
};

let stop: (() => void) | null = null;
