import type { IssueAssessment, RoundAssessment } from '../assessment/assess-round.ts';
import type { Id } from '../model/basics.ts';
import type { Category } from '../model/issue.ts';
import type { Spot } from './geometry.ts';
import { SHAPES } from './palette.ts';
import type { Shape } from './scene.ts';
import { write } from './text.ts';

/** What a mark says besides its category: each sign is a matter of form, so that grey paper keeps it. */
export interface MarkSigns {
  /** Its place among the first depends on how the ratings are read: a faded halo. */
  readonly uncertain: boolean;
  /** Low confidence, or fewer than three assessors: hollow (METHOD-SOURCES 2.6). */
  readonly hollow: boolean;
  /** Answers are missing, it stands at its floor: a broken outline. */
  readonly incomplete: boolean;
  /** Happening already: a second outline around it. */
  readonly actual: boolean;
  readonly divided: boolean;
  /** Among the first k, for which `monitor closely` is suggested: a star. */
  readonly top: boolean;
  /** Came onto the list since the earlier round: a plus. */
  readonly entered: boolean;
  /** Waiting would make the harm irremediable: a clock. */
  readonly delay: boolean;
}

export const NO_SIGNS: MarkSigns = {
  uncertain: false,
  hollow: false,
  incomplete: false,
  actual: false,
  divided: false,
  top: false,
  entered: false,
  delay: false,
};

/** The number of an issue, alike at dots, labels and lists: its place, `7=` where it is shared; `–` where it has none. */
export function rankLabel({ rank, tied }: Pick<IssueAssessment, 'rank' | 'tied'>): string {
  return rank === null ? '–' : tied ? `${rank}=` : String(rank);
}

/** Assessors below whom a figure is too thin to be filled, and the confidence (1–3) up to which it is low. */
const FEW = 3;
const LOW_CONFIDENCE = 1.5;

