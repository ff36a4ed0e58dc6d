import type { ComponentType } from 'react';
import type { MessageKey } from '#shared/i18n/index.ts';
import type { LazyView } from './lazy-view.tsx';

/**
 * Something a person can do, declared once in its feature's `actions.ts` (ARCHITECTURE, law 9). The window's menu, the
 * palette, toolbars, context menus, hotkeys and the help sheet are all drawn from these.
 */
export interface Action {
  /** `feature.verb`, e.g. `dialogues.import`. */
  readonly id: string;
  readonly label: MessageKey;
  readonly icon: ComponentType<{ size?: number | string }>;
  /** In Mantine's notation, e.g. `mod+Shift+I`; absent = none. */
  readonly hotkey?: string;
  /** Other keys that do the same, e.g. what another system's people are used to; not shown in menus. */
  readonly otherHotkeys?: readonly string[];
  /** Menu in which the action stands; absent = in the palette alone. */
  readonly menu?: 'file' | 'edit' | 'view' | 'dialogue' | 'assess' | 'help';
  /** Whether it can be done now; absent = always. A workspace is open unless `needsWorkspace` is false. */
  readonly when?: () => boolean;
  readonly needsWorkspace?: boolean;
  readonly run: () => void | Promise<void>;
}

/** Something of the workspace that the palette offers while a person types, e.g. a turn or an issue. */
export interface PaletteHit {
  readonly id: string;
  readonly label: string;
  /** What kind of thing it is or where it stands; one line. */
  readonly description?: string | undefined;
  readonly run: () => void;
}

/** A key that acts inside a view alone; the help sheet lists it beside the view's actions. */
export interface ViewKey {
  readonly hotkey: string;
  readonly label: MessageKey;
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
  readonly View: LazyView;
  readonly actions: readonly Action[];
  readonly keys?: readonly ViewKey[];
  /** What the palette shows of this feature for a query, best first; given up when `signal` aborts. */
  readonly paletteHits?: (query: string, signal: AbortSignal) => Promise<readonly PaletteHit[]>;
}
