import { scaleLinear } from 'd3';
import type { IssueAssessment, RoundAssessment } from '../assessment/assess-round.ts';
import { EFFECT_FROM } from '../assessment/double-materiality.ts';
import type { Translate } from '../i18n/index.ts';
import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { CATEGORIES } from '../model/issue.ts';
import { describeIssue, describeMatrix } from './describe.ts';
import { type Box, boxAbout, type Segment, type Spot } from './geometry.ts';
import { EDGE, type Frame, frameOf, groundOf } from './ground.ts';
import { legend, listOf } from './legend.ts';
import {
  type Across,
  type Change,
  type Lens,
  type LensContext,
  lensOf,
  type PictureId,
  type Position,
} from './lens.ts';
import { LINE_HEIGHT, textWidth, wrapText } from './metrics.ts';
import { arrowOf, arrowSegments } from './moves.ts';
import { nameShapes, wordingsOf } from './names.ts';
import { SHAPES } from './palette.ts';
import { type LabelToPlace, placeLabels } from './place-labels.ts';
import { placeMarks } from './place-marks.ts';
import type { Scene, SceneItem, Shape, TextShape } from './scene.ts';
import { crossSign, haloShapes, MARK_REACH, markShapes, signsOf } from './signs.ts';
import { write } from './text.ts';
import { readingOf, whiskersOf } from './uncertainty.ts';

export interface MatrixInput {
  readonly assessment: RoundAssessment;
  readonly nameOf: (issueId: IdOf<'issues'>) => string;
  /** Name of the picture, e.g. with company and fiscal year. */
  readonly title: string;
  /** A line under the title, e.g. that ratings are illustrative; empty = none. */
  readonly note: string;
  /** What the lens *change* draws; without it, it shows the round alone. */
  readonly change?: Change | null;
}

export interface MatrixOptions {
  readonly t: Translate;
  readonly language: string;
  readonly lens?: PictureId;
  /** Of the picture, in CSS pixels. */
  readonly width?: number;
  /** Of the plot with its axes; title, legend and lists come on top. */
  readonly height?: number;
  /** Whether title and note are drawn: a file needs them, a page has its own. */
  readonly heading?: boolean;
  /** Whether what has no label is listed below by number: a page that lists all issues beside needs no second list. */
  readonly lists?: boolean;
  /** The most issues that are named beside their marks; as many as there is room for where it is not said. */
  readonly names?: number;
  /** Width of the legend and lists below, where they have more room than the picture has. */
  readonly legendWidth?: number;
  /** Effect on the business from which it counts as material, for the lens of double materiality. */
  readonly effectFrom?: number;
}

/** The most issues that are named beside their marks; those after them are told by number and list alone. */
export const MAX_NAMED = 60;
/** Room that a name needs in a picture that is still calm, in square pixels; a crowd is told by number and list. */
const ROOM_OF_NAME = 9500;
/** Above this many, whiskers would hide more than they show: then they are drawn for the issue that is looked at. */
const MAX_WHISKERS = 30;
/** Above this many, marks and names are smaller. */
const MANY = 30;

/** A drawn round, and the way between its plane and its pixels. */
export interface MatrixPicture {
  readonly scene: Scene;
  readonly spotOf: (position: Position) => Spot;
  /** What a place on the picture means; beyond the ends of a scale it is the end. */
  readonly positionAt: (spot: Spot) => Position;
}

/** The size of a matrix on a page: wider where many names are to be placed. */
export function pageSize(issues: number): { readonly width: number; readonly height: number } {
  return issues > 24 ? { width: 1280, height: 800 } : { width: 960, height: 600 };
}

interface Point {
  readonly issue: IssueAssessment;
  readonly true: Spot;
}

/**
 * Draws a round as a matrix: severity upwards, what the lens says across (METHOD, Lenses). Pure and without chance:
 * the same round, size and language give the same picture, byte for byte.
 */
export function matrixLayout(input: MatrixInput, options: MatrixOptions): Scene {
  return matrixPicture(input, options).scene;
}

