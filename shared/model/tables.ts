import type { z } from 'zod';
import { activityTable } from './activity.ts';
import { adviceTable } from './advice.ts';
import { amendmentTable } from './amendment.ts';
import { answerTable } from './answer.ts';
import { arrangementTable } from './arrangement.ts';
import { codingTable } from './coding.ts';
import { commitmentTable } from './commitment.ts';
import { decisionTable } from './decision.ts';
import { dialogueTable, participantTable } from './dialogue.ts';
import { editionTable } from './edition.ts';
import { entryTable } from './entry.ts';
import { figureTable } from './figure.ts';
import { correctionTable } from './glossary.ts';
import { grievanceTable } from './grievance.ts';
import { impactTable } from './impact.ts';
import { indicatorTable } from './indicator.ts';
import { instrumentTable } from './instrument.ts';
import { issueTable } from './issue.ts';
import { organisationTable } from './organisation.ts';
import { personTable } from './person.ts';
import { ratingTable } from './rating.ts';
import { recordTable } from './record.ts';
import { roundTable } from './round.ts';
import { savedSearchTable } from './saved-search.ts';
import { sealTable } from './seal.ts';
import { sourceTable } from './source.ts';
import { versionOf } from './table.ts';
import { keptLayoutTable } from './taught-layout.ts';
import { themeTable } from './theme.ts';
import { passageTable, turnTable } from './turn.ts';
import { viewTable } from './view.ts';
import { workspaceTable } from './workspace.ts';

/** Every table of a workspace: the one list that store, archive and journal share. A table is one file and one line. */
export const TABLES = {
  workspace: workspaceTable,
  instruments: instrumentTable,
  issues: issueTable,
  themes: themeTable,
  persons: personTable,
  dialogues: dialogueTable,
  participants: participantTable,
  turns: turnTable,
  passages: passageTable,
  codings: codingTable,
  advice: adviceTable,
  rounds: roundTable,
  ratings: ratingTable,
  impacts: impactTable,
  decisions: decisionTable,
  indicators: indicatorTable,
  figures: figureTable,
  organisations: organisationTable,
  arrangements: arrangementTable,
  sources: sourceTable,
  views: viewTable,
  glossary: correctionTable,
  searches: savedSearchTable,
  records: recordTable,
  layouts: keptLayoutTable,
  amendments: amendmentTable,
  seals: sealTable,
  commitments: commitmentTable,
  entries: entryTable,
  answers: answerTable,
  editions: editionTable,
  // Legacy, of versions before 8: what they hold becomes figures (`shared/figures/converted.ts`).
  activities: activityTable,
  grievances: grievanceTable,
} as const;

export type TableName = keyof typeof TABLES;
export type Rows = { [T in TableName]: z.infer<(typeof TABLES)[T]['schema']> };
export type AnyRow = Rows[TableName];

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/**
 * Number of the model that this version writes: that of the last step of any table. A store that a higher number wrote
 * to is not opened, since this version would lose what it does not know.
 */
export const MODEL_VERSION = Math.max(...Object.values(TABLES).map(versionOf));

/** A whole workspace as plain data: what archives hold, snapshots keep and reports read. */
export type WorkspaceState = { [T in TableName]: Rows[T][] };

/** A workspace without a single row. */
export function emptyState(): WorkspaceState {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, []])) as unknown as WorkspaceState;
}
