import {
  memo,
  type PointerEvent,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Spot } from '#shared/chart/geometry.ts';
import type { Scheme } from '#shared/chart/palette.ts';
import { SCENE_FONTS, type Scene, type SceneItem } from '#shared/chart/scene.ts';
import { type Direction, directionOf, useCommands } from '../ui/commands.ts';
import { useSpeech } from '../ui/i18n.tsx';
import { sceneCommands } from './commands.ts';
import type { Exploring, Landing } from './exploring.ts';
import { Layer, Lines } from './painted.tsx';
import classes from './scene-view.module.css';
import { Tip } from './tip.tsx';
import { Trial, type TrialHandle } from './trial.tsx';
import { TrialBar, type TrialBarHandle, ZoomBar } from './trial-bar.tsx';
import { useZoom } from './use-zoom.ts';

export interface SceneViewProps {
  readonly scene: Scene;
  readonly scheme: Scheme;
  /** The item that is open beside the picture. */
  readonly selected: string | null;
  readonly onOpen: (id: string) => void;
  /** How the picture is used by keyboard; read out with its title. */
  readonly instructions: string;
  /** Last line of a tooltip: what opening does. */
  readonly hint: string;
  /** Items that a filter keeps; the others step back. Null or absent = all. */
  readonly visible?: ReadonlySet<string> | null;
  /** Whether the picture can be enlarged. */
  readonly zoomable?: boolean;
  /** What dragging a point means; absent = points stay where they are. */
  readonly exploring?: Exploring | null;
  /** Whether what follows from a trial is said below the picture; false = it is said elsewhere, with `resetTrial`. */
  readonly saysTrial?: boolean;
  /** Gives up what is tried, from outside. */
  readonly resetTrial?: Ref<() => void>;
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

interface Tried {
  readonly id: string;
  readonly landing: Landing;
}

/**
 * Paints a scene in the window: the same shapes as its file. One tab stop leads in; arrows go from item to item in
 * reading order, Home and End to the first and last, Enter or Space opens, P keeps an item's words open. The item that
 * is pointed at shows its words and its own lines. Where points can be tried elsewhere, dragging or Alt + arrows does
 * it; the recorded point stays drawn, and Escape gives the trial up.
 */
export function SceneView(props: SceneViewProps) {
  const { scene, scheme, selected, instructions, hint, visible = null, zoomable = false } = props;
  const { saysTrial = true, resetTrial } = props;
  const { t } = useSpeech();
  const id = useId();
  const [pointed, setPointed] = useState<string | null>(null);
  const [pinned, setPinned] = useState<readonly string[]>([]);
  const [stop, setStop] = useState<string | null>(null);
  const [tried, setTried] = useState<Tried | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const content = useRef<SVGGElement>(null);
  const trial = useRef<TrialHandle>(null);
  const bar = useRef<TrialBarHandle>(null);
  const press = useRef<Press | null>(null);
  const justDragged = useRef(false);
  const zoom = useZoom(svg, content, scene, zoomable);
  const { items } = scene;
  const byId = useMemo(() => new Map(items.map((item, index) => [item.id, { item, index }])), [items]);
  const tabStop = stop !== null && byId.has(stop) ? stop : (items[0]?.id ?? null);
  // Handlers of items must not change from paint to paint, or all items would be painted anew.
  const now = useRef({ ...props, items, byId, zoom });
  now.current = { ...props, items, byId, zoom };
  // Where the trial is: state only says that there is one, so that dragging paints the trial alone.
  const at = useRef<Tried | null>(null);

  const giveUp = useCallback(() => {
    if (!at.current) return;
    at.current = null;
    setTried(null);
    now.current.exploring?.onTry?.(null, null);
  }, []);
  useImperativeHandle(resetTrial, () => giveUp, [giveUp]);
  // What was tried belongs to the picture it was tried in.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is what it depends on
  useEffect(() => giveUp, [scene, giveUp]);

  const land = useCallback((itemId: string, landing: Landing) => {
    const before = at.current;
    if (before?.id === itemId && before.landing.key === landing.key) return;
    at.current = { id: itemId, landing };
    if (before?.id === itemId) bar.current?.say(landing.lines);
    else setTried(at.current);
    now.current.exploring?.onTry?.(itemId, landing);
  }, []);

  const togglePin = useCallback(
    (itemId: string) =>
      setPinned((before) =>
        before.includes(itemId) ? before.filter((one) => one !== itemId) : [...before, itemId],
      ),
    [],
  );

  const handlers = useMemo((): ItemHandlers => {
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
        trial.current?.drag(spot, landing);
      },
      up: () => {
        const held = press.current;
        press.current = null;
        if (!held?.toScene) return;
        justDragged.current = true;
        const landing = at.current?.landing;
        if (landing) trial.current?.drag(landing.spot, landing);
      },
    };
  }, [land, togglePin]);

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
    if (!own || !props.exploring) return;
    const before = at.current;
    const from = before?.id === itemId ? before.landing.spot : own;
    const landing = props.exploring.step(itemId, from, across, down === 0 ? 0 : down === 1 ? -1 : 1);
    if (!landing) return;
    setPointed(null);
    land(itemId, landing);
    trial.current?.drag(landing.spot, landing);
  };
  const aboutItem = () => byId.get(pointed ?? stop ?? '')?.item;
  const canZoom = () => zoomable;
  const onKeyDown = useCommands(sceneCommands, {
    'chart.next': walk(1),
    'chart.previous': walk(-1),
    'chart.end': onItem((_, event) => goTo(directionOf(event).across < 0 ? 0 : items.length - 1)),
    'chart.open': onItem((itemId) => {
      setPointed(null);
      props.onOpen(itemId);
    }),
    'chart.pin': onItem(togglePin),
    'chart.try': {
      run: (event) => tryBy(itemAt(event) ?? '', directionOf(event)),
      when: (event) => props.exploring != null && itemAt(event) !== null,
    },
    'chart.reset': {
      run: () => {
        giveUp();
        setPointed(null);
        setPinned([]);
      },
      when: () => tried !== null || pointed !== null || pinned.length > 0,
    },
    'chart.zoomIn': { run: () => zoom.by(1, aboutItem()), when: canZoom },
    'chart.zoomOut': { run: () => zoom.by(-1, aboutItem()), when: canZoom },
    'chart.zoomReset': { run: zoom.reset, when: canZoom },
  });

  const [ground, lines] = useMemo(
    () => [
      scene.backdrop.filter(({ item }) => item === undefined),
      scene.backdrop.filter(({ item }) => item !== undefined),
    ],
    [scene.backdrop],
  );
  const raised = useMemo(() => {
    const all = new Set(pinned);
    if (pointed !== null) all.add(pointed);
    else if (selected !== null) all.add(selected);
    return all;
  }, [pinned, pointed, selected]);
  const details = items.filter((item) => raised.has(item.id) && item.detail);
  const tips = [...new Set([...pinned, ...(pointed === null ? [] : [pointed])])].flatMap((one) => {
    const item = byId.get(one)?.item;
    if (!item) return [];
    const at = zoom.place(item.x, item.y);
    const seen = at.x >= 0 && at.x <= scene.width && at.y >= 0 && at.y <= scene.height;
    return seen ? [{ item, at }] : [];
  });
  const triedItem = tried && byId.get(tried.id)?.item;

  return (
    <div className={classes.frame} style={{ maxWidth: scene.width }} onPointerLeave={() => setPointed(null)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture is no fieldset */}
      <svg
        ref={svg}
        className={classes.picture}
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        fontFamily={SCENE_FONTS}
        lang={scene.language}
        role="group"
        aria-label={scene.title}
        aria-describedby={`${id}-description`}
        data-testid="scene"
        data-zoomed={zoom.factor > 1 || undefined}
        onKeyDown={onKeyDown}
        onPointerMove={handlers.move}
        onPointerUp={handlers.up}
        onPointerCancel={handlers.up}
      >
        <desc id={`${id}-description`}>{`${scene.description} ${instructions}`}</desc>
        <g ref={content}>
          <g aria-hidden>
            <Layer shapes={ground} scheme={scheme} />
            <Lines shapes={lines} scheme={scheme} raised={raised} visible={visible} />
            {details.map((item) => (
              <Layer key={item.id} shapes={item.detail ?? []} scheme={scheme} />
            ))}
          </g>
          {items.map((item) => (
            <Item
              key={item.id}
              item={item}
              scheme={scheme}
              isTabStop={item.id === tabStop}
              selected={item.id === selected}
              faded={(visible !== null && !visible.has(item.id)) || tried?.id === item.id}
              draggable={props.exploring != null}
              handlers={handlers}
            />
          ))}
          <g aria-hidden>
            <Layer shapes={scene.front} scheme={scheme} />
          </g>
          {tried && triedItem && (
            <Trial
              key={tried.id}
              handle={trial}
              item={triedItem}
              scheme={scheme}
              landing={tried.landing}
              onDown={handlers.down}
            />
          )}
        </g>
      </svg>
      {tips.map(({ item, at }) => (
        <Tip
          key={item.id}
          item={item}
          at={at}
          scene={scene}
          place={zoom.place}
          hint={hint}
          {...(pinned.includes(item.id)
            ? { onClose: () => setPinned((before) => before.filter((one) => one !== item.id)) }
            : {})}
        />
      ))}
      {zoomable && <ZoomBar zoom={zoom} />}
      {saysTrial && tried && triedItem && (
        <TrialBar
          key={tried.id}
          handle={bar}
          title={t('chart.whatIf.label', { name: triedItem.label })}
          lines={tried.landing.lines}
          onReset={giveUp}
        />
      )}
    </div>
  );
}

