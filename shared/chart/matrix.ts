import { scaleLinear } from 'd3';
import type { IssueAssessment, RoundAssessment } from '../assessment/assess-round.ts';
import type { Translate } from '../i18n/index.ts';
import type { Id } from '../model/basics.ts';
import { CATEGORIES } from '../model/issue.ts';
import { describeIssue, describeMatrix } from './describe.ts';
import { type Box, boxAbout, type Segment, type Spot } from './geometry.ts';
import { type LegendSigns, legend, listOf } from './legend.ts';
import { LENSES, type Lens, type LensId } from './lens.ts';
import { LINE_HEIGHT, leastWidth, textWidth, wrapEvenly, wrapText } from './metrics.ts';
import { SHAPE_REACH, SHAPES } from './palette.ts';
import { type LabelSize, type LabelToPlace, type PlacedLabel, placeLabels } from './place-labels.ts';
import { placeMarks } from './place-marks.ts';
import type { LineShape, Scene, SceneItem, Shape, TextShape } from './scene.ts';

export interface MatrixInput {
  readonly assessment: RoundAssessment;
  readonly nameOf: (issueId: Id) => string;
  /** Name of the picture, e.g. with company and fiscal year. */
  readonly title: string;
  /** A line under the title, e.g. that ratings are illustrative; empty = none. */
  readonly note: string;
}

export interface MatrixOptions {
  readonly t: Translate;
  readonly language: string;
  readonly lens?: LensId;
  /** Of the picture, in CSS pixels. */
  readonly width?: number;
  /** Of the plot with its axes; title, legend and lists come on top. */
  readonly height?: number;
  /** Whether title and note are drawn: a file needs them, a page has its own. */
  readonly heading?: boolean;
}

/** The most issues that are named beside their marks; those after them are told by number and list alone. */
export const MAX_NAMED = 40;
/** Above this many, whiskers would hide more than they show; the table of results has the ranges. */
const MAX_WHISKERS = 30;

const EDGE = 16;
const LANE = 118;
const LABEL_SIZE = 12;
const LABEL_LINE = LABEL_SIZE * LINE_HEIGHT;
/** Severity is drawn from 1 to 5, never cropped; beyond its ends there is room for marks and captions. */
const SEVERITY_DOMAIN = [0.5, 5.6] as const;

interface Point {
  readonly issue: IssueAssessment;
  readonly true: Spot;
}

/**
 * Draws a round as a matrix: severity upwards, what the lens says across (METHOD, Lenses). Pure and without chance:
 * the same round, size and language give the same picture, byte for byte.
 */
