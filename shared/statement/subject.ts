import type { Id } from '../model/basics.ts';
import { ProblemError } from '../model/problem.ts';
import type { Checklist } from './checklist.ts';
import { checklistOf } from './checklists.ts';
import type { Scope } from './scope.ts';

/** What a statement is about, as one word: the subject of a report. */
export function statementId(checklist: Checklist['id'], { of, fiscalYear }: Scope): Id {
  return [checklist, String(fiscalYear), of ?? ''].join('/');
}

/** @throws ProblemError `checklist-unknown` */
export function readStatementId(id: Id): { readonly checklist: Checklist; readonly scope: Scope } {
  const [checklist = '', year = '', of = ''] = id.split('/');
  const fiscalYear = Number(year);
  if (!Number.isInteger(fiscalYear)) throw new ProblemError('row-missing', { table: 'answers', id });
  return { checklist: checklistOf(checklist), scope: { of: of === '' ? null : of, fiscalYear } };
}
