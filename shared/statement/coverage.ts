import type { Answer } from '../model/answer.ts';
import type { WorkspaceState } from '../model/tables.ts';
import type { Checklist } from './checklist.ts';
import { type Place, placeKey, placesOf } from './place.ts';
import type { Scope } from './scope.ts';

/** How a requirement is covered; `open` = nobody has looked at it. Gaps first. */
export const COVER_STATES = ['open', 'missing', 'partly', 'answered', 'not-applicable'] as const;
export type CoverState = (typeof COVER_STATES)[number];

/** A place of a checklist with what is said there. */
export interface Covered extends Place {
  readonly state: CoverState;
  readonly answer: Answer | null;
  /** The version of the checklist that was answered, where it is another one. */
  readonly answeredVersion: string | null;
  /** The latest answer of an earlier year that says something. */
  readonly before: Answer | null;
}

export interface Coverage {
  readonly places: readonly Covered[];
  /** How many places there are of each state; they add up to the number of places. */
  readonly counts: Readonly<Record<CoverState, number>>;
  /** Answers of the year that no place takes: of an older version's number, or of a subject that is no longer asked. */
  readonly elsewhere: readonly Answer[];
}

/** Tables that coverage is read from. */
export type CoverageTables = Pick<
  WorkspaceState,
  'answers' | 'arrangements' | 'themes' | 'organisations' | 'workspace'
>;

/** How far a checklist is answered for an organisation and a year. What is not said is a gap, whatever the register holds. */
export function coverageOf(checklist: Checklist, state: CoverageTables, scope: Scope): Coverage {
  const own = state.answers.filter((one) => one.checklist === checklist.id && one.of === scope.of);
  const byPlace = new Map(own.map((one) => [placeKey(one), one]));
  const at = ({ requirement, subject }: Place, fiscalYear: number) => ({
    ...{ checklist: checklist.id, requirement: requirement.number, of: scope.of, subject, fiscalYear },
  });
  const earlier = [...own]
    .filter((one) => one.fiscalYear < scope.fiscalYear && hasText(one))
    .sort((a, b) => b.fiscalYear - a.fiscalYear);
  const taken = new Set<Answer>();
  const places = placesOf(checklist, state, scope).map((place): Covered => {
    const answer = byPlace.get(placeKey(at(place, scope.fiscalYear))) ?? null;
    if (answer) taken.add(answer);
    return {
      ...place,
      answer,
      state: answer ? coverStateOf(answer) : 'open',
      answeredVersion: answer && answer.version !== checklist.version ? answer.version : null,
      before: earlier.find((one) => placeKey(one) === placeKey(at(place, one.fiscalYear))) ?? null,
    };
  });
  const counts = Object.fromEntries(
    COVER_STATES.map((state) => [state, places.filter((one) => one.state === state).length]),
  ) as Record<CoverState, number>;
  return {
    places,
    counts,
    elsewhere: own.filter((one) => one.fiscalYear === scope.fiscalYear && !taken.has(one)),
  };
}

/** What an answer counts as: one that says nothing is a gap, whatever it is marked as, and so is “does not apply” without a reason. */
export function coverStateOf(answer: Answer): CoverState {
  const isSaid = answer.state === 'not-applicable' ? answer.why.trim() !== '' : hasText(answer);
  return isSaid || answer.state === 'missing' ? answer.state : 'missing';
}

/** Whether anything is written, in any language. */
export function hasText({ text }: Pick<Answer, 'text'>): boolean {
  return Object.values(text).some((words) => words.trim() !== '');
}

/** Gaps before what is said; within that the order of the standard. */
export function gapsFirst(places: readonly Covered[]): Covered[] {
  return COVER_STATES.flatMap((state) => places.filter((one) => one.state === state));
}
