import type { DimensionSummary } from '../assessment/aggregate.ts';
import type { IssueAssessment, Range } from '../assessment/assess-round.ts';
import type { Spot } from './geometry.ts';
import type { Scale } from './ground.ts';
import type { Lens } from './lens.ts';
import type { Shape } from './scene.ts';

/** Half the length of the stroke that ends a whisker. */
const CAP = 3;

/**
 * The assessors' range in both directions, thin with caps, and their middle half on it, thick (METHOD, Lenses;
 * METHOD-SOURCES 2.6). About the drawn place, so that spread marks keep their own.
 */
export function whiskersOf(issue: IssueAssessment, spot: Spot, lens: Lens, x: Scale, y: Scale): Shape[] {
  const shapes: Shape[] = [];
  const stroke = `category:${issue.category}` as const;
  const draw = (x1: number, y1: number, x2: number, y2: number, strokeWidth = 1.25) =>
    shapes.push({
      kind: 'line',
      role: 'whisker',
      item: issue.issueId,
      x1,
      y1,
      x2,
      y2,
      stroke,
      strokeWidth,
      opacity: strokeWidth > 2 ? 0.24 : 0.45,
    });
  const across = lens.range(issue);
  if (across && across.min < across.max) {
    draw(x(across.min), spot.y, x(across.max), spot.y);
    for (const end of [x(across.min), x(across.max)]) draw(end, spot.y - CAP, end, spot.y + CAP);
    const half = middleHalf(issue.dimensions.likelihood);
    if (isWide(half)) draw(x(half.min), spot.y, x(half.max), spot.y, 4);
  }
  const up = issue.severityRange;
  if (up && up.min < up.max) {
    draw(spot.x, y(up.min), spot.x, y(up.max));
    for (const end of [y(up.min), y(up.max)]) draw(spot.x - CAP, end, spot.x + CAP, end);
    const half = severityQuartiles(issue);
    if (isWide(half)) draw(spot.x, y(half.min), spot.x, y(half.max), 4);
  }
  return shapes;
}

function middleHalf({ quartiles }: DimensionSummary): Range | null {
  return quartiles && { min: quartiles.q1, max: quartiles.q3 };
}

/** The middle half of the assessors on the dimensions that decide severity; lies within `severityRange`. */
function severityQuartiles({ deciding, dimensions }: IssueAssessment): Range | null {
  const known = deciding.flatMap((dimension) => middleHalf(dimensions[dimension]) ?? []);
  if (known.length === 0) return null;
  return { min: Math.min(...known.map(({ min }) => min)), max: Math.max(...known.map(({ max }) => max)) };
}

function isWide(range: Range | null): range is Range {
  return range !== null && range.min < range.max;
}

/** Where the severity that ranks differs from the one shown (an even panel): a bar at it, and a line up to it. */
export function readingOf(issue: IssueAssessment, spot: Spot, y: Scale): Shape[] {
  const floor = issue.severityFloor;
  if (!floor || floor.ranking === floor.shown) return [];
  const stroke = `category:${issue.category}` as const;
  const at = y(floor.ranking);
  const common = { kind: 'line', role: 'reading', item: issue.issueId, stroke, strokeWidth: 2 } as const;
  return [
    { ...common, x1: spot.x, x2: spot.x, y1: spot.y, y2: at },
    { ...common, x1: spot.x - 6, x2: spot.x + 6, y1: at, y2: at },
  ];
}
