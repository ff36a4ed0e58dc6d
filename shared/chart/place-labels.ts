import {
  type Box,
  boxAbout,
  contains,
  crosses,
  distance,
  nearestIn,
  overlaps,
  type Segment,
  type Spot,
} from './geometry.ts';

/** The size of a label in one way of breaking its lines. */
export interface LabelSize {
  readonly width: number;
  readonly height: number;
  /** How much less welcome it is than the best way, in pixels of distance. */
  readonly cost: number;
}

export interface LabelToPlace {
  readonly id: string;
  /** Middle of its mark. */
  readonly at: Spot;
  /** Ways of breaking its lines, the best one first. */
  readonly sizes: readonly LabelSize[];
}

export interface LabelRoom {
  /** Where labels may stand. */
  readonly bounds: Box;
  /** Middles of all marks, and how far each reaches. */
  readonly marks: readonly Spot[];
  readonly reach: number;
  /** Other text. */
  readonly obstacles: readonly Box[];
  /** Lines that are better not crossed, but may be. */
  readonly lines: readonly Segment[];
  /** Whether labels may stand away from their marks, on a leader. */
  readonly leaders: boolean;
}

export interface PlacedLabel {
  readonly box: Box;
  /** Index into `sizes`. */
  readonly size: number;
  /** From the mark's edge to the label, where they are not side by side. */
  readonly leader: Segment | null;
}

/** Room between a mark and the label beside it. */
const GAP = 3;
/** Room that labels keep among themselves. */
const MARGIN = 1.5;
/** Distances from the mark's edge at which a label stands on a leader. */
const RINGS = [12, 22, 34, 48, 64, 84, 108] as const;
const ANGLES = 16;
/** What it costs, in pixels of distance, to cross a line; and to stand as near to another mark as to one's own. */
const LINE_COST = 9;
const ANOTHER_COST = 24;

/**
 * Places labels beside their marks, one after another in the order given, greedily and without chance: eight places
 * at the mark, then rings around it with a leader. No two labels overlap, none covers a mark or an obstacle, no
 * leader runs through a label or another mark. A label that finds no place is left out of the result: its mark's
 * number and the list stand for it.
 */
export function placeLabels(labels: readonly LabelToPlace[], room: LabelRoom): Map<string, PlacedLabel> {
  const placed = new Map<string, PlacedLabel>();
  const boxes: Box[] = [];
  const leaders: Segment[] = [];
  const markBoxes = room.marks.map((spot) => ({ spot, box: boxAbout(spot, room.reach) }));

  const isFree = (box: Box) =>
    contains(room.bounds, box) &&
    !boxes.some((other) => overlaps(grow(other, MARGIN), box)) &&
    !markBoxes.some((mark) => overlaps(mark.box, box)) &&
    !room.obstacles.some((obstacle) => overlaps(obstacle, box)) &&
    !leaders.some((leader) => crosses(leader, grow(box, MARGIN)));
  const isFreeLeader = (leader: Segment, own: Spot) =>
    !boxes.some((box) => crosses(leader, grow(box, MARGIN))) &&
    !markBoxes.some(
      ({ spot, box }) => spot !== own && (spot.x !== own.x || spot.y !== own.y) && crosses(leader, box),
    ) &&
    !room.obstacles.some((obstacle) => crosses(leader, obstacle)) &&
    !leaders.some((other) => meet(leader, other));

  for (const label of labels) {
    let best: { cost: number; placed: PlacedLabel } | null = null;
    for (const candidate of candidates(label, room)) {
      if (best && candidate.cost >= best.cost) continue;
      const { box } = candidate;
      if (!isFree(box)) continue;
      const leader = candidate.far ? leaderTo(label.at, box, room.reach) : null;
      if (leader && !isFreeLeader(leader, label.at)) continue;
      const cost =
        candidate.cost +
        LINE_COST * room.lines.filter((line) => crosses(line, box)).length +
        (leader === null && seemsOfAnother(box, label.at, room.marks) ? ANOTHER_COST : 0);
      if (!best || cost < best.cost) best = { cost, placed: { box, size: candidate.size, leader } };
    }
    if (!best) continue;
    placed.set(label.id, best.placed);
    boxes.push(best.placed.box);
    if (best.placed.leader) leaders.push(best.placed.leader);
  }
  return placed;
}

/** Whether another mark is about as near to a label as its own: a reader would not know whose it is. */
function seemsOfAnother(box: Box, own: Spot, marks: readonly Spot[]): boolean {
  const near = distance(own, nearestIn(box, own)) + 5;
  return marks.some(
    (mark) => (mark.x !== own.x || mark.y !== own.y) && distance(mark, nearestIn(box, mark)) < near,
  );
}

interface Candidate {
  readonly box: Box;
  readonly size: number;
  readonly far: boolean;
  readonly cost: number;
}

/** Directions at the mark, the best one first: right, left, above, below, then the corners. */
const BESIDE: readonly (readonly [dx: number, dy: number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
];

function* candidates({ at, sizes }: LabelToPlace, { reach, leaders }: LabelRoom): Generator<Candidate> {
  for (const [size, { width, height, cost }] of sizes.entries()) {
    for (const [order, [dx, dy]] of BESIDE.entries()) {
      const out = reach + GAP;
      // Corners hug the mark: they need not keep its whole reach in both directions.
      const side = dx !== 0 && dy !== 0 ? out * 0.75 : out;
      yield {
        box: {
          x: at.x + (dx === 0 ? -width / 2 : dx > 0 ? side : -side - width),
          y: at.y + (dy === 0 ? -height / 2 : dy > 0 ? out : -out - height),
          width,
          height,
        },
        size,
        far: false,
        cost: order * 2 + cost,
      };
    }
  }
  if (!leaders) return;
  for (const ring of RINGS) {
    for (const [size, { width, height, cost }] of sizes.entries()) {
      for (let step = 0; step < ANGLES; step++) {
        const angle = (step / ANGLES) * 2 * Math.PI;
        const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
        const middle = { x: at.x + dx * (reach + ring), y: at.y + dy * (reach + ring) };
        yield {
          box: {
            x: middle.x - width / 2 + (dx * width) / 2,
            y: middle.y - height / 2 + (dy * height) / 2,
            width,
            height,
          },
          size,
          far: true,
          cost: 20 + ring + cost,
        };
      }
    }
  }
}

function leaderTo(at: Spot, box: Box, reach: number): Segment {
  const end = nearestIn(box, at);
  const far = Math.max(distance(at, end), 0.001);
  const from = { x: at.x + ((end.x - at.x) / far) * reach, y: at.y + ((end.y - at.y) / far) * reach };
  // A hair's breadth short of its own label, so that the line does not count as running through it.
  const to = { x: end.x + (from.x - end.x) * 0.02, y: end.y + (from.y - end.y) * 0.02 };
  return { from, to };
}

function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** Whether two segments cross. */
function meet(a: Segment, b: Segment): boolean {
  const side = (of: Segment, spot: Spot) =>
    Math.sign((of.to.x - of.from.x) * (spot.y - of.from.y) - (of.to.y - of.from.y) * (spot.x - of.from.x));
  return side(a, b.from) !== side(a, b.to) && side(b, a.from) !== side(b, a.to);
}
