import type { Spot } from './geometry.ts';
import { LINE_HEIGHT, leastWidth, textWidth, wrapEvenly } from './metrics.ts';
import { type LabelRoom, type LabelSize, type PlacedLabel, placeLabels } from './place-labels.ts';
import type { Shape } from './scene.ts';
import { write } from './text.ts';

/** A name broken into lines in one way, and the room that it takes. */
interface Wording {
  readonly lines: readonly string[];
  readonly size: LabelSize;
  /** It ends in "…": the whole name has to be told elsewhere. */
  readonly cut: boolean;
}

/** Ways of breaking a name into lines, whole ones first; one that is cut short is the last resort. */
function wordingsOf(name: string, size: number, bold: boolean): Wording[] {
  const scale = size / 12;
  const ways = [
    { width: 150, lines: 2, cost: 0 },
    { width: 230, lines: 1, cost: 3 },
    { width: 104, lines: 3, cost: 6 },
    { width: 150, lines: 3, cost: 8 },
    { width: 96, lines: 2, cost: 40 },
  ].map((way) => ({ ...way, width: way.width * scale }));
  const least = leastWidth(name, size);
  const wordings = new Map<string, Wording>();
  for (const way of ways) {
    if (way.width < least && way !== ways.at(-1)) continue;
    const lines = wrapEvenly(name, size, way.width, way.lines);
    const key = lines.join('\n');
    if (wordings.has(key)) continue;
    const cut = (lines.at(-1)?.endsWith('…') ?? false) && !name.endsWith('…');
    wordings.set(key, {
      lines,
      cut,
      size: {
        width: Math.max(...lines.map((line) => textWidth(line, size, bold))),
        height: lines.length * size * LINE_HEIGHT,
        cost: cut ? 65 : way.cost,
      },
    });
  }
  return [...wordings.values()];
}

/** A name that is to stand beside its mark. */
export interface NameToPlace {
  readonly id: string;
  readonly name: string;
  /** Middle of its mark. */
  readonly at: Spot;
  readonly bold: boolean;
}

/** A name as it is drawn, with the leader to its mark. */
export interface PlacedName {
  readonly shapes: readonly Shape[];
  /** False: it ends in "…", and has to be told elsewhere. */
  readonly whole: boolean;
}

/** Names beside their marks; those for which there is no room are not among them. */
export function placeNames(
  names: readonly NameToPlace[],
  size: number,
  room: LabelRoom,
): Map<string, PlacedName> {
  const wordings = new Map(names.map(({ id, name, bold }) => [id, wordingsOf(name, size, bold)]));
  const labels = placeLabels(
    names.map(({ id, at }) => ({ id, at, sizes: (wordings.get(id) ?? []).map((one) => one.size) })),
    room,
  );
  const placed = new Map<string, PlacedName>();
  for (const { id, bold } of names) {
    const label = labels.get(id);
    const wording = label && wordings.get(id)?.[label.size];
    if (wording)
      placed.set(id, { shapes: nameShapes(label, wording.lines, size, bold), whole: !wording.cut });
  }
  return placed;
}

/** A placed name with the leader to its mark. */
function nameShapes(
  { box, leader }: PlacedLabel,
  lines: readonly string[],
  size: number,
  bold: boolean,
): Shape[] {
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
    shapes.push(
      write(text, box.x, box.y + index * size * LINE_HEIGHT + size, {
        size,
        halo: true,
        ...(bold ? { bold } : {}),
      }),
    );
  });
  return shapes;
}
