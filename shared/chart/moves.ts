import type { Place, RoundChange } from '../assessment/change.ts';
import type { Translate } from '../i18n/index.ts';
import type { IdOf } from '../model/id.ts';
import type { Category } from '../model/issue.ts';
import { distance, type Segment, type Spot } from './geometry.ts';
import type { Change, Move, Position } from './lens.ts';
import { SHAPES } from './palette.ts';
import type { Shape } from './scene.ts';

export interface ChangeNames {
  readonly nameOf: (issueId: IdOf<'issues'>) => string;
  readonly categoryOf: (issueId: IdOf<'issues'>) => Category;
  /** Names of the rounds as they are printed. */
  readonly earlier: string;
  readonly later: string;
}

/** What the lens *change* draws, from what changed between two rounds; null where they have two scales: no move is drawn. */
export function changeOf(
  { issues, scales }: Pick<RoundChange, 'issues' | 'scales'>,
  { nameOf, categoryOf, earlier, later }: ChangeNames,
): Change | null {
  if (scales) return null;
  return {
    earlier,
    later,
    moves: issues
      .filter(({ list }) => list.kind !== 'left')
      .map(
        ({ issueId, from, restated, list }): Move => ({
          issueId,
          from: positionOf(from),
          entered: list.kind === 'entered',
          restated,
        }),
      ),
    left: issues
      .filter(({ list }) => list.kind === 'left')
      .map(({ issueId, from }) => ({
        issueId,
        name: nameOf(issueId),
        category: categoryOf(issueId),
        from: positionOf(from),
      })),
  };
}

/** What no reading of old ratings makes good: another scale, or scale texts that said something else; empty = neither. */
export function rewordedText(
  t: Translate,
  { reworded, scales }: Pick<RoundChange, 'reworded' | 'scales'>,
  earlier: string,
): string {
  if (scales)
    return t('matrix.change.scales', { round: earlier, earlier: scales.earlier, later: scales.later });
  if (reworded.length === 0) return '';
  const dimensions = reworded.map((dimension) => t(`dimension.${dimension}`)).join(t('chart.separator'));
  return t('matrix.change.reworded', { earlier, dimensions });
}

function positionOf(place: Place | null): Position | null {
  if (!place?.severityFloor) return null;
  return {
    severity: place.severityFloor.shown,
    across: place.nature === 'actual' ? 'after' : (place.likelihood?.shown ?? 'before'),
  };
}

/** Length of an arrow's head. */
const HEAD = 7;
/** How far an arrow bows out, as a share of its length, and at most: arrows along one row must not lie on each other. */
const BOW = 0.14;
const WIDEST = 26;

/**
 * From the earlier place to the mark: a small ring, a bowed line and a head; broken where the earlier figures are
 * restated. Nothing where both are the same place.
 */
export function arrowOf(
  category: Category,
  from: Spot,
  to: Spot,
  reach: number,
  restated: boolean,
  item: string,
): Shape[] {
  const length = distance(from, to);
  if (length < reach + 2) return [];
  const middle = bend(from, to);
  const approach = distance(middle, to);
  // The head lies along the last segment of the bow.
  const [dx, dy] = [(to.x - middle.x) / approach, (to.y - middle.y) / approach];
  const tip = { x: to.x - dx * reach, y: to.y - dy * reach };
  const neck = { x: tip.x - dx * HEAD, y: tip.y - dy * HEAD };
  const stroke = `category:${category}` as const;
  const common = { kind: 'path', role: 'arrow', ...(item === '' ? {} : { item }) } as const;
  const at = (spot: Spot) => pair(spot.x - from.x, spot.y - from.y);
  return [
    ...(length < reach + HEAD + 4
      ? []
      : [
          {
            ...common,
            ...from,
            d: `M0 0Q${at(middle)} ${at(neck)}`,
            stroke,
            strokeWidth: 1.5,
            opacity: 0.8,
            ...(restated ? { dash: [4, 3] as const } : {}),
          },
        ]),
    { ...common, ...from, d: SHAPES.general(3), fill: 'ground', stroke, strokeWidth: 1.5 },
    {
      ...common,
      ...tip,
      d: `M0 0L${pair(-dx * HEAD - dy * 3.5, -dy * HEAD + dx * 3.5)}L${pair(-dx * HEAD + dy * 3.5, -dy * HEAD - dx * 3.5)}Z`,
      fill: stroke,
    },
  ];
}

/** The segments of a bow, for what is to keep clear of it. */
export function arrowSegments(from: Spot, to: Spot): Segment[] {
  const middle = bend(from, to);
  const half = { x: (from.x + 2 * middle.x + to.x) / 4, y: (from.y + 2 * middle.y + to.y) / 4 };
  return [
    { from, to: half },
    { from: half, to },
  ];
}

/** The point that a bow is drawn towards: beside the middle, upwards where it runs across. */
function bend(from: Spot, to: Spot): Spot {
  const length = distance(from, to);
  const out = Math.min(length * BOW, WIDEST) * 2 * (to.x < from.x ? -1 : 1);
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  return { x: (from.x + to.x) / 2 + dy * out, y: (from.y + to.y) / 2 - dx * out };
}

function pair(x: number, y: number): string {
  return `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
}
