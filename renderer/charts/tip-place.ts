import { type Box, boxAbout, overlaps, type Spot } from '#shared/chart/geometry.ts';
import { textWidth, wrapText } from '#shared/chart/metrics.ts';
import type { SceneItem } from '#shared/chart/scene.ts';

/** Width of an item's words, and how far they keep from its mark, in pixels of the scene. */
export const TIP_WIDTH = 300;
const AWAY = 14;
const PADDING = 26;
const LINE = 19;
const SIZE = 12;

/** Where the words of an item stand: the upper left corner of their box. */
export interface TipPlace extends Spot {
  readonly width: number;
}

/**
 * The place beside a mark where its words hide the least: neighbours' marks count most, their names less, and the mark
 * itself is never covered.
 * @param lines of small print below the words
 */
export function tipPlace(
  item: Pick<SceneItem, 'id' | 'label' | 'description' | 'radius'>,
  at: Spot,
  others: readonly Pick<SceneItem, 'id' | 'x' | 'y' | 'radius' | 'shapes'>[],
  size: { readonly width: number; readonly height: number },
  lines: number,
): TipPlace {
  const inner = TIP_WIDTH - PADDING;
  const rows =
    wrapText(item.label, SIZE, inner, 9, true).length +
    wrapText(item.description, SIZE, inner, 20).length +
    lines;
  const width = Math.min(TIP_WIDTH, size.width);
  const height = rows * LINE + PADDING;
  const away = item.radius + AWAY;
  const across = [at.x + away, at.x - away - width];
  const down = [at.y - height / 2, at.y - 24, at.y - height + 24];
  const middle = [at.x - width / 2, at.x - 40, at.x - width + 40];
  const candidates = [
    ...across.flatMap((x) => down.map((y) => ({ x, y }))),
    ...[at.y + away, at.y - away - height].flatMap((y) => middle.map((x) => ({ x, y }))),
  ];
  const obstacles = [
    ...others.flatMap((other) => (other.id === item.id ? [] : weighed(other))),
    // The buttons that enlarge.
    { box: { x: size.width - 84, y: 0, width: 84, height: 28 }, weight: 2 },
  ];
  let best = { x: 0, y: 0, cost: Number.POSITIVE_INFINITY };
  candidates.forEach((candidate, index) => {
    const x = Math.min(Math.max(0, candidate.x), size.width - width);
    const y = Math.min(Math.max(0, candidate.y), Math.max(0, size.height - height));
    const box = { x, y, width, height };
    const covered = obstacles
      .filter((one) => overlaps(box, one.box))
      .reduce((sum, { weight }) => sum + weight, 0);
    const onItself = overlaps(box, boxAbout(at, item.radius + 4)) ? 100 : 0;
    const cost = covered + onItself + index * 0.01;
    if (cost < best.cost) best = { x, y, cost };
  });
  return { x: best.x, y: best.y, width };
}

function weighed({
  x,
  y,
  radius,
  shapes,
}: Pick<SceneItem, 'x' | 'y' | 'radius' | 'shapes'>): { box: Box; weight: number }[] {
  return [
    { box: boxAbout({ x, y }, radius), weight: 3 },
    ...shapes.flatMap((shape) =>
      shape.kind === 'text' && shape.role === 'label'
        ? [
            {
              box: {
                x: shape.x,
                y: shape.y - shape.size,
                width: textWidth(shape.text, shape.size, shape.bold),
                height: shape.size,
              },
              weight: 1,
            },
          ]
        : [],
    ),
  ];
}
