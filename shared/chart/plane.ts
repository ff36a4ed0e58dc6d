import { scaleLinear } from 'd3';
import type { Spot } from './geometry.ts';
import { type Frame, frameOf, type Scale } from './ground.ts';
import type { Across, Lens, Position } from './lens.ts';

/** Where a position lies in a matrix, and what a place in it means. */
export interface Plane {
  readonly frame: Frame;
  readonly x: Scale;
  readonly y: Scale;
  readonly spotOf: (position: Position) => Spot;
  /** Beyond the ends of a scale it is the end. */
  readonly positionAt: (spot: Spot) => Position;
}

/**
 * The plane of a matrix by a lens.
 * @param acrosses of all that is drawn: lanes beside the scale are there only where something stands in them
 * @param top where the plot with its axes begins
 */
export function planeOf(
  lens: Lens,
  acrosses: readonly Across[],
  { width, top, height }: { readonly width: number; readonly top: number; readonly height: number },
): Plane {
  const lanes = { before: acrosses.includes('before'), after: acrosses.includes('after') };
  const frame = frameOf(lens, width, top, height, lanes);
  const { axis, plot } = frame;
  const x = scaleLinear([...lens.domain], [axis.x, axis.x + axis.width]);
  const y = scaleLinear([...lens.up.domain], [plot.y + plot.height, plot.y]);
  const acrossAt = (at: number): Across => {
    if (lanes.before && at < axis.x) return 'before';
    if (lanes.after && at > axis.x + axis.width) return 'after';
    return within(lens.ticks, x.invert(at));
  };
  return {
    frame,
    x,
    y,
    spotOf: ({ severity, across }) => ({
      x: across === 'before' ? frame.before : across === 'after' ? frame.after : x(across),
      y: y(severity),
    }),
    positionAt: (spot) => ({ severity: within(lens.up.ticks, y.invert(spot.y)), across: acrossAt(spot.x) }),
  };
}

function within(ticks: readonly number[], value: number): number {
  return Math.min(Math.max(value, Math.min(...ticks)), Math.max(...ticks));
}
