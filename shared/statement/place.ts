import type { Answer } from '../model/answer.ts';
import type { WorkspaceState } from '../model/tables.ts';
import type { Checklist, Requirement } from './checklist.ts';
import { type Scope, scopeFilter } from './scope.ts';

/** Of what a requirement is asked, beside the company. */
export type Subject = Answer['subject'];

/** One place where an answer is due: a requirement, asked once or of one channel or theme. */
export interface Place {
  readonly requirement: Requirement;
  /** Null = of the company; also where it is asked of each channel or theme, and there is none yet. */
  readonly subject: Subject;
}

/** Where an answer stands: there is one answer at a place. */
export type AnswerPlace = Pick<Answer, 'checklist' | 'requirement' | 'of' | 'subject' | 'fiscalYear'>;

/** What there must be one answer of, as words of an id. */
export function placeWords({ checklist, requirement, of, subject, fiscalYear }: AnswerPlace): string[] {
  return [checklist, requirement, of ?? '', subject ? `${subject.to}:${subject.id}` : '', String(fiscalYear)];
}

export function placeKey(place: AnswerPlace): string {
  return JSON.stringify(placeWords(place));
}

/** Every place of a checklist in a year, in the order of the standard; those of one subject one after the other. */
export function placesOf(
  checklist: Checklist,
  state: Pick<WorkspaceState, 'arrangements' | 'themes' | 'organisations' | 'workspace'>,
  scope: Scope,
): Place[] {
  const filter = scopeFilter(state, scope);
  const channels = state.arrangements
    .filter((one) => one.kind === 'channel' && filter.isOf(one.of) && filter.isInForce(one))
    .map(({ id }): Subject => ({ to: 'arrangement', id }));
  const themes = [...state.themes]
    .sort((a, b) => a.order - b.order)
    .map(({ id }): Subject => ({ to: 'theme', id }));
  const subjects = { once: [], channel: channels, theme: themes } as const;
  return (['once', 'channel', 'theme'] as const).flatMap((asked) => {
    const own = checklist.requirements.filter((one) => one.asked === asked);
    const of: readonly Subject[] = subjects[asked].length > 0 ? subjects[asked] : [null];
    return of.flatMap((subject) => own.map((requirement) => ({ requirement, subject })));
  });
}
