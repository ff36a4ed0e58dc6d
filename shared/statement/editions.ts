import type { Id } from '../model/basics.ts';
import type { Edition } from '../model/edition.ts';
import type { WorkspaceState } from '../model/tables.ts';
import type { Scope } from './scope.ts';

/** Stands before the id of an edition where a report is of one. */
const EDITION = 'edition/';

/** The editions of a statement, the latest first. */
export function editionsOf(
  editions: readonly Edition[],
  checklist: string,
  { of, fiscalYear }: Scope,
): Edition[] {
  return editions
    .filter((one) => one.checklist === checklist && one.of === of && one.fiscalYear === fiscalYear)
    .sort((a, b) => b.number - a.number || (a.id < b.id ? 1 : -1));
}

/** The subject of a report that prints an edition again. */
export function editionSubject(id: Edition['id']): Id {
  return `${EDITION}${id}`;
}

/** The edition that a report's subject names; null = it names a statement as it stands. */
export function editionOfSubject(
  { editions }: Pick<WorkspaceState, 'editions'>,
  subjectId: Id,
): Edition | null {
  if (!subjectId.startsWith(EDITION)) return null;
  return editions.find(({ id }) => editionSubject(id) === subjectId) ?? null;
}