export function matrixLayout(input: MatrixInput, options: MatrixOptions): Scene {
  const { assessment, nameOf } = input;
  const { t, language, lens: lensId = 'salience', width = 960, height = 600, heading = true } = options;
  const lens: Lens = LENSES[lensId];
  const plotted = assessment.issues.filter((issue) => issue.severityFloor !== null);
  const lanes = {
    before: plotted.some((issue) => lens.across(issue) === 'before'),
    after: plotted.some((issue) => lens.across(issue) === 'after'),
  };

  const head = heading ? headOf(input, width) : { shapes: [], height: 0 };
  const frame = frameOf(width, head.height, height, lanes);
  const x = scaleLinear([...lens.domain], [frame.axis.x, frame.axis.x + frame.axis.width]);
  const y = scaleLinear([...SEVERITY_DOMAIN], [frame.plot.y + frame.plot.height, frame.plot.y]);

  const background = backgroundOf({ t, lens, frame, assessment, x, y });
  const radius = plotted.length > MAX_NAMED ? 8 : 9.5;
  const points = plotted.map((issue): Point => {
    const across = lens.across(issue);
    return {
      issue,
      true: {
        x: across === 'before' ? frame.before : across === 'after' ? frame.after : x(across),
        y: y(issue.severityFloor?.shown ?? SEVERITY_DOMAIN[0]),
      },
    };
  });
  const spots = placeMarks(
    points.map((point) => ({ id: point.issue.issueId, at: point.true })),
    { reach: radius * SHAPE_REACH + 1, bounds: frame.plot, obstacles: background.texts },
  );
  const spotOf = (point: Point) => spots.get(point.issue.issueId) ?? point.true;

  const whiskers =
    points.length > MAX_WHISKERS
      ? []
      : points.flatMap((point) => whiskersOf(point, spotOf(point), lens, x, y));
  const readings = points.flatMap((point) => readingOf(point, spotOf(point), y));
  const ties = points.flatMap((point) => tieOf(point, spotOf(point)));
  const wordings = new Map(
    points.slice(0, MAX_NAMED).map(({ issue }) => [issue.issueId, wordingsOf(nameOf(issue.issueId))]),
  );
  const labels = placeLabels(
    points.flatMap((point): LabelToPlace[] => {
      const lines = wordings.get(point.issue.issueId);
      return lines
        ? [{ id: point.issue.issueId, at: spotOf(point), sizes: lines.map(({ size }) => size) }]
        : [];
    }),
    {
      bounds: frame.plot,
      marks: points.map(spotOf),
      reach: radius * SHAPE_REACH,
      obstacles: background.texts,
      lines: [
        ...whiskers,
        ...readings,
        ...background.shapes.filter(({ role }) => role === 'threshold'),
      ].flatMap((shape) => (shape.kind === 'line' ? [segmentOf(shape)] : [])),
      leaders: points.length <= MAX_NAMED,
    },
  );

  const items = points.map((point): SceneItem => {
    const { issue } = point;
    const spot = spotOf(point);
    const label = labels.get(issue.issueId);
    return {
      id: issue.issueId,
      label: nameOf(issue.issueId),
      description: describeIssue(t, lens, issue, assessment),
      x: spot.x,
      y: spot.y,
      radius,
      shapes: [
        ...(label ? labelShapes(label, wordings.get(issue.issueId)?.[label.size]?.lines ?? []) : []),
        ...markShapes(issue, spot, radius),
      ],
    };
  });

  const below = { x: EDGE, width: width - 2 * EDGE, top: frame.bottom };
  const signs: LegendSigns = {
    uncertain: plotted.some((issue) => issue.uncertain),
    incomplete: plotted.some((issue) => !issue.complete),
    divided: plotted.some((issue) => issue.divided),
    whiskers: whiskers.length > 0,
    readings: readings.length > 0,
    ties: ties.length > 0,
  };
  const key = legend(
    t,
    CATEGORIES.filter((category) => plotted.some((issue) => issue.category === category)),
    signs,
    below,
  );
  const unnamed = plotted.filter((issue) => !labels.has(issue.issueId));
  const unrated = assessment.issues.filter((issue) => issue.severityFloor === null);
  const byNumber = listOf(
    t('chart.list.unnamed'),
    unnamed.map((issue) => `${issue.position}  ${nameOf(issue.issueId)}`),
    { ...below, top: key.bottom },
  );
  const notRated = listOf(
    t('chart.list.unrated', { count: unrated.length }),
    unrated.map((issue) => nameOf(issue.issueId)),
    { ...below, top: byNumber.bottom },
  );

  return {
    width,
    height: Math.ceil(notRated.bottom + EDGE / 2),
    title: input.title,
    description: describeMatrix(t, lens, assessment, nameOf, input.note),
    language,
    backdrop: [...head.shapes, ...background.shapes, ...whiskers, ...readings, ...ties],
    items,
    front: [...key.shapes, ...byNumber.shapes, ...notRated.shapes],
  };
}

interface Frame {
  /** Everything inside the axes, lanes included. */
  readonly plot: Box;
  /** The part of the plot that has a scale. */
  readonly axis: Box;
  /** Middles of the lanes. */
  readonly before: number;
  readonly after: number;
  /** Where the legend may begin. */
  readonly bottom: number;
}

function frameOf(
  width: number,
  top: number,
  height: number,
  lanes: { readonly before: boolean; readonly after: boolean },
): Frame {
  const plot = { x: EDGE + 24, y: top + 34, width: width - 2 * EDGE - 24, height: height - 34 - 46 };
  const [left, right] = [lanes.before ? LANE : 0, lanes.after ? LANE : 0];
  return {
    plot,
    axis: { ...plot, x: plot.x + left, width: plot.width - left - right },
    before: plot.x + LANE / 2,
    after: plot.x + plot.width - LANE / 2,
    bottom: top + height,
  };
}

type Scale = (value: number) => number;

