import { type Box, boxAbout, contains, overlaps, type Spot } from './geometry.ts';

export interface MarkToPlace {
  readonly id: string;
  /** Where it truly is. */
  readonly at: Spot;
}

export interface MarkRoom {
  /** Half the distance that two marks keep. */
  readonly reach: number;
  /** Where marks may stand. */
  readonly bounds: Box;
  /** What they keep clear of. */
  readonly obstacles: readonly Box[];
}

/**
 * Where marks are drawn so that none covers another: the first of each place stands there, the others as near by as
 * they can, on a honeycomb about it. Nothing is random and nothing moves unless it must; earlier marks come first.
 * Only where the whole room is full do marks lie upon each other.
 */
export function placeMarks(marks: readonly MarkToPlace[], room: MarkRoom): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  const taken: Spot[] = [];
  const isFree = (spot: Spot) =>
    contains(room.bounds, boxAbout(spot, room.reach)) &&
    !taken.some((other) => Math.hypot(other.x - spot.x, other.y - spot.y) < 2 * room.reach - 0.01) &&
    !room.obstacles.some((obstacle) => overlaps(obstacle, boxAbout(spot, room.reach)));
  const settle = ({ id }: MarkToPlace, spot: Spot) => {
    spots.set(id, spot);
    taken.push(spot);
  };

  const places = new Set<string>();
  const later: MarkToPlace[] = [];
  for (const mark of marks) {
    const place = `${mark.at.x}/${mark.at.y}`;
    if (places.has(place) || !isFree(mark.at)) later.push(mark);
    else settle(mark, mark.at);
    places.add(place);
  }
  if (later.length === 0) return spots;
  const offsets = honeycomb(2 * room.reach, Math.hypot(room.bounds.width, room.bounds.height));
  for (const mark of later) {
    const offset = offsets.find(({ x, y }) => isFree({ x: mark.at.x + x, y: mark.at.y + y }));
    settle(mark, offset ? { x: mark.at.x + offset.x, y: mark.at.y + offset.y } : mark.at);
  }
  return spots;
}

/** Middles of the cells of a honeycomb about (0, 0) up to a radius, the nearest first, (0, 0) itself included. */
function honeycomb(step: number, radius: number): Spot[] {
  const cells: { x: number; y: number; far: number; turn: number }[] = [];
  const rows = Math.ceil(radius / (step * Math.sqrt(0.75)));
  const columns = Math.ceil(radius / step);
  for (let row = -rows; row <= rows; row++) {
    for (let column = -columns; column <= columns; column++) {
      const x = (column + (row % 2 === 0 ? 0 : 0.5)) * step;
      const y = row * step * Math.sqrt(0.75);
      const far = Math.round(Math.hypot(x, y) * 1000);
      // To the right first, then clockwise.
      if (far <= radius * 1000)
        cells.push({ x, y, far, turn: (Math.atan2(y, x) + 2 * Math.PI) % (2 * Math.PI) });
    }
  }
  return cells.sort((a, b) => a.far - b.far || a.turn - b.turn);
}
