import type { IssueAssessment } from '../assessment/assess-round.ts';
import type { Box, Spot } from './geometry.ts';
import type { Change, Lens, LensContext, Position } from './lens.ts';
import { arrowOf } from './moves.ts';
import { SHAPES } from './palette.ts';
import { placeMarks } from './place-marks.ts';
import type { Plane } from './plane.ts';
import type { Shape } from './scene.ts';
import { crossSign } from './signs.ts';

/** An issue of the round in a matrix. */
export interface Point {
  readonly issue: IssueAssessment;
  /** Its true place. */
  readonly at: Spot;
  /** Where its mark is drawn, so that no mark covers another. */
  readonly spot: Spot;
}

/** An issue of the earlier round that is not in this one, with its place there. */
export type LeftIssue = Change['left'][number] & { readonly from: Position };

/** Where such an issue is drawn. */
export interface LeftPoint {
  readonly left: LeftIssue;
  readonly at: Spot;
  readonly spot: Spot;
}

/** An issue of the round whose place in the earlier one was another. */
export interface MovedPoint {
  readonly issue: IssueAssessment;
  readonly from: Spot;
  readonly to: Spot;
  /** The earlier ratings were read again by the later method. */
  readonly restated: boolean;
}

/**
 * Places the marks of a matrix.
 * @param room how far a mark reaches, and text that marks keep clear of
 * @returns `marks`: middles of all that was placed
 */
export function placePoints(
  issues: readonly IssueAssessment[],
  lefts: readonly LeftIssue[],
  lens: Lens,
  plane: Plane,
  room: { readonly reach: number; readonly obstacles: readonly Box[] },
): { readonly points: Point[]; readonly lefts: LeftPoint[]; readonly marks: Spot[] } {
  const points = issues.map((issue) => ({
    issue,
    at: plane.spotOf({ severity: lens.height(issue) ?? 0, across: lens.across(issue) }),
  }));
  const gone = lefts.map((left) => ({ left, at: plane.spotOf(left.from) }));
  const spots = placeMarks(
    [
      ...points.map(({ issue, at }) => ({ id: issue.issueId, at })),
      ...gone.map(({ left, at }) => ({ id: left.issueId, at })),
    ],
    { reach: room.reach + 0.5, bounds: plane.frame.plot, obstacles: room.obstacles },
  );
  return {
    points: points.map((point) => ({ ...point, spot: spots.get(point.issue.issueId) ?? point.at })),
    lefts: gone.map((one) => ({ ...one, spot: spots.get(one.left.issueId) ?? one.at })),
    marks: [...spots.values()],
  };
}

/** Points that stood elsewhere in the earlier round; a mark that was only moved aside has not changed. */
export function movedPoints(
  points: readonly Point[],
  moves: LensContext['moves'],
  { spotOf }: Pick<Plane, 'spotOf'>,
): MovedPoint[] {
  return points.flatMap(({ issue, at, spot }) => {
    const move = moves.get(issue.issueId);
    if (!move?.from) return [];
    const from = spotOf(move.from);
    return from.x === at.x && from.y === at.y ? [] : [{ issue, from, to: spot, restated: move.restated }];
  });
}

/** Arrows from the places of the earlier round. */
export function arrowShapes(moved: readonly MovedPoint[], reach: number): Shape[] {
  return moved.flatMap(({ issue, from, to, restated }) =>
    arrowOf(issue.category, from, to, reach, restated, issue.issueId),
  );
}

/** Crosses where issues stood that are no longer in the round. */
export function crossShapes(lefts: readonly LeftPoint[]): Shape[] {
  return lefts.flatMap(({ left: { issueId, category }, at, spot }) => [
    ...tieOf(issueId, at, spot),
    ...crossSign(category, spot, issueId),
  ]);
}

/** Lines from marks that are drawn aside to their true places. */
export function tieShapes(points: readonly Point[]): Shape[] {
  return points.flatMap(({ issue, at, spot }) => tieOf(issue.issueId, at, spot));
}

function tieOf(item: string, place: Spot, spot: Spot): Shape[] {
  if (spot.x === place.x && spot.y === place.y) return [];
  return [
    {
      kind: 'line',
      role: 'leader',
      item,
      x1: spot.x,
      y1: spot.y,
      x2: place.x,
      y2: place.y,
      stroke: 'line',
      strokeWidth: 1,
    },
    {
      kind: 'path',
      role: 'leader',
      item,
      x: place.x,
      y: place.y,
      d: SHAPES.general(2),
      fill: 'line',
    },
  ];
}
