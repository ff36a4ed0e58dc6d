import { type Ref, useCallback, useId, useMemo, useRef, useState } from 'react';
import type { Scheme } from '#shared/chart/palette.ts';
import { SCENE_FONTS, type Scene } from '#shared/chart/scene.ts';
import { useSpeech } from '../ui/i18n.tsx';
import type { Exploring } from './exploring.ts';
import { Layer, Lines } from './painted.tsx';
import { SceneItem } from './scene-item.tsx';
import classes from './scene-view.module.css';
import { Tip } from './tip.tsx';
import { Trial } from './trial.tsx';
import { TrialBar, ZoomBar } from './trial-bar.tsx';
import { useItemHandlers } from './use-item-handlers.ts';
import { useSceneKeys } from './use-scene-keys.ts';
import { useTrial } from './use-trial.ts';
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

/**
 * Paints a scene in the window: the same shapes as its file. One tab stop leads in; arrows go from item to item in
 * reading order, Home and End to the first and last, Enter or Space opens, P keeps an item's words open. The item that
 * is pointed at shows its words and its own lines. Where points can be tried elsewhere, dragging or Alt + arrows does
 * it; the recorded point stays drawn, and Escape gives the trial up.
 */
export function SceneView(props: SceneViewProps) {
  const { scene, scheme, selected, instructions, hint, visible = null, zoomable = false } = props;
  const { exploring = null, saysTrial = true, resetTrial } = props;
  const { t } = useSpeech();
  const id = useId();
  const [pointed, setPointed] = useState<string | null>(null);
  const [pinned, setPinned] = useState<readonly string[]>([]);
  const [stop, setStop] = useState<string | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const content = useRef<SVGGElement>(null);
  const zoom = useZoom(svg, content, scene, zoomable);
  const { items } = scene;
  const byId = useMemo(() => new Map(items.map((item, index) => [item.id, { item, index }])), [items]);
  const tabStop = stop !== null && byId.has(stop) ? stop : (items[0]?.id ?? null);
  // Handlers of items must not change from paint to paint, or all items would be painted anew.
  const now = useRef({ ...props, byId, zoom });
  now.current = { ...props, byId, zoom };
  const trial = useTrial(scene, now, resetTrial);
  const { tried, giveUp } = trial;

  const togglePin = useCallback(
    (itemId: string) =>
      setPinned((before) =>
        before.includes(itemId) ? before.filter((one) => one !== itemId) : [...before, itemId],
      ),
    [],
  );

  const handlers = useItemHandlers({ now, svg, content, trial, setPointed, setStop, togglePin });
  const onKeyDown = useSceneKeys({
    items,
    byId,
    content,
    exploring,
    trial,
    zoom,
    zoomable,
    pointed,
    setPointed,
    stop,
    pinned,
    setPinned,
    togglePin,
    onOpen: props.onOpen,
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
            <SceneItem
              key={item.id}
              item={item}
              scheme={scheme}
              isTabStop={item.id === tabStop}
              selected={item.id === selected}
              faded={(visible !== null && !visible.has(item.id)) || tried?.id === item.id}
              draggable={exploring !== null}
              handlers={handlers}
            />
          ))}
          <g aria-hidden>
            <Layer shapes={scene.front} scheme={scheme} />
          </g>
          {tried && triedItem && (
            <Trial
              key={tried.id}
              handle={trial.mark}
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
          handle={trial.bar}
          title={t('chart.whatIf.label', { name: triedItem.label })}
          lines={tried.landing.lines}
          onReset={giveUp}
        />
      )}
    </div>
  );
}
