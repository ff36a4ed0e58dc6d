import type { RoundAssessment } from '../assessment/assess-round.ts';
import { effectFrom as usualEffectFrom } from '../assessment/double-materiality.ts';
import type { Rules } from '../assessment/order.ts';
import type { Translate } from '../i18n/index.ts';
import type { IdOf } from '../model/id.ts';
import { CATEGORIES, type Category } from '../model/issue.ts';
import { describeIssue, describeMatrix } from './describe.ts';
import { type Box, boxAbout, type Segment } from './geometry.ts';
import { EDGE } from './ground.ts';
import { type LegendSigns, legend, listsOf } from './legend.ts';
import { type Change, type Lens, type LensContext, lensOf, type PictureId } from './lens.ts';
import { type Drawing, drawingOf, type SignedPoint } from './matrix-drawing.ts';
import { LINE_HEIGHT, textWidth, wrapText } from './metrics.ts';
import { arrowSegments } from './moves.ts';
import { type PlacedName, placeNames } from './names.ts';
import type { Plane } from './plane.ts';
import { arrowShapes, crossShapes, type Point, tieShapes } from './points.ts';
import type { Scene, SceneItem, Shape, TextShape } from './scene.ts';
import { haloShapes, type MarkSigns, markShapes, rankLabel } from './signs.ts';
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
/** A drawn round, and the way between its plane and its pixels. */
export interface MatrixPicture extends Pick<Plane, 'spotOf' | 'positionAt'> {
  readonly scene: Scene;
}

/** The size of a matrix on a page: wider where many names are to be placed. */
export function pageSize(issues: number): { readonly width: number; readonly height: number } {
  return issues > 24 ? { width: 1280, height: 800 } : { width: 960, height: 600 };
}

/** Shapes between the ground and the marks, in their order. */
type Layers = Readonly<
  Record<'halos' | 'whiskers' | 'readings' | 'ties' | 'crosses' | 'arrows', readonly Shape[]>
>;

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
    effectFrom = usualEffectFrom(input.assessment.rules.size),
    legendWidth = width,
    names: most = MAX_NAMED,
  } = options;
  const lens: Lens = lensOf(lensId, assessment.rules.size);
  const moves = new Map(change?.moves.map((one) => [one.issueId, one]));
  const context: LensContext = { effectFrom, change, moves };
  const changes = lens.compares ? change : null;

  const head = heading ? headOf(input, width) : { shapes: [], height: 0 };
  const drawing = drawingOf(t, assessment, lens, context, changes, { width, top: head.height, height });
  const { plane, ground, points } = drawing;
  const layers = layersOf(drawing);
  const names = namesOf(drawing, layers, nameOf, most);
  const below = { x: EDGE, width: legendWidth - 2 * EDGE, top: plane.frame.bottom };
  const key = legend(t, categoriesIn(points), legendSigns(drawing, layers, assessment.rules), below);
  const unnamed = points.filter(({ issue }) => !names.get(issue.issueId)?.whole);
  const undrawn = assessment.issues.filter((issue) => lens.height(issue) === null);
  const told = listsOf(
    [
      {
        title: t('chart.list.unnamed'),
        entries: lists ? unnamed.map(({ issue }) => `${rankLabel(issue)}  ${nameOf(issue.issueId)}`) : [],
      },
      {
        title: t(lens.undrawn, { count: undrawn.length }),
        entries: undrawn.map(({ issueId }) => nameOf(issueId)),
      },
      {
        title: t('chart.list.left', { earlier: changes?.earlier ?? '' }),
        entries: changes?.left.map(({ name }) => name) ?? [],
      },
    ],
    { ...below, top: key.bottom },
  );

  const { halos, whiskers, readings, ties, crosses, arrows } = layers;
  const scene: Scene = {
    width,
    height: Math.ceil(told.bottom + EDGE / 2),
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
    items: points.map((point) =>
      itemOf(point, drawing, {
        label: nameOf(point.issue.issueId),
        description: describeIssue(t, lens, point.issue, assessment, context),
        nameShapes: names.get(point.issue.issueId)?.shapes ?? [],
      }),
    ),
    front: [...key.shapes, ...told.shapes],
  };
  return { scene, spotOf: plane.spotOf, positionAt: plane.positionAt };
}

/** Above this many, whiskers would hide more than they show, even those of what assessors are divided on. */
const MAX_WHISKERS = 30;