function backgroundOf({
  t,
  lens,
  frame: { plot, axis },
  assessment,
  x,
  y,
}: {
  t: Translate;
  lens: Lens;
  frame: Frame;
  assessment: RoundAssessment;
  x: Scale;
  y: Scale;
}): { shapes: Shape[]; texts: Box[] } {
  const { severe, likely, nearBand } = assessment.round.thresholds;
  const [right, bottom] = [plot.x + plot.width, plot.y + plot.height];
  const shapes: Shape[] = [];
  const captions: TextShape[] = [];
  const region = (
    fill: 'tier1' | 'tier2' | 'tier3',
    left: number,
    top: number,
    toRight: number,
    to: number,
  ) => {
    if (to > top && toRight > left)
      shapes.push({
        kind: 'rect',
        role: 'region',
        x: left,
        y: top,
        width: toRight - left,
        height: to - top,
        fill,
      });
  };
  const within = (at: number) => Math.min(Math.max(at, plot.y), bottom);
  const line = within(y(severe));
  const lower = within(y(severe - 1));
  region('tier3', plot.x, line, right, bottom);
  region('tier1', plot.x, plot.y, right, line);
  if (lens.tier2) region('tier2', x(likely), line, right, lower);
  if (nearBand > 0) {
    const [from, to] = [within(y(severe + nearBand)), within(y(severe - nearBand))];
    shapes.push({
      kind: 'rect',
      role: 'band',
      x: plot.x,
      y: from,
      width: plot.width,
      height: to - from,
      fill: 'band',
      opacity: 0.38,
    });
  }

  for (const tick of [1, 2, 3, 4, 5]) {
    shapes.push({
      kind: 'line',
      role: 'grid',
      x1: plot.x,
      x2: right,
      y1: y(tick),
      y2: y(tick),
      stroke: 'grid',
    });
    shapes.push({
      kind: 'text',
      role: 'axis',
      x: plot.x - 8,
      y: y(tick) + 4,
      text: String(tick),
      size: 12,
      anchor: 'end',
      fill: 'faint',
    });
  }
  for (const tick of lens.ticks) {
    shapes.push({
      kind: 'line',
      role: 'grid',
      x1: x(tick),
      x2: x(tick),
      y1: plot.y,
      y2: bottom,
      stroke: 'grid',
    });
    shapes.push({
      kind: 'text',
      role: 'axis',
      x: x(tick),
      y: bottom + 17,
      text: lens.tickText(tick),
      size: 12,
      anchor: 'middle',
      fill: 'faint',
    });
  }
  for (const [edge, present] of [
    [axis.x, axis.x > plot.x],
    [axis.x + axis.width, axis.x + axis.width < right],
  ] as const)
    if (present)
      shapes.push({
        kind: 'line',
        role: 'axis',
        x1: edge,
        x2: edge,
        y1: plot.y,
        y2: bottom,
        stroke: 'line',
        dash: [2, 3],
      });

  shapes.push({
    kind: 'line',
    role: 'threshold',
    x1: plot.x,
    x2: right,
    y1: line,
    y2: line,
    stroke: 'text',
    strokeWidth: 1.25,
    opacity: 0.75,
  });
  if (lens.tier2 && lower > line) {
    shapes.push({
      kind: 'line',
      role: 'threshold',
      x1: x(likely),
      x2: x(likely),
      y1: line,
      y2: lower,
      stroke: 'line',
    });
    shapes.push({
      kind: 'line',
      role: 'threshold',
      x1: x(likely),
      x2: right,
      y1: lower,
      y2: lower,
      stroke: 'line',
    });
  }
  shapes.push({ kind: 'line', role: 'axis', x1: plot.x, x2: plot.x, y1: plot.y, y2: bottom, stroke: 'line' });
  shapes.push({ kind: 'line', role: 'axis', x1: plot.x, x2: right, y1: bottom, y2: bottom, stroke: 'line' });

  const caption = (text: string, at: Spot, anchor: TextShape['anchor']) =>
    captions.push({ kind: 'text', role: 'caption', ...at, text, size: 11, anchor, fill: 'faint' });
  if (line - plot.y > 20) caption(t('chart.tier1', { severe }), { x: plot.x + 7, y: plot.y + 14 }, 'start');
  if (lens.tier2 && lower - line > 24)
    caption(t('chart.tier', { tier: 2 }), { x: right - 7, y: lower - 6 }, 'end');
  caption(
    lens.tier2 ? t('chart.tier', { tier: 3 }) : t('chart.tier2and3'),
    { x: plot.x + 7, y: bottom - 7 },
    'start',
  );

  const axisTitle = (text: string, at: Spot, anchor: TextShape['anchor']) =>
    shapes.push({ kind: 'text', role: 'axis', ...at, text, size: 12, anchor, bold: true, fill: 'text' });
  axisTitle(t('chart.axis.severity'), { x: EDGE, y: plot.y - 14 }, 'start');
  axisTitle(t(lens.axis), { x: axis.x + axis.width / 2, y: bottom + 37 }, 'middle');
  const lane = (text: string, middle: number) => {
    wrapText(text, 11, LANE - 8, 2).forEach((part, index) => {
      shapes.push({
        kind: 'text',
        role: 'axis',
        x: middle,
        y: bottom + 16 + index * 14,
        text: part,
        size: 11,
        anchor: 'middle',
        fill: 'faint',
      });
    });
  };
  if (axis.x > plot.x) lane(t(lens.before), plot.x + LANE / 2);
  if (axis.x + axis.width < right && lens.after) lane(t(lens.after), right - LANE / 2);
  return { shapes: [...shapes, ...captions], texts: captions.map(boxOf) };
}

