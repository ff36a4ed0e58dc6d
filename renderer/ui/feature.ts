import type { ComponentType } from 'react';
import type { MessageKey } from '#shared/i18n/index.ts';
import type { Commands } from './commands.ts';
import type { LazyView } from './lazy-view.tsx';

/** Something of the workspace that the palette offers while a person types, e.g. a turn or an issue. */
export interface PaletteHit {
  readonly id: string;
  readonly label: string;
  /** What kind of thing it is or where it stands; one line. */
  readonly description?: string | undefined;
  readonly run: () => void;
}

/** What waits in a view, as the navigation shows it. */
export interface Waiting {
  readonly count: number;
  /** Says what the number counts; `count` fills its gap. */
  readonly label: MessageKey;
  readonly to: string;
}

/** A view of the app: what stands in the navigation and what is shown there. */
export interface Feature {
  readonly id: string;
  /** Route below the hash, in wouter's notation with a rest, e.g. `/dialogues/*?`. */
  readonly path: string;
  /** Where the navigation leads, e.g. `/dialogues`. */
  readonly home: string;
  readonly label: MessageKey;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number }>;
  /** Position in the navigation, ascending. */
  readonly order: number;
  /** The feature whose view leads here: this one has no place of its own in the navigation. */
  readonly within?: string;
  readonly View: LazyView;
  /** A hook that counts what waits there for somebody, with the way to it; null = nothing does. */
  readonly useWaiting?: () => Waiting | null;
  /** Everything that can be done here, the keys of its views included. */
  readonly commands?: readonly Commands[];
  /** What the palette shows of this feature for a query, best first; given up when `signal` aborts. */
  readonly paletteHits?: (query: string, signal: AbortSignal) => Promise<readonly PaletteHit[]>;
}
