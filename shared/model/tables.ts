import type { z } from 'zod';
import { Activity } from './activity.ts';
import { Advice } from './advice.ts';
import { Coding } from './coding.ts';
import { Decision } from './decision.ts';
import { Dialogue, Participant } from './dialogue.ts';
import { Correction } from './glossary.ts';
import { Grievance } from './grievance.ts';
import { Indicator } from './indicator.ts';
import { Instrument } from './instrument.ts';
import { Issue } from './issue.ts';
import { Person } from './person.ts';
import { Rating } from './rating.ts';
import { RoundRecord } from './record.ts';
import { Round } from './round.ts';
import { SavedSearch } from './saved-search.ts';
import { Theme } from './theme.ts';
import { Passage, Turn } from './turn.ts';
import { View } from './view.ts';
import { Workspace } from './workspace.ts';

/** Every table of a workspace and the schema of its rows. The one list that store, archive and journal share. */
export const TABLES = {
  workspace: Workspace,
  instruments: Instrument,
  issues: Issue,
  themes: Theme,
  persons: Person,
  dialogues: Dialogue,
  participants: Participant,
  turns: Turn,
  passages: Passage,
  codings: Coding,
  advice: Advice,
  rounds: Round,
  ratings: Rating,
  decisions: Decision,
  indicators: Indicator,
  activities: Activity,
  grievances: Grievance,
  views: View,
  glossary: Correction,
  searches: SavedSearch,
  records: RoundRecord,
} as const;

export type TableName = keyof typeof TABLES;
export type Rows = { [T in TableName]: z.infer<(typeof TABLES)[T]> };
export type AnyRow = Rows[TableName];

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** A whole workspace as plain data: what archives hold, snapshots keep and reports read. */
export type WorkspaceState = { [T in TableName]: Rows[T][] };

/** A workspace without a single row. */
export function emptyState(): WorkspaceState {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, []])) as unknown as WorkspaceState;
}