function boxOf({ text, size, x, y, anchor }: TextShape): Box {
  const width = textWidth(text, size) + 4;
  const left = anchor === 'start' ? x - 2 : anchor === 'end' ? x - width + 2 : x - width / 2;
  return { x: left, y: y - size, width, height: size * 1.35 };
}

function headOf({ title, note }: MatrixInput, width: number): { shapes: Shape[]; height: number } {
  const lines = [
    ...wrapText(title, 17, width - 2 * EDGE, 2, true).map((text) => ({ text, size: 17, bold: true })),
    ...wrapText(note, 12, width - 2 * EDGE, 2).map((text) => ({ text, size: 12, bold: false })),
  ];
  let height = EDGE;
  const shapes = lines.map(({ text, size, bold }): Shape => {
    height += size * 1.35;
    const fill = bold ? 'text' : 'faint';
    return {
      kind: 'text',
      role: 'note',
      x: EDGE,
      y: height - size * 0.3,
      text,
      size,
      anchor: 'start',
      bold,
      fill,
    };
  });
  return { shapes, height };
}

/** Half the length of the stroke that ends a whisker. */
const CAP = 3;

/** The assessors' range in both directions, about the drawn place so that spread marks keep their own. */
function whiskersOf({ issue }: Point, spot: Spot, lens: Lens, x: Scale, y: Scale): Shape[] {
  const shapes: Shape[] = [];
  const stroke = `category:${issue.category}` as const;
  const draw = (x1: number, y1: number, x2: number, y2: number) =>
    shapes.push({
      kind: 'line',
      role: 'whisker',
      item: issue.issueId,
      x1,
      y1,
      x2,
      y2,
      stroke,
      strokeWidth: 1.5,
      opacity: 0.35,
    });
  const across = lens.range(issue);
  if (across && across.min < across.max) {
    draw(x(across.min), spot.y, x(across.max), spot.y);
    for (const end of [x(across.min), x(across.max)]) draw(end, spot.y - CAP, end, spot.y + CAP);
  }
  const up = issue.severityRange;
  if (up && up.min < up.max) {
    draw(spot.x, y(up.min), spot.x, y(up.max));
    for (const end of [y(up.min), y(up.max)]) draw(spot.x - CAP, end, spot.x + CAP, end);
  }
  return shapes;
}

