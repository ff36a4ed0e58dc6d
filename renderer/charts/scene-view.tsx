import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { colourOf, type Scheme } from '#shared/chart/palette.ts';
import { SCENE_FONTS, type Scene, type SceneItem, type Shape } from '#shared/chart/scene.ts';
import classes from './scene-view.module.css';

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
}

/**
 * Paints a scene in the window: the same shapes as its file. One tab stop leads in; arrows go from item to item in
 * reading order, Home and End to the first and last, Enter or Space opens. The item that is pointed at shows its words
 * and its own lines.
 */
export function SceneView({ scene, scheme, selected, onOpen, instructions, hint }: SceneViewProps) {
  const id = useId();
  const [pointed, setPointed] = useState<string | null>(null);
  const [stop, setStop] = useState<string | null>(null);
  const nodes = useRef(new Map<string, SVGGElement>());
  const { items } = scene;
  const shown = items.find((item) => item.id === pointed);
  const tabStop = items.some((item) => item.id === stop) ? stop : (items[0]?.id ?? null);

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const goal = {
      ArrowDown: index + 1,
      ArrowRight: index + 1,
      ArrowUp: index - 1,
      ArrowLeft: index - 1,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (event.key === 'Escape') setPointed(null);
    const item = items[goal ?? -1];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const own = items[index];
      setPointed(null);
      if (own) onOpen(own.id);
    } else if (goal !== undefined) {
      event.preventDefault();
      if (item) nodes.current.get(item.id)?.focus();
    }
  };

  return (
    <div className={classes.frame} style={{ maxWidth: scene.width }} onPointerLeave={() => setPointed(null)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture is no fieldset */}
      <svg
        className={classes.picture}
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        fontFamily={SCENE_FONTS}
        lang={scene.language}
        role="group"
        aria-label={scene.title}
        aria-describedby={`${id}-description`}
        data-testid="scene"
      >
        <desc id={`${id}-description`}>{`${scene.description} ${instructions}`}</desc>
        <g aria-hidden>
          <Layer shapes={scene.backdrop} scheme={scheme} pointed={pointed ?? selected} />
        </g>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no button element
          <g
            key={item.id}
            ref={(node) => {
              if (node) nodes.current.set(item.id, node);
              else nodes.current.delete(item.id);
            }}
            className={classes.item}
            role="button"
            tabIndex={item.id === tabStop ? 0 : -1}
            aria-label={`${item.label}: ${item.description}`}
            aria-pressed={item.id === selected}
            data-item={item.id}
            onClick={() => {
              setPointed(null);
              onOpen(item.id);
            }}
            onKeyDown={(event) => onKeyDown(event, index)}
            onFocus={() => {
              setStop(item.id);
              setPointed(item.id);
            }}
            onBlur={() => setPointed(null)}
            onPointerEnter={() => setPointed(item.id)}
          >
            <circle className={classes.ring} cx={item.x} cy={item.y} r={item.radius + 6} />
            <Layer shapes={item.shapes} scheme={scheme} pointed={null} />
          </g>
        ))}
        <g aria-hidden>
          <Layer shapes={scene.front} scheme={scheme} pointed={null} />
        </g>
      </svg>
      {shown && <Tip item={shown} scene={scene} hint={hint} />}
    </div>
  );
}

interface LayerProps {
  readonly shapes: readonly Shape[];
  readonly scheme: Scheme;
  /** The item whose lines come forward. */
  readonly pointed: string | null;
}

function Layer({ shapes, scheme, pointed }: LayerProps) {
  // Shapes have no identity beyond their place among the others.
  const keyed = shapes.map((shape, place) => ({ key: `${shape.role} ${place}`, shape }));
  return keyed.map(({ key, shape }) => (
    <Painted key={key} shape={shape} scheme={scheme} emphasis={emphasisOf(shape, pointed)} />
  ));
}

type Emphasis = 'own' | 'raised' | 'lowered';

/** Lines of the item that is pointed at come forward, those of others step back. */
function emphasisOf(shape: Shape, pointed: string | null): Emphasis {
  if (pointed === null || shape.item === undefined) return 'own';
  return shape.item === pointed ? 'raised' : 'lowered';
}

function Painted({ shape, scheme, emphasis }: { shape: Shape; scheme: Scheme; emphasis: Emphasis }) {
  const own = shape.opacity ?? 1;
  const paint = {
    fill: shape.fill ? colourOf(shape.fill, scheme) : 'none',
    ...(shape.stroke && {
      stroke: colourOf(shape.stroke, scheme),
      strokeWidth: (shape.strokeWidth ?? 1) + (emphasis === 'raised' ? 0.75 : 0),
    }),
    ...(shape.dash && { strokeDasharray: shape.dash.join(' ') }),
    opacity: emphasis === 'raised' ? 1 : emphasis === 'lowered' ? own * 0.4 : own,
  };
  switch (shape.kind) {
    case 'rect':
      return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} {...paint} />;
    case 'line':
      return <line x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2} {...paint} />;
    case 'path':
      return <path d={shape.d} transform={`translate(${shape.x} ${shape.y})`} {...paint} />;
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          textAnchor={shape.anchor}
          {...(shape.bold && { fontWeight: 600 })}
          {...paint}
          {...(shape.halo && {
            stroke: colourOf('ground', scheme),
            strokeWidth: 3,
            strokeLinejoin: 'round' as const,
            paintOrder: 'stroke',
          })}
        >
          {shape.text}
        </text>
      );
  }
}

/** The words of an item beside its mark, on the side where there is room. Screen readers have them from the item. */
function Tip({ item, scene, hint }: { item: SceneItem; scene: Scene; hint: string }) {
  const share = (value: number, whole: number) => `${(value / whole) * 100}%`;
  return (
    <div
      className={classes.tip}
      aria-hidden
      data-below={item.y < scene.height * 0.35 || undefined}
      data-side={item.x < scene.width * 0.25 ? 'right' : item.x > scene.width * 0.75 ? 'left' : 'middle'}
      style={{ left: share(item.x, scene.width), top: share(item.y, scene.height) }}
    >
      <strong>{item.label}</strong>
      <span>{item.description}</span>
      <small>{hint}</small>
    </div>
  );
}
