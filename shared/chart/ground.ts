import type { Translate } from '../i18n/index.ts';
import type { Thresholds } from '../model/round.ts';
import type { Box, Spot } from './geometry.ts';
import type { Lens, LensContext } from './lens.ts';
import { textWidth, wrapEvenly, wrapText } from './metrics.ts';
import type { Shape, TextShape } from './scene.ts';
import { boxOf, write } from './text.ts';

export const EDGE = 16;
/** Width of the lanes beside the scale, for what has no figure on it. */
const LANE = 118;
const stampHeight = (lines: number) => lines * 16 + 14;
/** Narrower than this, what a picture must not be used for may take two lines. */
const ONE_LINE = 900;

export interface Frame {
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

export function frameOf(
  lens: Lens,
  width: number,
  top: number,
  height: number,
  lanes: { readonly before: boolean; readonly after: boolean },
): Frame {
  const stamp = lens.stamp ? stampHeight(width < ONE_LINE ? 2 : 1) : 0;
  const left = EDGE + 12 + Math.max(...lens.up.ticks.map((tick) => textWidth(lens.up.tickText(tick), 12)));
  const plot = {
    x: left,
    y: top + stamp + 34,
    width: width - EDGE - left,
    height: height - stamp - 34 - 46,
  };
  const [first, last] = [lanes.before ? LANE : 0, lanes.after ? LANE : 0];
  return {
    plot,
    axis: { ...plot, x: plot.x + first, width: plot.width - first - last },
    before: plot.x + LANE / 2,
    after: plot.x + plot.width - LANE / 2,
    bottom: top + height,
  };
}

export type Scale = (value: number) => number;

interface GroundInput {
  readonly t: Translate;
  readonly lens: Lens;
  readonly frame: Frame;
  readonly thresholds: Thresholds;
  readonly context: LensContext;
  readonly x: Scale;
  readonly y: Scale;
}

/** A kind of ground: what of the tiers it shows, and what else it draws. */
interface Ground {
  /** Null = it shows neither tiers nor thresholds. */
  readonly tiers: {
    /** From where across tier 2 lies below tier 1; null = it is not told from tier 3. */
    readonly second: ((input: GroundInput) => number) | null;
    /** Tier 2 depends on what is across: its step is drawn. */
    readonly stepped: boolean;
    /** Captions name the tiers. */
    readonly named: boolean;
  } | null;
  /** Below the grid. */
  below?(input: GroundInput, caption: Caption): Shape[];
  /** Above grid and thresholds. */
  above?(input: GroundInput, caption: Caption): Shape[];
}

/** The grounds that a lens can name. */
const GROUNDS: Readonly<Record<Lens['ground'], Ground>> = {
  tiers: { tiers: { second: ({ x, thresholds }) => x(thresholds.likely), stepped: true, named: true } },
  tier1: { tiers: { second: null, stepped: false, named: true } },
  quadrants: {
    tiers: { second: ({ frame }) => frame.plot.x, stepped: false, named: false },
    above: quadrants,
  },
  products: { tiers: null, below: productCurves },
  plain: { tiers: null },
};

/** What lies behind the points: regions, grid, axes, thresholds, and their captions. */
export function groundOf(input: GroundInput): { shapes: Shape[]; texts: Box[]; band: boolean } {
  const { t, lens, frame, thresholds } = input;
  const { plot, axis } = frame;
  const captions: TextShape[] = [];
  const caption = (text: string, at: Spot, more: Partial<TextShape> = {}) =>
    captions.push(write(text, at.x, at.y, { role: 'caption', size: 11, fill: 'faint', ...more }));
  const { tiers, below, above } = GROUNDS[lens.ground];
  const shapes: Shape[] = [
    ...(tiers ? regions(input, tiers) : []),
    ...(below?.(input, caption) ?? []),
    ...grid(input),
  ];
  if (tiers) shapes.push(...thresholdLines(input, tiers, caption));
  shapes.push(...(above?.(input, caption) ?? []));

  const [right, bottom] = [plot.x + plot.width, plot.y + plot.height];
  shapes.push(
    { kind: 'line', role: 'axis', x1: plot.x, x2: plot.x, y1: plot.y, y2: bottom, stroke: 'line' },
    { kind: 'line', role: 'axis', x1: plot.x, x2: right, y1: bottom, y2: bottom, stroke: 'line' },
  );
  const title = { role: 'axis', size: 12, bold: true } as const;
  shapes.push(
    write(t(lens.up.title), EDGE, plot.y - 14, title),
    ...wrapText(t(lens.axis), 12, axis.width + (axis.x > plot.x ? 0 : 20), 1, true).map((text) =>
      write(text, axis.x + axis.width / 2, bottom + 37, { ...title, anchor: 'middle' }),
    ),
  );
  const lane = (text: string, middle: number) =>
    shapes.push(
      ...wrapText(text, 11, LANE - 8, 2).map((part, index) =>
        write(part, middle, bottom + 16 + index * 14, {
          role: 'axis',
          size: 11,
          anchor: 'middle',
          fill: 'faint',
        }),
      ),
    );
  if (axis.x > plot.x) lane(t(lens.before), frame.before);
  if (axis.x + axis.width < right && lens.after) lane(t(lens.after), frame.after);
  if (lens.stamp) shapes.push(...stampOf(t(lens.stamp), plot));
  return {
    shapes: [...shapes, ...captions],
    texts: captions.map(boxOf),
    band: tiers !== null && thresholds.nearBand > 0,
  };
}

/** What a picture must not be used for, in the picture itself, so that it cannot be cut off by leaving out a caption. */
function stampOf(text: string, plot: Box): Shape[] {
  const size = 12;
  // Bold is broader than what is measured.
  const lines = wrapEvenly(text, size, (plot.width - 24) * 0.92, 2);
  const top = plot.y - 34 - stampHeight(lines.length) + 6;
  return [
    {
      kind: 'rect',
      role: 'note',
      x: EDGE,
      y: top,
      width: Math.max(...lines.map((line) => textWidth(line, size, true))) + 24,
      height: stampHeight(lines.length) - 8,
      fill: 'ground',
      stroke: 'caution',
      strokeWidth: 1.5,
    },
    ...lines.map((line, index) =>
      write(line, EDGE + 12, top + 15.5 + index * 16, { role: 'note', size, bold: true, fill: 'caution' }),
    ),
  ];
}

function regions(input: GroundInput, { second }: Tiers): Shape[] {
  const {
    frame: { plot },
    thresholds: { severe, nearBand },
    y,
  } = input;
  const [right, bottom] = [plot.x + plot.width, plot.y + plot.height];
  const within = (at: number) => Math.min(Math.max(at, plot.y), bottom);
  const [line, lower] = [within(y(severe)), within(y(severe - 1))];
  const shapes: Shape[] = [];
  const region = (fill: 'tier1' | 'tier2' | 'tier3', left: number, top: number, to: number) => {
    if (to > top && right > left)
      shapes.push({
        kind: 'rect',
        role: 'region',
        x: left,
        y: top,
        width: right - left,
        height: to - top,
        fill,
      });
  };
  region('tier3', plot.x, line, bottom);
  region('tier1', plot.x, plot.y, line);
  if (second) region('tier2', second(input), line, lower);
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
  return shapes;
}

function grid({ lens, frame: { plot, axis }, x, y }: GroundInput): Shape[] {
  const [right, bottom] = [plot.x + plot.width, plot.y + plot.height];
  const figure = { role: 'axis', size: 12, fill: 'faint' } as const;
  return [
    ...lens.up.ticks.flatMap((tick): Shape[] => [
      { kind: 'line', role: 'grid', x1: plot.x, x2: right, y1: y(tick), y2: y(tick), stroke: 'grid' },
      write(lens.up.tickText(tick), plot.x - 8, y(tick) + 4, { ...figure, anchor: 'end' }),
    ]),
    ...lens.ticks.flatMap((tick): Shape[] => [
      { kind: 'line', role: 'grid', x1: x(tick), x2: x(tick), y1: plot.y, y2: bottom, stroke: 'grid' },
      write(lens.tickText(tick), x(tick), bottom + 17, { ...figure, anchor: 'middle' }),
    ]),
    ...[axis.x, axis.x + axis.width]
      .filter((edge) => edge > plot.x && edge < right)
      .map(
        (edge): Shape => ({
          kind: 'line',
          role: 'axis',
          x1: edge,
          x2: edge,
          y1: plot.y,
          y2: bottom,
          stroke: 'line',
          dash: [2, 3],
        }),
      ),
  ];
}

type Tiers = NonNullable<Ground['tiers']>;
type Caption = (text: string, at: Spot, more?: Partial<TextShape>) => void;

/** The line of tier 1, the floor from which monitoring is suggested, and the step of tier 2. */
function thresholdLines(
  { t, frame: { plot }, thresholds, x, y }: GroundInput,
  { stepped, named }: Tiers,
  caption: Caption,
): Shape[] {
  const { severe, likely, floor } = thresholds;
  const [right, bottom] = [plot.x + plot.width, plot.y + plot.height];
  const within = (at: number) => Math.min(Math.max(at, plot.y), bottom);
  const [line, lower, from] = [within(y(severe)), within(y(severe - 1)), within(y(floor))];
  const shapes: Shape[] = [];
  const rule = (x1: number, y1: number, x2: number, y2: number, more: Partial<Shape> = {}) =>
    shapes.push({ kind: 'line', role: 'threshold', x1, y1, x2, y2, stroke: 'line', ...more } as Shape);
  rule(plot.x, line, right, line, { stroke: 'text', strokeWidth: 1.25, opacity: 0.75 });
  if (floor !== severe) {
    rule(plot.x, from, right, from, { stroke: 'text', strokeWidth: 1.25, opacity: 0.75, dash: [6, 4] });
    caption(t('chart.floor', { floor }), { x: right - 7, y: from - 5 }, { anchor: 'end' });
  }
  if (stepped && lower > line) {
    rule(x(likely), line, x(likely), lower);
    rule(x(likely), lower, right, lower);
  }
  if (!named) return shapes;

  if (line - plot.y > 20)
    caption(t(floor === severe ? 'chart.tier1.floor' : 'chart.tier1', { severe }), {
      x: plot.x + 7,
      y: plot.y + 14,
    });
  if (stepped && lower - line > 24)
    caption(t('chart.tier', { tier: 2 }), { x: right - 7, y: lower - 6 }, { anchor: 'end' });
  caption(stepped ? t('chart.tier', { tier: 3 }) : t('chart.tier2and3'), {
    x: plot.x + 7,
    y: bottom - 7,
  });
  return shapes;
}

/** Four named fields. "Impact only" is drawn as heavily as "both": severity alone makes an impact material (ESRS 1-28). */
function quadrants({ t, frame, thresholds, context, x, y }: GroundInput, caption: Caption): Shape[] {
  const { plot, axis } = frame;
  const { severe } = thresholds;
  const [right, bottom] = [plot.x + plot.width, plot.y + plot.height];
  const within = (at: number) => Math.min(Math.max(at, plot.y), bottom);
  const [line, lower] = [within(y(severe)), within(y(severe - 1))];
  const split = x(context.effectFrom);
  const strong = { size: 13, bold: true, fill: 'text' } as const;
  caption(t('chart.quadrant.impact'), { x: axis.x + 8, y: plot.y + 18 }, strong);
  caption(t('chart.quadrant.both'), { x: right - 8, y: plot.y + 18 }, { ...strong, anchor: 'end' });
  caption(t('chart.quadrant.neither'), { x: axis.x + 8, y: bottom - 9 }, { size: 12 });
  caption(t('chart.quadrant.business'), { x: right - 8, y: bottom - 9 }, { size: 12, anchor: 'end' });
  if (lower - line > 40) caption(t('chart.quadrant.tier2'), { x: axis.x + 8, y: lower - 18 });
  const rule = { kind: 'line', role: 'threshold', stroke: 'line' } as const;
  return [
    {
      ...rule,
      x1: split,
      x2: split,
      y1: plot.y,
      y2: bottom,
      stroke: 'text',
      strokeWidth: 1.25,
      opacity: 0.75,
    },
    { ...rule, x1: plot.x, x2: right, y1: lower, y2: lower, dash: [3, 3] },
  ];
}

/** Curves along which severity × likelihood is the same: what a product calls equal. */
function productCurves({ t, lens, frame: { axis }, x, y }: GroundInput, caption: Caption): Shape[] {
  const [, highest] = lens.domain;
  const [, top] = lens.up.domain;
  const end = lens.ticks.at(-1) ?? 0;
  return lens.ticks.slice(0, -1).map((tick): Shape => {
    const product = tick * end;
    const first = Math.max(product / top, lens.domain[0]);
    const steps = 40;
    const points = Array.from({ length: steps + 1 }, (_unused, index) => {
      const likelihood = first * (highest / first) ** (index / steps);
      return [x(likelihood) - axis.x, y(product / likelihood)] as const;
    });
    // Below the end of the curve: it comes down from the left.
    const below = { x: axis.x + axis.width - 6, y: y(product / highest) + 13 };
    caption(t('chart.product', { product }), below, { anchor: 'end' });
    return {
      kind: 'path',
      role: 'threshold',
      x: axis.x,
      y: 0,
      d: points
        .map(([px, py], index) => `${index === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`)
        .join(''),
      stroke: 'line',
      strokeWidth: 1,
      dash: [5, 4],
    };
  });
}
