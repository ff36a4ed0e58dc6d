import type { Covered } from '#shared/statement/coverage.ts';

/** The key of a place within its statement: by it an address names it. */
export function atKey(number: string, subject: Covered['subject']): string {
  return subject === null ? number : `${number}|${subject.id}`;
}

/** The same of a place that is listed. */
export function atOf({ requirement, subject }: Pick<Covered, 'requirement' | 'subject'>): string {
  return atKey(requirement.number, subject);
}