/** As `matrixLayout`, with the way back from a place in the picture to what it means. */
export function matrixPicture(input: MatrixInput, options: MatrixOptions): MatrixPicture {
  const { assessment, nameOf, change = null } = input;
  const {
    t,
    language,
    lens: lensId = 'salience',
    width = 960,
    height = 600,
    heading = true,
    lists = true,
    effectFrom = EFFECT_FROM,
    legendWidth = width,
    names = MAX_NAMED,
  } = options;
  const lens: Lens = lensOf(lensId);
  const context: LensContext = {
    effectFrom,
    change,
    moves: new Map(change?.moves.map((one) => [one.issueId, one])),
  };
  const changes = lens.compares ? change : null;
  const plotted = assessment.issues.filter((issue) => lens.height(issue) !== null);
  const lefts = changes?.left.flatMap(({ from, ...rest }) => (from ? [{ ...rest, from }] : [])) ?? [];
  const acrosses: Across[] = [
    ...plotted.map((issue) => lens.across(issue)),
    ...(changes?.moves.flatMap(({ from }) => (from ? [from.across] : [])) ?? []),
    ...lefts.map(({ from }) => from.across),
  ];
  const lanes = {
    before: acrosses.includes('before'),
    after: acrosses.includes('after'),
  };

  const head = heading ? headOf(input, width) : { shapes: [], height: 0 };
  const frame = frameOf(lens, width, head.height, height, lanes);
  const x = scaleLinear([...lens.domain], [frame.axis.x, frame.axis.x + frame.axis.width]);
  const y = scaleLinear([...lens.up.domain], [frame.plot.y + frame.plot.height, frame.plot.y]);
  const spotAt = ({ severity, across }: Position): Spot => ({
    x: across === 'before' ? frame.before : across === 'after' ? frame.after : x(across),
    y: y(severity),
  });

  const { thresholds } = assessment.round;
  const ground = groundOf({ t, lens, frame, thresholds, context, x, y });
  const many = plotted.length > MANY;
  const radius = plotted.length > 60 ? 7.5 : many ? 8.5 : 9.5;
  const reach = radius * MARK_REACH;
  const points = plotted.map(
    (issue): Point => ({
      issue,
      true: spotAt({ severity: lens.height(issue) ?? 0, across: lens.across(issue) }),
    }),
  );
  const goneAt = new Map(lefts.map(({ issueId, from }) => [issueId, spotAt(from)]));
  const spots = placeMarks(
    [
      ...points.map((point) => ({ id: point.issue.issueId, at: point.true })),
      ...[...goneAt].map(([id, at]) => ({ id, at })),
    ],
    { reach: reach + 0.5, bounds: frame.plot, obstacles: ground.texts },
  );
  const spotOf = (point: Point) => spots.get(point.issue.issueId) ?? point.true;

  const moved = changes
    ? points.flatMap((point) => {
        const one = context.moves.get(point.issue.issueId);
        if (!one?.from) return [];
        const from = spotAt(one.from);
        // A mark that was only moved aside has not changed.
        if (from.x === point.true.x && from.y === point.true.y) return [];
        return [{ issue: point.issue, from, to: spotOf(point), restated: one.restated }];
      })
    : [];
  const arrows = moved.flatMap(({ issue, from, to, restated }) =>
    arrowOf(issue.category, from, to, reach, restated, issue.issueId),
  );
  const crosses = lefts.flatMap(({ category, issueId }) => {
    const at = goneAt.get(issueId) ?? { x: 0, y: 0 };
    const spot = spots.get(issueId) ?? at;
    return [...tieOf(issueId, at, spot), ...crossSign(category, spot, issueId)];
  });
  const whiskersFor = (point: Point) =>
    changes || !lens.prioritises ? [] : whiskersOf(point.issue, spotOf(point), lens, x, y);
  const crowded = points.length > MAX_WHISKERS;
  const whiskers = crowded ? [] : points.flatMap(whiskersFor);
  const readings = lens.prioritises
    ? points.flatMap((point) => readingOf(point.issue, spotOf(point), y))
    : [];
  const ties = points.flatMap((point) => tieOf(point.issue.issueId, point.true, spotOf(point)));
  const tops = topOf(assessment);
  const signs = new Map(
    points.map(({ issue }) => [
      issue.issueId,
      signsOf(issue, {
        top: lens.prioritises && tops.has(issue.issueId),
        entered: changes !== null && (context.moves.get(issue.issueId)?.entered ?? false),
      }),
    ]),
  );
  const halos = points.flatMap((point) =>
    signs.get(point.issue.issueId)?.uncertain
      ? haloShapes(point.issue.category, spotOf(point), radius, point.issue.issueId)
      : [],
  );

  const size = many ? 11 : 12;
  const room = Math.floor((frame.plot.width * frame.plot.height) / ROOM_OF_NAME);
  const named = Math.min(names, MAX_NAMED, Math.max(12, room));
  const isTop = (id: Id) => signs.get(id)?.top ?? false;
  const wordings = new Map(
    points
      .slice(0, named)
      .map(({ issue }) => [issue.issueId, wordingsOf(nameOf(issue.issueId), size, isTop(issue.issueId))]),
  );
  const labels = placeLabels(
    points.flatMap((point): LabelToPlace[] => {
      const lines = wordings.get(point.issue.issueId);
      return lines
        ? [{ id: point.issue.issueId, at: spotOf(point), sizes: lines.map((one) => one.size) }]
        : [];
    }),
    {
      bounds: frame.plot,
      marks: [...spots.values()],
      reach,
      obstacles: ground.texts,
      lines: [
        ...moved.flatMap(({ from, to }) => arrowSegments(from, to)),
        ...[...whiskers, ...readings, ...ground.shapes.filter(({ role }) => role === 'threshold')].flatMap(
          segmentsOf,
        ),
      ],
      leaders: true,
    },
  );

  const items = points.map((point): SceneItem => {
    const { issue } = point;
    const spot = spotOf(point);
    const label = labels.get(issue.issueId);
    const detail = crowded ? whiskersFor(point) : [];
    return {
      id: issue.issueId,
      label: nameOf(issue.issueId),
      description: describeIssue(t, lens, issue, assessment, context),
      x: spot.x,
      y: spot.y,
      radius,
      shapes: [
        ...(label
          ? nameShapes(
              label,
              wordings.get(issue.issueId)?.[label.size]?.lines ?? [],
              size,
              isTop(issue.issueId),
            )
          : []),
        ...markShapes(
          issue.category,
          issue.position,
          signs.get(issue.issueId) ?? signsOf(issue),
          spot,
          radius,
        ),
      ],
      ...(detail.length > 0 ? { detail } : {}),
    };
  });

  const below = { x: EDGE, width: legendWidth - 2 * EDGE, top: frame.bottom };
  const has = (sign: keyof ReturnType<typeof signsOf>) => [...signs.values()].some((one) => one[sign]);
  const key = legend(
    t,
    CATEGORIES.filter((category) => plotted.some((issue) => issue.category === category)),
    {
      top: has('top') ? tops.size : 0,
      uncertain: has('uncertain'),
      hollow: has('hollow'),
      incomplete: has('incomplete'),
      actual: has('actual'),
      divided: has('divided'),
      whiskers: whiskers.length > 0,
      readings: readings.length > 0,
      ties: ties.length > 0,
      band: ground.band,
      arrows: arrows.length > 0 ? changes?.earlier : undefined,
      restated: changes?.moves.some((one) => one.restated && one.from !== null) ?? false,
      entered: has('entered'),
      left: crosses.length > 0,
    },
    below,
  );
  const isNamed = (id: Id) => {
    const label = labels.get(id);
    return label !== undefined && wordings.get(id)?.[label.size]?.cut === false;
  };
  const unnamed = lists ? plotted.filter((issue) => !isNamed(issue.issueId)) : [];
  const undrawn = assessment.issues.filter((issue) => lens.height(issue) === null);
  const byNumber = listOf(
    t('chart.list.unnamed'),
    unnamed.map((issue) => `${issue.position}  ${nameOf(issue.issueId)}`),
    { ...below, top: key.bottom },
  );
  const notDrawn = listOf(
    t(lens.undrawn, { count: undrawn.length }),
    undrawn.map((issue) => nameOf(issue.issueId)),
    { ...below, top: byNumber.bottom },
  );
  const gone = listOf(
    t('chart.list.left', { earlier: changes?.earlier ?? '' }),
    changes?.left.map(({ name }) => name) ?? [],
    { ...below, top: notDrawn.bottom },
  );

  const scene: Scene = {
    width,
    height: Math.ceil(gone.bottom + EDGE / 2),
    title: input.title,
    description: describeMatrix(t, lens, assessment, nameOf, input.note),
    language,
    backdrop: [
      ...head.shapes,
      ...ground.shapes,
      ...halos,
      ...whiskers,
      ...readings,
      ...ties,
      ...crosses,
      ...arrows,
    ],
    items,
    front: [...key.shapes, ...byNumber.shapes, ...notDrawn.shapes, ...gone.shapes],
  };
  return {
    scene,
    spotOf: spotAt,
    positionAt: (spot) => ({
      severity: clamp(y.invert(spot.y), 1, 5),
      across: acrossAt(spot.x, frame, lanes, x.invert(spot.x), lens),
    }),
  };
}

