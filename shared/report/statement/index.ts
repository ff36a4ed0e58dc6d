import type { StatementSummary } from '../model/statement.ts';
import type { SectionWriter } from '../section.ts';
import { approval } from './approval.ts';
import { coverage } from './coverage.ts';
import { requirement } from './requirement.ts';

/** The sections of a statement: what is answered, each requirement by its number, and who stands behind it. */
export function statementSections({ parts }: StatementSummary): readonly SectionWriter<StatementSummary>[] {
  return [coverage, ...parts.map(requirement), approval];
}
