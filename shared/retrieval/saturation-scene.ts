import { scaleBand, scaleLinear } from 'd3';
import { legend } from '../chart/legend.ts';
import { textWidth, wrapText } from '../chart/metrics.ts';
import { SHAPES } from '../chart/palette.ts';
import type { Scene, SceneItem, Shape } from '../chart/scene.ts';
import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { CATEGORIES, type Category } from '../model/issue.ts';
import { heardAt, type RetrievalNames } from './passage-index.ts';
import type { SaturationStep } from './saturation.ts';
import type { RetrievalWords } from './words.ts';

export interface SaturationOptions {
  readonly width?: number;
  /** Of the plot with its axes; title and legend come on top. */
  readonly height?: number;
  /** Whether the title is drawn: a file needs it, a page has its own. */
  readonly heading?: boolean;
}

const EDGE = 16;
const AXIS = 40;
const FOOT = 54;
const SIZE = 11.5;
/** Marks are no larger than this, however few there are. */
const LARGEST = 6.5;

/**
 * Draws how the issues heard of grow from dialogue to dialogue: a mark for each issue at its number in the order of
 * being heard first, in its category's shape and colour, and a line along the tops. A line that runs level says that
 * nothing new was heard. Pure: the same steps and size give the same picture.
 */
export function saturationScene(
  steps: readonly SaturationStep[],
  index: RetrievalNames,
  words: RetrievalWords,
  { width = 900, height = 340, heading = true }: SaturationOptions = {},
): Scene {
  const { t } = words;
  const total = steps.at(-1)?.total ?? 0;
  const top = EDGE + (heading ? 34 : 8);
  const plot = { left: EDGE + AXIS, right: width - EDGE, top, bottom: top + height - FOOT };
  const x = scaleBand<Id>(
    steps.map(({ dialogueId }) => dialogueId),
    [plot.left, plot.right],
  );
  const y = scaleLinear([0, Math.max(total, 1)], [plot.bottom, plot.top + LARGEST * 2]);
  const middle = (id: Id) => (x(id) ?? plot.left) + x.bandwidth() / 2;
  const radius = Math.max(
    1.5,
    Math.min(LARGEST, ((plot.bottom - plot.top) / Math.max(total, 1)) * 0.4, x.bandwidth() * 0.35),
  );
  const categoryOf = (issueId: IdOf<'issues'>): Category => index.issues.get(issueId)?.category ?? 'general';

  const items = steps.map((step): SceneItem => {
    const at = middle(step.dialogueId);
    const before = step.total - step.fresh.length;
    const marks = step.fresh.map(
      (issueId, place): Shape => ({
        kind: 'path',
        role: 'mark',
        x: at,
        y: y(before + place + 1),
        d: SHAPES[categoryOf(issueId)](radius),
        fill: `category:${categoryOf(issueId)}`,
      }),
    );
    // Unseen: the whole column of a dialogue can be pointed at.
    const lane: Shape = {
      kind: 'rect',
      role: 'region',
      x: at - x.bandwidth() / 2,
      y: plot.top,
      width: x.bandwidth(),
      height: plot.bottom - plot.top,
      fill: 'ground',
      opacity: 0,
    };
    const nothingNew: Shape = {
      kind: 'path',
      role: 'mark',
      x: at,
      y: y(step.total),
      d: SHAPES.general(Math.min(radius, 4)),
      fill: 'ground',
      stroke: 'line',
      strokeWidth: 1.5,
    };
    return {
      id: step.dialogueId,
      label: words.dialogue(step.dialogueId),
      description: describeStep(step, index, words),
      x: at,
      y: y(step.total),
      radius: radius + 2,
      shapes: [lane, ...(marks.length > 0 ? marks : [nothingNew])],
    };
  });

  const categories = CATEGORIES.filter((category) =>
    steps.some(({ fresh }) => fresh.some((id) => categoryOf(id) === category)),
  );
  const key = legend(
    t,
    categories,
    { uncertain: false, incomplete: false, divided: false, whiskers: false, readings: false, ties: false },
    { x: plot.left, top: plot.bottom + FOOT, width: plot.right - plot.left },
  );
  const title = t('retrieval.saturation.title');
  return {
    width,
    height: key.bottom + EDGE,
    title,
    description: t('retrieval.saturation.description', {
      dialogues: steps.length,
      issues: total,
      last: steps.at(-1)?.fresh.length ?? 0,
    }),
    language: words.language,
    backdrop: [
      ...(heading ? [text(EDGE, EDGE + 14, title, { size: 16, bold: true, role: 'caption' as const })] : []),
      text(EDGE, top - 2, t('retrieval.saturation.axis'), { role: 'caption', fill: 'faint' }),
      ...figures(y, total, plot),
      ...dialogueLabels(steps, index, words, x.bandwidth(), middle, plot.bottom),
      ...curve(steps, middle, y, plot),
    ],
    items,
    front: key.shapes,
  };
}

