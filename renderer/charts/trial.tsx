import { type PointerEvent, type RefObject, useImperativeHandle, useRef, useState } from 'react';
import type { Spot } from '#shared/chart/geometry.ts';
import type { Scheme } from '#shared/chart/palette.ts';
import { colourOf } from '#shared/chart/palette.ts';
import type { SceneItem } from '#shared/chart/scene.ts';
import type { Landing } from './exploring.ts';
import { Layer } from './painted.tsx';
import classes from './scene-view.module.css';

/** Moves a trial without painting the picture anew. */
export interface TrialHandle {
  /** While it is dragged: the mark follows the pointer, the ring stands where it would land. */
  readonly drag: (spot: Spot, landing: Landing | null) => void;
}

interface TrialProps {
  readonly handle: RefObject<TrialHandle | null>;
  readonly item: SceneItem;
  readonly scheme: Scheme;
  readonly landing: Landing;
  readonly onDown: (id: string, event: PointerEvent) => void;
}

/**
 * The one group of a picture that moves while a point is dragged: a copy of its mark under the pointer, a line from
 * the recorded place, and a ring where it would land. Places are set on the nodes themselves, once a frame at most.
 */
export function Trial({ handle, item, scheme, landing, onDown }: TrialProps) {
  const mark = useRef<SVGGElement>(null);
  const line = useRef<SVGLineElement>(null);
  const ring = useRef<SVGCircleElement>(null);
  const frame = useRef(0);
  // Where the mark stood when React painted last; dragging moves it from there.
  const [start] = useState(landing.spot);
  useImperativeHandle(handle, () => ({
    drag: (spot, next) => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => {
        mark.current?.setAttribute('transform', `translate(${spot.x - item.x} ${spot.y - item.y})`);
        line.current?.setAttribute('x2', String(spot.x));
        line.current?.setAttribute('y2', String(spot.y));
        if (!next) return;
        ring.current?.setAttribute('cx', String(next.spot.x));
        ring.current?.setAttribute('cy', String(next.spot.y));
      });
    },
  }));
  const ink = colourOf('text', scheme);
  const shapes = item.shapes.filter(({ role }) => role === 'mark' || role === 'number');
  return (
    <g aria-hidden data-testid="trial">
      <line
        ref={line}
        x1={item.x}
        y1={item.y}
        x2={start.x}
        y2={start.y}
        stroke={ink}
        strokeWidth={1.25}
        strokeDasharray="4 3"
        pointerEvents="none"
      />
      <circle
        ref={ring}
        cx={start.x}
        cy={start.y}
        r={item.radius + 6}
        fill="none"
        stroke={ink}
        strokeWidth={1.5}
        strokeDasharray="3 3"
        pointerEvents="none"
      />
      <g
        ref={mark}
        className={classes.tried}
        transform={`translate(${start.x - item.x} ${start.y - item.y})`}
        data-item={item.id}
        onPointerDown={(event) => onDown(item.id, event)}
      >
        <Layer shapes={shapes} scheme={scheme} />
      </g>
    </g>
  );
}
