import { observable, useObservable } from '../platform/observable.ts';
import { useWorkspaceStatus, type WorkspaceStatus, workspaceStatus } from '../store/index.ts';
import type { Feature } from '../ui/feature.ts';

/** What is being done while the person waits; null = nothing. */
export type Busy = 'starting' | 'opening' | 'creating' | 'reading' | 'encrypting' | 'decrypting' | 'closing';

export const busy = observable<Busy | null>('starting');

/** An encrypted workspace that waits for its passphrase; null = none. */
export const locked = observable<string | null>(null);

/** The views; null until they have been loaded. */
export const loadedFeatures = observable<readonly Feature[] | null>(null);

type LoadFeatures = (onFailure: (reason: unknown) => void) => Promise<readonly Feature[]>;

let load: LoadFeatures | null = null;
let loading: Promise<void> | null = null;

/** Says where the views come from. Views use what stands here, so that it must not know them by name. */
export function provideFeatures(loader: LoadFeatures): void {
  load = loader;
}

/** Loads the views once, while the person still looks at something else. */
export function ensureFeatures(onFailure: (reason: unknown) => void): Promise<void> {
  loading ??= load ? load(onFailure).then((features) => loadedFeatures.set(features)) : Promise.resolve();
  return loading;
}

export type Screen = 'waiting' | 'welcome' | 'shell' | 'recovery' | 'locked';

/** The one place that decides which screen is shown. */
export function screenOf(
  state: WorkspaceStatus['state'],
  now: Busy | null,
  hasFeatures: boolean,
  isLocked = false,
): Screen {
  if (now !== null || state === 'opening') return 'waiting';
  if (state === 'failed') return 'recovery';
  if (state === 'none') return isLocked ? 'locked' : 'welcome';
  return hasFeatures ? 'shell' : 'waiting';
}

/** The screen that is shown now. */
export function useScreen(): Screen {
  const hasFeatures = useObservable(loadedFeatures) !== null;
  return screenOf(
    useWorkspaceStatus().state,
    useObservable(busy),
    hasFeatures,
    useObservable(locked) !== null,
  );
}

/** Whether a workspace is open and can be worked in. */
export function isOpen(): boolean {
  return screenOf(workspaceStatus().state, busy.get(), loadedFeatures.get() !== null) === 'shell';
}

/** The views of the open workspace; none while there is none. */
export function openFeatures(): readonly Feature[] {
  return isOpen() ? (loadedFeatures.get() ?? []) : [];
}
