import { memo } from 'react';
import { colourOf, type Scheme } from '#shared/chart/palette.ts';
import type { Shape } from '#shared/chart/scene.ts';

interface LayerProps {
  readonly shapes: readonly Shape[];
  readonly scheme: Scheme;
}

/** Shapes as they are. Paints anew only where the shapes or the ground differ. */
export const Layer = memo(function Layer({ shapes, scheme }: LayerProps) {
  // Shapes have no identity beyond their place among the others.
  return keyed(shapes).map(({ key, shape }) => <Painted key={key} shape={shape} scheme={scheme} />);
});

interface LinesProps extends LayerProps {
  /** The items whose lines come forward; null = none is singled out. */
  readonly raised: ReadonlySet<string> | null;
  /** The items that a filter keeps; null = all. */
  readonly visible: ReadonlySet<string> | null;
}

/** Shapes that may belong to an item: those of the items that are looked at come forward, the others step back. */
export const Lines = memo(function Lines({ shapes, scheme, raised, visible }: LinesProps) {
  return keyed(shapes).map(({ key, shape }) => (
    <Painted key={key} shape={shape} scheme={scheme} emphasis={emphasisOf(shape, raised, visible)} />
  ));
});

function keyed(shapes: readonly Shape[]) {
  return shapes.map((shape, place) => ({ key: `${shape.role} ${place}`, shape }));
}

type Emphasis = 'own' | 'raised' | 'lowered' | 'faded';

function emphasisOf(
  shape: Shape,
  raised: ReadonlySet<string> | null,
  visible: ReadonlySet<string> | null,
): Emphasis {
  if (visible && shape.item !== undefined && !visible.has(shape.item) && !raised?.has(shape.item))
    return 'faded';
  if (raised === null || raised.size === 0 || shape.item === undefined) return 'own';
  return raised.has(shape.item) ? 'raised' : 'lowered';
}

const OPACITIES: Readonly<Record<Emphasis, (own: number) => number>> = {
  own: (own) => own,
  raised: (own) => Math.max(own, 0.85),
  lowered: (own) => own * 0.4,
  faded: (own) => own * 0.2,
};

interface PaintedProps {
  readonly shape: Shape;
  readonly scheme: Scheme;
  readonly emphasis?: Emphasis;
}

const Painted = memo(function Painted({ shape, scheme, emphasis = 'own' }: PaintedProps) {
  const own = shape.opacity ?? 1;
  const soft = shape.role === 'halo';
  const paint = {
    fill: shape.fill ? colourOf(shape.fill, scheme) : 'none',
    ...(shape.stroke && {
      stroke: colourOf(shape.stroke, scheme),
      strokeWidth: (shape.strokeWidth ?? 1) + (emphasis === 'raised' ? 0.75 : 0),
    }),
    ...(shape.dash && { strokeDasharray: shape.dash.join(' ') }),
    opacity: emphasis === 'raised' && soft ? own : OPACITIES[emphasis](own),
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
});
