import type { LibraryEntry } from '#shared/bridge.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { Feature } from '../ui/feature.ts';
import { observable } from './observable.ts';

/** What is being done while the person waits. */
export type Busy = 'starting' | 'opening' | 'creating' | 'reading' | 'closing';

/** Where the app stands: the one thing that decides which screen is shown. */
export type Session =
  | { readonly stage: 'busy'; readonly busy: Busy; readonly name: string }
  | { readonly stage: 'welcome' }
  | { readonly stage: 'open'; readonly entry: LibraryEntry; readonly features: readonly Feature[] }
  /** A workspace that the library lists could not be opened: never the welcome screen (its data is somewhere). */
  | { readonly stage: 'failed'; readonly entry: LibraryEntry; readonly problem: Problem };

export const session = observable<Session>({ stage: 'busy', busy: 'starting', name: '' });

/** The features of the open workspace; none while there is none. */
export function openFeatures(): readonly Feature[] {
  const now = session.get();
  return now.stage === 'open' ? now.features : [];
}
