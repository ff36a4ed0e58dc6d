import type { WorkspaceState } from '#shared/model/tables.ts';
import type { Covered } from '#shared/statement/coverage.ts';
import type { StatementActs } from './acts.ts';
import type { Statement } from './use-statement.ts';

/** What all parts of a requirement's panel are given. */
export interface PanelProps {
  readonly statement: Statement;
  readonly state: WorkspaceState;
  readonly place: Covered;
  readonly acts: StatementActs;
}
