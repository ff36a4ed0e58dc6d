import type { RoundAssessment } from '../assessment/assess-round.ts';
import type { Translate } from '../i18n/index.ts';
import type { Spot } from './geometry.ts';
import { groundOf } from './ground.ts';
import type { Change, Lens, LensContext } from './lens.ts';
import { type Plane, planeOf } from './plane.ts';
import { type LeftPoint, type MovedPoint, movedPoints, type Point, placePoints } from './points.ts';
import { MARK_REACH, type MarkSigns, signsOf, topOf } from './signs.ts';

/** Above this many, marks and names are smaller. */
const MANY = 30;
/** Above this many, marks are smaller still. */
const VERY_MANY = 60;

/** A point with what its mark says besides its place. */
export interface SignedPoint extends Point {
  readonly signs: MarkSigns;
}

/** What the steps of drawing a matrix have in common: the plane, what lies behind it, and the marks on it. */
export interface Drawing {
  readonly lens: Lens;
  /** Null where the lens shows the round alone. */
  readonly changes: Change | null;
  readonly plane: Plane;
  readonly ground: ReturnType<typeof groundOf>;
  readonly sizes: Sizes;
  readonly points: readonly SignedPoint[];
  readonly moved: readonly MovedPoint[];
  readonly lefts: readonly LeftPoint[];
  /** Middles of all marks. */
  readonly marks: readonly Spot[];
}

interface Sizes {
  /** Of a mark. */
  readonly radius: number;
  /** How far a mark reaches with all its signs. */
  readonly reach: number;
  /** Of the type of names. */
  readonly name: number;
}

/** Lays out the plane and places all marks on it, with their signs. */
export function drawingOf(
  t: Translate,
  assessment: RoundAssessment,
  lens: Lens,
  context: LensContext,
  changes: Change | null,
  room: { readonly width: number; readonly top: number; readonly height: number },
): Drawing {
  const plotted = assessment.issues.filter((issue) => lens.height(issue) !== null);
  const lefts = changes?.left.flatMap(({ from, ...rest }) => (from ? [{ ...rest, from }] : [])) ?? [];
  const earlier = [...(changes?.moves ?? []), ...lefts].flatMap(({ from }) => (from ? [from] : []));
  const acrosses = [...plotted.map((issue) => lens.across(issue)), ...earlier.map(({ across }) => across)];
  const plane = planeOf(lens, acrosses, room);
  const { frame, x, y } = plane;
  const ground = groundOf({ t, lens, frame, thresholds: assessment.round.thresholds, context, x, y });
  const sizes = sizesOf(plotted.length);
  const placed = placePoints(plotted, lefts, lens, plane, { reach: sizes.reach, obstacles: ground.texts });
  const tops = topOf(assessment);
  const points = placed.points.map((point): SignedPoint => {
    const { issueId } = point.issue;
    const signs = signsOf(point.issue, {
      top: lens.prioritises && tops.has(issueId),
      entered: changes !== null && (context.moves.get(issueId)?.entered ?? false),
    });
    return { ...point, signs };
  });
  const moved = changes ? movedPoints(points, context.moves, plane) : [];
  return { ...placed, lens, changes, plane, ground, sizes, points, moved };
}

function sizesOf(issues: number): Sizes {
  const many = issues > MANY;
  const radius = issues > VERY_MANY ? 7.5 : many ? 8.5 : 9.5;
  return { radius, reach: radius * MARK_REACH, name: many ? 11 : 12 };
}
