import { profile } from '../platform/profile.ts';
import { placeToResume } from '../platform/visits.ts';
import type { Feature } from '../ui/feature.ts';

/**
 * The registry of views: one line a feature. They are loaded while a workspace opens, so that the first screen
 * does not wait for them; where each stands is its own `order`. Only what the navigation, menu and palette need comes
 * at once; the views themselves follow (`lazyView`).
 */
export const FEATURES: readonly (() => Promise<{ readonly feature: Feature }>)[] = [
  () => import('../features/home/index.tsx'),
  () => import('../features/dialogues/index.tsx'),
  () => import('../features/advice/index.tsx'),
  () => import('../features/follow-up/index.tsx'),
  () => import('../features/retrieval/index.tsx'),
  () => import('../features/people/index.tsx'),
  () => import('../features/coders/index.tsx'),
  () => import('../features/issues/index.tsx'),
  () => import('../features/search/index.tsx'),
  () => import('../features/reports/index.tsx'),
  () => import('../features/assessment/index.tsx'),
  () => import('../features/matrix/index.tsx'),
  () => import('../features/decisions/index.tsx'),
  () => import('../features/figures/index.tsx'),
  () => import('../features/register/index.tsx'),
  () => import('../features/suppliers/index.tsx'),
  () => import('../features/statements/index.tsx'),
  () => import('../features/settings/index.tsx'),
];

/**
 * Loads what every view declares, and the view that will be shown first. One that fails to load is left out, and told
 * by `onFailure`: the others still work.
 */
export async function loadFeatures(onFailure: (reason: unknown) => void): Promise<readonly Feature[]> {
  const loaded = await Promise.allSettled(FEATURES.map((load) => load()));
  const features: Feature[] = [];
  for (const result of loaded) {
    if (result.status === 'fulfilled') features.push(result.value.feature);
    else onFailure(result.reason);
  }
  features.sort((a, b) => a.order - b.order);
  // Where that fails, the place where the view is shown says so, and tries again.
  await firstShown(features)
    ?.View.preload()
    .catch(() => undefined);
  return features;
}

/** The view of the place that is gone on with, else the first. */
function firstShown(features: readonly Feature[]): Feature | undefined {
  const storeId = profile.get()?.lastOpen;
  const place = (storeId && placeToResume(storeId)) || '/';
  return features.find(({ home }) => place === home || place.startsWith(`${home}/`)) ?? features[0];
}

/** Loads the views that have not been shown yet, one by one, while the window has nothing else to do. */
export function preloadViews([first, ...rest]: readonly Feature[]): void {
  if (!first) return;
  requestIdleCallback(() => {
    void first.View.preload()
      .catch(() => undefined)
      .then(() => preloadViews(rest));
  });
}