/** Where the severity that ranks differs from the one shown (an even panel): a bar at it, and a line up to it. */
function readingOf({ issue }: Point, spot: Spot, y: Scale): Shape[] {
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

/** From a spread mark to its true place. */
function tieOf({ issue, true: place }: Point, spot: Spot): Shape[] {
  if (spot.x === place.x && spot.y === place.y) return [];
  return [
    {
      kind: 'line',
      role: 'leader',
      item: issue.issueId,
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
      item: issue.issueId,
      x: place.x,
      y: place.y,
      d: SHAPES.general(2),
      fill: 'line',
    },
  ];
}

/**
 * Filled = its place among the first does not depend on how the ratings are read; hollow = it does. A broken outline
 * = answers are missing, and it stands at its floor. The number is its place in the table of results.
 */
function markShapes(issue: IssueAssessment, { x, y }: Spot, radius: number): Shape[] {
  const colour = `category:${issue.category}` as const;
  const hollow = issue.uncertain || !issue.complete;
  const triangle = issue.category === 'supply-chain';
  const size = radius * (issue.position > 99 ? 0.86 : 1.06) * (triangle && issue.position > 9 ? 0.92 : 1);
  const shapes: Shape[] = [
    {
      kind: 'path',
      role: 'mark',
      x,
      y,
      d: SHAPES[issue.category](radius),
      fill: hollow ? 'ground' : colour,
      stroke: hollow ? colour : 'ground',
      strokeWidth: hollow ? 2 : 1,
      ...(issue.complete ? {} : { dash: [2.5, 2] as const }),
    },
    {
      kind: 'text',
      role: 'number',
      x,
      // The middle of a triangle's area lies lower than that of its box.
      y: y + size * 0.36 + (triangle ? radius * 0.3 : 0),
      text: String(issue.position),
      size,
      anchor: 'middle',
      bold: true,
      fill: hollow ? 'text' : 'onMark',
    },
  ];
  if (issue.divided) shapes.push(...dividedSign({ x: x + radius * 0.9, y: y - radius * 0.9 }));
  return shapes;
}

/** A small exclamation mark: the assessors are divided, to be discussed. */
export function dividedSign({ x, y }: Spot): Shape[] {
  return [
    {
      kind: 'path',
      role: 'mark',
      x,
      y,
      d: SHAPES.general(4),
      fill: 'caution',
      stroke: 'ground',
      strokeWidth: 1,
    },
    {
      kind: 'text',
      role: 'mark',
      x,
      y: y + 2.6,
      text: '!',
      size: 7.5,
      anchor: 'middle',
      bold: true,
      fill: 'onMark',
    },
  ];
}

interface Wording {
  readonly lines: readonly string[];
  readonly size: LabelSize;
}

/** Ways of breaking a name into lines, whole ones first; one that is cut short is the last resort. */
function wordingsOf(name: string): Wording[] {
  const ways = [
    { width: 150, lines: 2, cost: 0 },
    { width: 230, lines: 1, cost: 3 },
    { width: 104, lines: 3, cost: 6 },
    { width: 150, lines: 3, cost: 8 },
    { width: 96, lines: 2, cost: 40 },
  ];
  const least = leastWidth(name, LABEL_SIZE);
  const wordings = new Map<string, Wording>();
  for (const way of ways) {
    if (way.width < least && way !== ways.at(-1)) continue;
    const lines = wrapEvenly(name, LABEL_SIZE, way.width, way.lines);
    const key = lines.join('\n');
    if (wordings.has(key)) continue;
    const cut = (lines.at(-1)?.endsWith('…') ?? false) && !name.endsWith('…');
    wordings.set(key, {
      lines,
      size: {
        width: Math.max(...lines.map((line) => textWidth(line, LABEL_SIZE))),
        height: lines.length * LABEL_LINE,
        cost: cut ? 45 : way.cost,
      },
    });
  }
  return [...wordings.values()];
}

function labelShapes({ box, leader }: PlacedLabel, lines: readonly string[]): Shape[] {
  const shapes: Shape[] = [];
  if (leader)
    shapes.push({
      kind: 'line',
      role: 'leader',
      x1: leader.from.x,
      y1: leader.from.y,
      x2: leader.to.x,
      y2: leader.to.y,
      stroke: 'line',
      strokeWidth: 1,
    });
  lines.forEach((text, index) => {
    shapes.push({
      kind: 'text',
      role: 'label',
      x: box.x,
      y: box.y + index * LABEL_LINE + LABEL_SIZE,
      text,
      size: LABEL_SIZE,
      anchor: 'start',
      fill: 'text',
      halo: true,
    });
  });
  return shapes;
}

function segmentOf({ x1, y1, x2, y2 }: LineShape): Segment {
  return { from: { x: x1, y: y1 }, to: { x: x2, y: y2 } };
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
      const width = Math.max(...lines.map(({ text, size }) => textWidth(text, size)));
      return [
        {
          id: item.id,
          box: { x: first.x, y: first.y - LABEL_SIZE, width, height: lines.length * LABEL_LINE },
        },
      ];
    }),
  };
}
