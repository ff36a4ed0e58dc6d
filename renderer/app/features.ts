import type { Feature } from '../ui/feature.ts';

/**
 * The registry of views: one line a feature. They are loaded while a workspace opens, so that the first screen
 * does not wait for them; where each stands is its own `order`.
 */
export const FEATURES: readonly (() => Promise<{ readonly feature: Feature }>)[] = [
  () => import('../features/dialogues/index.tsx'),
  () => import('../features/advice/index.tsx'),
  () => import('../features/retrieval/index.tsx'),
  () => import('../features/coders/index.tsx'),
  () => import('../features/issues/index.tsx'),
  () => import('../features/search/index.tsx'),
  () => import('../features/reports/index.tsx'),
  () => import('../features/assessment/index.tsx'),
  () => import('../features/matrix/index.tsx'),
  () => import('../features/decisions/index.tsx'),
  () => import('../features/settings/index.tsx'),
];

/** Loads every view. One that fails to load is left out, and told by `onFailure`: the others still work. */
export async function loadFeatures(onFailure: (reason: unknown) => void): Promise<readonly Feature[]> {
  const loaded = await Promise.allSettled(FEATURES.map((load) => load()));
  const features: Feature[] = [];
  for (const result of loaded) {
    if (result.status === 'fulfilled') features.push(result.value.feature);
    else onFailure(result.reason);
  }
  return features.sort((a, b) => a.order - b.order);
}
