import type { IssueAssessment } from '../assessment/assess-round.ts';
import { nearestPoint } from '../model/scale.ts';
import type { Across, Lens, Position } from './lens.ts';
import { type Trial, withSeverity } from './what-if.ts';

/** A place tried on a picture: where it is, and what it means for the order. */
export interface Tried {
  readonly position: Position;
  readonly trial: Trial;
}

/**
 * What a place on a picture means if an issue is dragged there: whole steps, and what the assessors gave where it is
 * nearer than half a step. Across, a figure is a likelihood, the right lane "happening already", the left one "not
 * known"; an effect on the business is shown and ranks nothing.
 * @returns null where the picture cannot be explored
 */
export function tryPosition(issue: IssueAssessment, lens: Lens, wanted: Position): Tried | null {
  if (lens.explores === null) return null;
  const most = highest(lens);
  const own: Position = { severity: lens.height(issue) ?? 0, across: lens.across(issue) };
  const severity = near(wanted.severity, own.severity, most);
  const across = lens.explores === 'nothing' ? own.across : acrossOf(wanted.across, own.across, most);
  const { impact } = issue;
  return {
    position: { severity, across },
    trial: {
      ...(severity === own.severity ? {} : withSeverity(impact, severity)),
      ...(lens.explores === 'likelihood' && across !== own.across ? likelihoodOf(across) : {}),
    },
  };
}

/** One step on from a place, whole steps first. */
export function stepFrom(from: Position, lens: Lens, across: -1 | 0 | 1, up: -1 | 0 | 1): Position {
  const most = highest(lens);
  const next = (value: number, by: -1 | 0 | 1) =>
    by === 0 ? value : nearestPoint(by > 0 ? Math.floor(value) + 1 : Math.ceil(value) - 1, most);
  const lanes = lens.explores === 'likelihood' && lens.after !== null;
  const side = (): Across => {
    if (across === 0) return from.across;
    if (from.across === 'before') return across > 0 ? 1 : 'before';
    if (from.across === 'after') return across < 0 ? most : 'after';
    return lanes && across > 0 && from.across >= most ? 'after' : next(from.across, across);
  };
  return { severity: next(from.severity, up), across: side() };
}

function near(wanted: number, own: number, most: number): number {
  return Math.abs(wanted - own) < 0.5 ? own : nearestPoint(wanted, most);
}

function acrossOf(wanted: Across, own: Across, most: number): Across {
  if (typeof wanted !== 'number') return wanted;
  return typeof own === 'number' ? near(wanted, own, most) : nearestPoint(wanted, most);
}

function likelihoodOf(across: Across): Trial {
  return across === 'after'
    ? { nature: 'actual', likelihood: null }
    : { nature: 'potential', likelihood: across === 'before' ? null : across };
}

/** The highest point of the round's scale. */
function highest({ up }: Lens): number {
  return up.ticks.at(-1) ?? 1;
}