/** What a dialogue added, in a sentence. */
export function describeStep(
  { heard, fresh, total }: SaturationStep,
  index: RetrievalNames,
  words: RetrievalWords,
): string {
  const names = fresh.filter((id) => index.issues.has(id)).map(words.issue);
  return words.t('retrieval.saturation.step', {
    heard: heard.length,
    fresh: fresh.length,
    total,
    names: names.join(words.t('retrieval.separator')),
  });
}

type Plot = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
type Linear = ReturnType<typeof scaleLinear<number, number>>;

function figures(y: Linear, total: number, plot: Plot): Shape[] {
  const values = [...new Set(y.ticks(Math.min(6, Math.max(total, 1))).map(Math.round))];
  return values.flatMap((value): Shape[] => [
    {
      kind: 'line',
      role: value === 0 ? 'axis' : 'grid',
      x1: plot.left,
      x2: plot.right,
      y1: y(value),
      y2: y(value),
      stroke: value === 0 ? 'line' : 'grid',
    },
    text(plot.left - 8, y(value) + 4, String(value), { anchor: 'end', fill: 'faint' }),
  ]);
}

/** Dates under the dialogues, as many as there is room for; each says how many issues were new. */
function dialogueLabels(
  steps: readonly SaturationStep[],
  index: RetrievalNames,
  words: RetrievalWords,
  band: number,
  middle: (id: Id) => number,
  bottom: number,
): Shape[] {
  const room = Math.max(...steps.map(({ dialogueId }) => textWidth(dateOf(dialogueId), SIZE)), 44) + 10;
  const every = Math.max(1, Math.ceil(room / band));
  return steps
    .filter((_, place) => place % every === 0)
    .flatMap(({ dialogueId, fresh }): Shape[] => {
      const [name = ''] = every > 1 ? [''] : wrapText(words.dialogue(dialogueId), SIZE, band - 8, 1);
      const at = middle(dialogueId);
      return [
        text(at, bottom + 15, dateOf(dialogueId), { anchor: 'middle' }),
        // Where dialogues are too many to name them all, a single one's figure would be read for its neighbours' too.
        ...(every === 1
          ? [
              text(at, bottom + 30, words.t('retrieval.saturation.new', { count: fresh.length }), {
                anchor: 'middle',
                fill: 'faint',
              }),
            ]
          : []),
        ...(name ? [text(at, bottom + 44, name, { anchor: 'middle', fill: 'faint' })] : []),
      ];
    });

  function dateOf(id: Id): string {
    const dialogue = index.dialogues.get(id);
    if (!dialogue) return '';
    return dialogue.date === null ? words.year(dialogue.fiscalYear) : heardAt(dialogue);
  }
}

/** Along the tops, from nothing before the first dialogue to the right edge. */
function curve(steps: readonly SaturationStep[], middle: (id: Id) => number, y: Linear, plot: Plot): Shape[] {
  if (steps.length < 2) return [];
  const points = steps.map(({ dialogueId, total }) => [middle(dialogueId), y(total)] as const);
  const last = points.at(-1);
  const d = [[plot.left, y(0)] as const, ...points, ...(last ? [[plot.right, last[1]] as const] : [])]
    .map(([px, py], place) => `${place === 0 ? 'M' : 'L'}${round(px)} ${round(py)}`)
    .join('');
  return [{ kind: 'path', role: 'reading', x: 0, y: 0, d, stroke: 'line', strokeWidth: 1.5, dash: [5, 4] }];
}

function text(
  x: number,
  y: number,
  words: string,
  more: Partial<Pick<Extract<Shape, { kind: 'text' }>, 'size' | 'anchor' | 'bold' | 'fill' | 'role'>>,
): Shape {
  return {
    kind: 'text',
    role: 'label',
    x,
    y,
    text: words,
    size: SIZE,
    anchor: 'start',
    fill: 'text',
    ...more,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