export function signsOf(issue: IssueAssessment, more: Partial<MarkSigns> = {}): MarkSigns {
  return {
    uncertain: issue.uncertain,
    hollow: issue.raters < FEW || lowConfidence(issue),
    incomplete: !issue.complete,
    actual: issue.nature === 'actual',
    divided: issue.divided,
    delay: issue.delay,
    top: false,
    entered: false,
    ...more,
  };
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

/** Whether the assessors themselves are not sure of what they gave. */
export function lowConfidence({ confidence }: Pick<IssueAssessment, 'confidence'>): boolean {
  return confidence !== null && confidence <= LOW_CONFIDENCE;
}

/** How far a mark with all its signs reaches from its middle, as a share of its radius. */
export const MARK_REACH = 1.42;

/** The faded halo of a doubtful mark: three rings that pale outwards. It lies under all marks. */
export function haloShapes(category: Category, { x, y }: Spot, radius: number, item?: string): Shape[] {
  return [2.15, 1.8, 1.45].map(
    (share): Shape => ({
      kind: 'path',
      role: 'halo',
      ...(item === undefined ? {} : { item }),
      x,
      y,
      d: SHAPES.general(radius * share),
      fill: `category:${category}`,
      opacity: 0.13,
    }),
  );
}

/** A mark with the signs at it, and its number on it where it has one. */
export function markShapes(
  category: Category,
  number: string | null,
  signs: MarkSigns,
  { x, y }: Spot,
  radius: number,
): Shape[] {
  const colour = `category:${category}` as const;
  const pale = signs.hollow || signs.incomplete;
  const triangle = category === 'supply-chain';
  const shapes: Shape[] = [];
  const path = (r: number, more: Partial<Shape>) =>
    shapes.push({ kind: 'path', role: 'mark', x, y, d: SHAPES[category](r), ...more } as Shape);
  if (signs.actual) path(radius * 1.32, { fill: 'ground', stroke: colour, strokeWidth: 1.5 });
  const inner = signs.actual ? radius * 0.98 : radius;
  if (signs.incomplete && !signs.hollow) {
    path(inner, { fill: 'ground' });
    path(inner, { fill: colour, opacity: 0.22 });
    path(inner, { stroke: colour, strokeWidth: 1.75, dash: [2.5, 2] });
  } else
    path(inner, {
      fill: pale ? 'ground' : colour,
      stroke: pale ? colour : 'ground',
      strokeWidth: pale ? 2 : 1,
      ...(signs.incomplete ? { dash: [2.5, 2] as const } : {}),
    });
  if (number !== null) {
    const size = inner * (SIZES[number.length] ?? 0.72) * (triangle && number.length > 1 ? 0.92 : 1);
    shapes.push(
      // The middle of a triangle's area lies lower than that of its box.
      write(number, x, y + size * 0.36 + (triangle ? inner * 0.3 : 0), {
        role: 'number',
        size,
        anchor: 'middle',
        bold: true,
        fill: pale ? 'text' : 'onMark',
      }),
    );
  }
  if (signs.divided) shapes.push(...dividedSign({ x: x + radius * 0.92, y: y - radius * 0.92 }));
  if (signs.top) shapes.push(starSign({ x: x - radius * 0.92, y: y - radius * 0.92 }));
  if (signs.entered) shapes.push(...plusSign({ x: x - radius * 0.92, y: y + radius * 0.92 }));
  if (signs.delay) shapes.push(...clockSign({ x: x + radius * 0.92, y: y + radius * 0.92 }));
  return shapes;
}

/** Size of a mark's number by its signs, as a share of the radius: `1`, `12`, `12=`. */
const SIZES: readonly number[] = [1.06, 1.06, 1.06, 0.86];

/** A small exclamation mark: the assessors are divided, to be discussed. */
export function dividedSign({ x, y }: Spot): Shape[] {
  return [
    {
      kind: 'path',
      role: 'mark',
      x,
      y,
      d: SHAPES.general(4.2),
      fill: 'caution',
      stroke: 'ground',
      strokeWidth: 1,
    },
    write('!', x, y + 2.6, { role: 'mark', size: 7.5, anchor: 'middle', bold: true, fill: 'onMark' }),
  ];
}

/** A star: among the first k. */
export function starSign({ x, y }: Spot): Shape {
  return {
    kind: 'path',
    role: 'mark',
    x,
    y,
    d: star(5.4),
    fill: 'text',
    stroke: 'ground',
    strokeWidth: 1,
  };
}

/** A plus: new on the list. */
export function plusSign({ x, y }: Spot): Shape[] {
  const arm = { kind: 'line', role: 'mark', stroke: 'onMark', strokeWidth: 1.4 } as const;
  return [
    {
      kind: 'path',
      role: 'mark',
      x,
      y,
      d: SHAPES.general(4.2),
      fill: 'text',
      stroke: 'ground',
      strokeWidth: 1,
    },
    { ...arm, x1: x - 2.2, x2: x + 2.2, y1: y, y2: y },
    { ...arm, x1: x, x2: x, y1: y - 2.2, y2: y + 2.2 },
  ];
}

/** A clock: delay would make the harm irremediable. */
export function clockSign({ x, y }: Spot): Shape[] {
  const hand = { kind: 'line', role: 'mark', stroke: 'text', strokeWidth: 1.1 } as const;
  return [
    {
      kind: 'path',
      role: 'mark',
      x,
      y,
      d: SHAPES.general(4.2),
      fill: 'ground',
      stroke: 'text',
      strokeWidth: 1.1,
    },
    { ...hand, x1: x, y1: y, x2: x, y2: y - 2.8 },
    { ...hand, x1: x, y1: y, x2: x + 2, y2: y + 0.8 },
  ];
}

/** A cross where an issue stood that is no longer on the list. */
export function crossSign(category: Category, { x, y }: Spot, item?: string): Shape[] {
  const arm = {
    kind: 'line',
    role: 'arrow',
    ...(item === undefined ? {} : { item }),
    stroke: `category:${category}`,
    strokeWidth: 2,
  } as const;
  return [
    { ...arm, x1: x - 4, x2: x + 4, y1: y - 4, y2: y + 4 },
    { ...arm, x1: x - 4, x2: x + 4, y1: y + 4, y2: y - 4 },
  ];
}

/** Path data of a five-pointed star about (0, 0). */
function star(radius: number): string {
  const points = Array.from({ length: 10 }, (_unused, index) => {
    const angle = (index / 10) * 2 * Math.PI - Math.PI / 2;
    const r = index % 2 === 0 ? radius : radius * 0.45;
    return `${Math.round(Math.cos(angle) * r * 100) / 100} ${Math.round(Math.sin(angle) * r * 100) / 100}`;
  });
  return `M${points.join('L')}Z`;
}