function acrossAt(
  at: number,
  { axis }: Frame,
  lanes: { readonly before: boolean; readonly after: boolean },
  figure: number,
  { ticks }: Lens,
): Across {
  if (lanes.before && at < axis.x) return 'before';
  if (lanes.after && at > axis.x + axis.width) return 'after';
  return clamp(figure, Math.min(...ticks), Math.max(...ticks));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/**
 * Issues among the first k for which `monitor closely` is suggested; where the round has themes, the issues that those
 * themes rank as.
 */
export function topOf({ issues, themes }: Pick<RoundAssessment, 'issues' | 'themes'>): ReadonlySet<Id> {
  return new Set([
    ...issues.filter(({ suggestion }) => suggestion.reason === 'top').map(({ issueId }) => issueId),
    ...themes
      .filter(({ suggestion }) => suggestion.reason === 'top')
      .flatMap(({ bestIssueId }) => (bestIssueId === null ? [] : [bestIssueId])),
  ]);
}

function headOf(
  { title, note }: Pick<MatrixInput, 'title' | 'note'>,
  width: number,
): { shapes: Shape[]; height: number } {
  const lines = [
    ...wrapText(title, 17, width - 2 * EDGE, 2, true).map((text) => ({ text, size: 17, bold: true })),
    ...wrapText(note, 12, width - 2 * EDGE, 2).map((text) => ({ text, size: 12, bold: false })),
  ];
  let height = EDGE;
  const shapes = lines.map(({ text, size, bold }): Shape => {
    height += size * 1.35;
    return write(text, EDGE, height - size * 0.3, {
      role: 'note',
      size,
      bold,
      fill: bold ? 'text' : 'faint',
    });
  });
  return { shapes, height };
}

/** From a spread mark to its true place. */
function tieOf(item: Id, place: Spot, spot: Spot): Shape[] {
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

function segmentsOf(shape: Shape): Segment[] {
  return shape.kind === 'line'
    ? [{ from: { x: shape.x1, y: shape.y1 }, to: { x: shape.x2, y: shape.y2 } }]
    : [];
}

/** Boxes of a scene's marks and labels, to check that nothing lies upon anything. */
export function labelBoxes(scene: Scene): { marks: Box[]; labels: { id: string; box: Box }[] } {
  return {
    marks: scene.items.map((item) => boxAbout(item, item.radius)),
    labels: scene.items.flatMap((item) => {
      const lines = item.shapes.filter(
        (shape) => shape.role === 'label' && shape.kind === 'text',
      ) as TextShape[];
      const [first] = lines;
      if (!first) return [];
      const width = Math.max(...lines.map(({ text, size, bold }) => textWidth(text, size, bold)));
      return [
        {
          id: item.id,
          box: {
            x: first.x,
            y: first.y - first.size,
            width,
            height: lines.length * first.size * LINE_HEIGHT,
          },
        },
      ];
    }),
  };
}