/** Whether the assessors' range is drawn at once; of the others it is where they are looked at. */
function hasWhiskers({ issue }: Point, count: number): boolean {
  return issue.divided && count <= MAX_WHISKERS;
}

/** The assessors' range on an issue; a picture of changes has arrows in its place. */
function whiskersFor({ issue, spot }: Point, { lens, changes, plane: { x, y } }: Drawing): Shape[] {
  return changes || !lens.prioritises ? [] : whiskersOf(issue, spot, lens, x, y);
}

function layersOf(drawing: Drawing): Layers {
  const { lens, plane, sizes, points, lefts, moved } = drawing;
  return {
    halos: points.flatMap(({ issue, spot, signs }) =>
      signs.uncertain ? haloShapes(issue.category, spot, sizes.radius, issue.issueId) : [],
    ),
    whiskers: points
      .filter((point) => hasWhiskers(point, points.length))
      .flatMap((point) => whiskersFor(point, drawing)),
    readings: lens.prioritises ? points.flatMap(({ issue, spot }) => readingOf(issue, spot, plane.y)) : [],
    ties: tieShapes(points),
    crosses: crossShapes(lefts),
    arrows: arrowShapes(moved, sizes.reach),
  };
}

/** The names of the first issues beside their marks, as many as the picture stays calm with. */
function namesOf(
  { plane: { frame }, ground, sizes, points, moved, marks }: Drawing,
  { whiskers, readings }: Layers,
  nameOf: MatrixInput['nameOf'],
  most: number,
): ReadonlyMap<string, PlacedName> {
  const room = Math.floor((frame.plot.width * frame.plot.height) / ROOM_OF_NAME);
  const thresholds = ground.shapes.filter(({ role }) => role === 'threshold');
  return placeNames(
    points.slice(0, Math.min(most, MAX_NAMED, Math.max(12, room))).map(({ issue, spot, signs }) => ({
      id: issue.issueId,
      // Its number again: a leader may be long.
      name: `${rankLabel(issue)} ${nameOf(issue.issueId)}`,
      at: spot,
      bold: signs.top,
    })),
    sizes.name,
    {
      bounds: frame.plot,
      marks,
      reach: sizes.reach,
      obstacles: ground.texts,
      lines: [
        ...moved.flatMap(({ from, to }) => arrowSegments(from, to)),
        ...[...whiskers, ...readings, ...thresholds].flatMap(segmentsOf),
      ],
      leaders: true,
    },
  );
}

function itemOf(
  point: SignedPoint,
  drawing: Drawing,
  {
    label,
    description,
    nameShapes,
  }: Pick<SceneItem, 'label' | 'description'> & {
    readonly nameShapes: readonly Shape[];
  },
): SceneItem {
  const { issue, spot, signs } = point;
  const { radius } = drawing.sizes;
  const detail = hasWhiskers(point, drawing.points.length) ? [] : whiskersFor(point, drawing);
  return {
    id: issue.issueId,
    label,
    description,
    x: spot.x,
    y: spot.y,
    radius,
    shapes: [...nameShapes, ...markShapes(issue.category, rankLabel(issue), signs, spot, radius)],
    ...(detail.length > 0 ? { detail } : {}),
  };
}

function categoriesIn(points: readonly Point[]): Category[] {
  return CATEGORIES.filter((category) => points.some(({ issue }) => issue.category === category));
}

/** What the legend has to explain. */
function legendSigns(
  { ground, points, changes }: Drawing,
  { whiskers, readings, ties, crosses, arrows }: Layers,
  rules: Rules,
): LegendSigns {
  const has = (sign: keyof MarkSigns) => points.some(({ signs }) => signs[sign]);
  return {
    top: has('top'),
    uncertain: has('uncertain') && (rules.version === 'severity-first-1' ? 'rank' : 'tier'),
    hollow: has('hollow'),
    incomplete: has('incomplete'),
    actual: has('actual'),
    divided: has('divided'),
    delay: has('delay'),
    whiskers: whiskers.length > 0,
    readings: readings.length > 0,
    ties: ties.length > 0,
    band: ground.band,
    arrows: arrows.length > 0 ? changes?.earlier : undefined,
    restated: changes?.moves.some((one) => one.restated && one.from !== null) ?? false,
    entered: has('entered'),
    left: crosses.length > 0,
  };
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