export interface ItemHandlers {
  readonly open: (id: string, shift: boolean) => void;
  readonly focus: (id: string) => void;
  readonly enter: (id: string) => void;
  readonly leave: () => void;
  readonly down: (id: string, event: PointerEvent) => void;
  readonly move: (event: PointerEvent) => void;
  readonly up: () => void;
}

/** The item that a key was pressed on; null = none. */
function itemAt({ target }: KeyboardEvent): string | null {
  return target instanceof Element
    ? (target.closest('[data-item]')?.getAttribute('data-item') ?? null)
    : null;
}

interface ItemProps {
  readonly item: SceneItem;
  readonly scheme: Scheme;
  readonly isTabStop: boolean;
  readonly selected: boolean;
  /** Behind a filter, or tried elsewhere: its recorded place stays, paler. */
  readonly faded: boolean;
  readonly draggable: boolean;
  readonly handlers: ItemHandlers;
}

const Item = memo(function Item({
  item,
  scheme,
  isTabStop,
  selected,
  faded,
  draggable,
  handlers,
}: ItemProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button element
    <g
      className={classes.item}
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={`${item.label}: ${item.description}`}
      aria-pressed={selected}
      data-item={item.id}
      data-faded={faded || undefined}
      data-draggable={draggable || undefined}
      onClick={(event) => handlers.open(item.id, event.shiftKey)}
      onFocus={() => handlers.focus(item.id)}
      onBlur={handlers.leave}
      onPointerEnter={() => handlers.enter(item.id)}
      onPointerDown={(event) => handlers.down(item.id, event)}
    >
      <circle className={classes.ring} cx={item.x} cy={item.y} r={item.radius + 6} />
      <Layer shapes={item.shapes} scheme={scheme} />
    </g>
  );
});
