import { type PointerEvent, type RefObject, useMemo, useRef } from 'react';
import type { Spot } from '#shared/chart/geometry.ts';
import type { SceneItem } from '#shared/chart/scene.ts';
import type { Exploring } from './exploring.ts';
import type { TrialState } from './use-trial.ts';
import type { Zoomed } from './use-zoom.ts';

/** The items of a picture by their ids, with their places in reading order. */
export type ItemsById = ReadonlyMap<string, { readonly item: SceneItem; readonly index: number }>;

export interface ItemHandlers {
  readonly open: (id: string, shift: boolean) => void;
  readonly focus: (id: string) => void;
  readonly enter: (id: string) => void;
  readonly leave: () => void;
  readonly down: (id: string, event: PointerEvent) => void;
  readonly move: (event: PointerEvent) => void;
  readonly up: () => void;
}

export interface ItemHandlersProps {
  /** What the picture is drawn with, of its last drawing. */
  readonly now: RefObject<{
    readonly byId: ItemsById;
    readonly zoom: Zoomed;
    readonly exploring?: Exploring | null;
    readonly onOpen: (id: string) => void;
  }>;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly content: RefObject<SVGGElement | null>;
  readonly trial: TrialState;
  readonly setPointed: (id: string | null) => void;
  /** Makes an item the one that Tab leads to. */
  readonly setStop: (id: string) => void;
  readonly togglePin: (id: string) => void;
}

/** Pixels that a pointer moves before a press is a drag. */
const SLACK = 4;

interface Press {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** From the window's pixels to the picture's, once it is a drag. */
  toScene: DOMMatrix | null;
}

/** What the pointer and the focus do to items: the same functions from paint to paint, or all items were painted anew. */
export function useItemHandlers(props: ItemHandlersProps): ItemHandlers {
  const { now, svg, content, setPointed, setStop, togglePin } = props;
  const { at, mark, land } = props.trial;
  const press = useRef<Press | null>(null);
  const justDragged = useRef(false);
  return useMemo((): ItemHandlers => {
    return {
      open: (itemId, shift) => {
        if (justDragged.current) {
          justDragged.current = false;
          return;
        }
        if (shift) togglePin(itemId);
        else {
          setPointed(null);
          now.current.onOpen(itemId);
        }
      },
      focus: (itemId) => {
        setStop(itemId);
        setPointed(itemId);
        const item = now.current.byId.get(itemId)?.item;
        if (item) now.current.zoom.show(item.x, item.y);
      },
      enter: (itemId) => {
        if (!press.current?.toScene) setPointed(itemId);
      },
      leave: () => setPointed(null),
      down: (itemId, event) => {
        justDragged.current = false;
        if (event.button !== 0 || !now.current.exploring) return;
        press.current = { id: itemId, x: event.clientX, y: event.clientY, toScene: null };
      },
      move: (event) => {
        const held = press.current;
        if (!held) return;
        if (!held.toScene) {
          if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK) return;
          held.toScene = content.current?.getScreenCTM()?.inverse() ?? null;
          svg.current?.setPointerCapture(event.pointerId);
          setPointed(null);
        }
        if (!held.toScene) return;
        const spot: Spot = new DOMPoint(event.clientX, event.clientY).matrixTransform(held.toScene);
        const landing = now.current.exploring?.at(held.id, spot);
        if (!landing) return;
        land(held.id, landing);
        mark.current?.drag(spot, landing);
      },
      up: () => {
        const held = press.current;
        press.current = null;
        if (!held?.toScene) return;
        justDragged.current = true;
        const landing = at.current?.landing;
        if (landing) mark.current?.drag(landing.spot, landing);
      },
    };
  }, [now, svg, content, at, mark, land, setPointed, setStop, togglePin]);
}
