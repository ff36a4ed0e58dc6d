import type { Id } from '../model/basics.ts';
import { VOICES, type Voice } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import { CATEGORIES, type Category, isActive } from '../model/issue.ts';
import type { PassageQuery } from '../model/view.ts';
import { inListOrder, placesByIssue } from './cross.ts';
import { Asked, type Place } from './find.ts';
import type { PassageIndex } from './passage-index.ts';

/** Who was heard on a subject: people, each once; words whose speaker is unknown are nobody's. */
export interface Heard {
  /** External people by the capacity in which they spoke; `company` = people of the company, whatever their capacity. */
  readonly people: Readonly<Record<Voice, number>>;
  readonly external: number;
  /** Places where it was spoken of, by anybody. */
  readonly places: number;
  /** What is missing, the gravest alone: nobody from outside, or nobody affected (UNGP 18); null = nothing. */
  readonly gap: 'external' | 'rightsholder' | null;
}

export interface CoverageRow extends Heard {
  readonly issueId: IdOf<'issues'>;
}

export interface CoverageGroup extends Heard {
  readonly category: Category;
  readonly issues: readonly CoverageRow[];
}

/**
 * Whose voices were heard on each issue of the list, and on each category, within a query. Issues that are no longer
 * on the list stand only where something was said of them.
 */
export function coverageOf(index: PassageIndex, query: PassageQuery): CoverageGroup[] {
  const places = placesByIssue(index, query);
  const shown = inListOrder(index).filter((id) => {
    const issue = index.issues.get(id);
    return issue !== undefined && (isActive(issue) || places.has(id));
  });
  return CATEGORIES.flatMap((category): CoverageGroup[] => {
    const issues = shown.filter((id) => index.issues.get(id)?.category === category);
    if (issues.length === 0) return [];
    return [
      {
        category,
        ...heardIn(placesAbout(index, query, issues)),
        issues: issues.map((issueId) => ({ issueId, ...heardIn(places.get(issueId) ?? []) })),
      },
    ];
  });
}

function placesAbout(index: PassageIndex, query: PassageQuery, anyOf: readonly Id[]): Place[] {
  const asked = new Asked(index, { ...query, about: [...query.about, [...anyOf]] });
  return index.scopes(asked.near).flatMap((scope) => asked.places(scope));
}

function heardIn(places: readonly Place[]): Heard {
  const people = Object.fromEntries(VOICES.map((voice) => [voice, new Set<Id>()])) as Record<Voice, Set<Id>>;
  const outside = new Set<Id>();
  for (const [{ participant, speakerId }] of places) {
    if (participant === null || speakerId === null) continue;
    if (participant.external) outside.add(speakerId);
    // Somebody of another company is from outside, and neither affected nor an expert: counted as external alone.
    if (!participant.external) people.company.add(speakerId);
    else if (participant.voice !== 'company') people[participant.voice].add(speakerId);
  }
  const counts = Object.fromEntries(VOICES.map((voice) => [voice, people[voice].size])) as Record<
    Voice,
    number
  >;
  return {
    people: counts,
    external: outside.size,
    places: places.length,
    gap: outside.size === 0 ? 'external' : counts.rightsholder === 0 ? 'rightsholder' : null,
  };
}
