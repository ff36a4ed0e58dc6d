import type { KeyboardEvent as ReactKeyboardEvent, RefObject } from 'react';
import type { SceneItem } from '#shared/chart/scene.ts';
import { type Direction, directionOf, useCommands } from '../ui/commands.ts';
import { sceneCommands } from './commands.ts';
import type { Exploring } from './exploring.ts';
import type { ItemsById } from './use-item-handlers.ts';
import type { TrialState } from './use-trial.ts';
import type { Zoomed } from './use-zoom.ts';

export interface SceneKeysProps {
  readonly items: readonly SceneItem[];
  readonly byId: ItemsById;
  readonly content: RefObject<SVGGElement | null>;
  readonly exploring: Exploring | null;
  readonly trial: TrialState;
  readonly zoom: Zoomed;
  readonly zoomable: boolean;
  /** The item that is pointed at. */
  readonly pointed: string | null;
  readonly setPointed: (id: string | null) => void;
  /** The item that Tab leads to. */
  readonly stop: string | null;
  readonly pinned: readonly string[];
  readonly setPinned: (ids: readonly string[]) => void;
  readonly togglePin: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** Binds the keys of a picture: from item to item, opening, keeping words open, trying elsewhere, enlarging. */
export function useSceneKeys(props: SceneKeysProps): (event: ReactKeyboardEvent) => void {
  const { items, byId, content, exploring, trial, zoom, zoomable, onOpen } = props;
  const { pointed, setPointed, stop, pinned, setPinned, togglePin } = props;
  const { at, mark, land } = trial;
  const onItem = (run: (itemId: string, event: KeyboardEvent) => void) => ({
    run: (event: KeyboardEvent) => run(itemAt(event) ?? '', event),
    when: (event: KeyboardEvent) => itemAt(event) !== null,
  });
  const goTo = (index: number) => {
    const next = items[index];
    if (next) content.current?.querySelector<SVGGElement>(`[data-item="${CSS.escape(next.id)}"]`)?.focus();
  };
  const walk = (by: 1 | -1) => onItem((itemId) => goTo((byId.get(itemId)?.index ?? 0) + by));
  const tryBy = (itemId: string, { across, down }: Direction) => {
    const own = byId.get(itemId)?.item;
    if (!own || !exploring) return;
    const before = at.current;
    const from = before?.id === itemId ? before.landing.spot : own;
    const landing = exploring.step(itemId, from, across, down === 0 ? 0 : down === 1 ? -1 : 1);
    if (!landing) return;
    setPointed(null);
    land(itemId, landing);
    mark.current?.drag(landing.spot, landing);
  };
  const aboutItem = () => byId.get(pointed ?? stop ?? '')?.item;
  const canZoom = () => zoomable;
  return useCommands(sceneCommands, {
    'chart.next': walk(1),
    'chart.previous': walk(-1),
    'chart.end': onItem((_, event) => goTo(directionOf(event).across < 0 ? 0 : items.length - 1)),
    'chart.open': onItem((itemId) => {
      setPointed(null);
      onOpen(itemId);
    }),
    'chart.pin': onItem(togglePin),
    'chart.try': {
      run: (event) => tryBy(itemAt(event) ?? '', directionOf(event)),
      when: (event) => exploring !== null && itemAt(event) !== null,
    },
    'chart.reset': {
      run: () => {
        trial.giveUp();
        setPointed(null);
        setPinned([]);
      },
      when: () => trial.tried !== null || pointed !== null || pinned.length > 0,
    },
    'chart.zoomIn': { run: () => zoom.by(1, aboutItem()), when: canZoom },
    'chart.zoomOut': { run: () => zoom.by(-1, aboutItem()), when: canZoom },
    'chart.zoomReset': { run: zoom.reset, when: canZoom },
  });
}

/** The item that a key was pressed on; null = none. */
function itemAt({ target }: KeyboardEvent): string | null {
  return target instanceof Element
    ? (target.closest('[data-item]')?.getAttribute('data-item') ?? null)
    : null;
}
