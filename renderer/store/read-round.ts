import {
  type AssessedTables,
  assessRound,
  latestRound,
  type RoundAssessment,
} from '#shared/assessment/assess-round.ts';
import { stateOfRound } from '#shared/assessment/frozen.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Round } from '#shared/model/round.ts';
import type { Rows, WorkspaceState } from '#shared/model/tables.ts';
import type { Theme } from '#shared/model/theme.ts';
import type { FiscalYearConvention } from '#shared/model/workspace.ts';
import type { ReadDb } from './database.ts';

/** A round with what follows from it and what names it; `rounds` are all of them, the latest first. */
export interface RoundView {
  readonly rounds: readonly Round[];
  /** Null = there is no such round, or none at all. */
  readonly assessment: RoundAssessment | null;
  readonly issues: ReadonlyMap<Id, Issue>;
  readonly themes: ReadonlyMap<Id, Theme>;
  readonly convention: FiscalYearConvention | null;
  /** The rows it was assessed from, as they are now; null where there is no such round. */
  readonly tables: AssessedTables | null;
  /** The same as the round sees them: a closed one sees what it was closed with. */
  readonly seen: RoundTables | null;
}

/** Rows that a round rests on, those of its dialogues and its own ratings among them. */
export type RoundTables = AssessedTables & Pick<WorkspaceState, 'dialogues' | 'persons'>;

/** What was said in some dialogues and done with it: all that an assessment reads of them. */
export async function heardIn(
  db: ReadDb,
  dialogueIds: readonly IdOf<'dialogues'>[],
): Promise<Pick<WorkspaceState, HeardTable>> {
  const rowsOf = <T extends HeardTable>(table: T) =>
    db[table].where('dialogueId').anyOf(dialogueIds).toArray() as PromiseLike<unknown> as PromiseLike<
      Rows[T][]
    >;
  const [participants, turns, passages, codings, advice] = await Promise.all([
    rowsOf('participants'),
    rowsOf('turns'),
    rowsOf('passages'),
    rowsOf('codings'),
    rowsOf('advice'),
  ]);
  return { participants, turns, passages, codings, advice };
}

type HeardTable = 'participants' | 'turns' | 'passages' | 'codings' | 'advice';

/** Reads a round with what it rests on, and assesses it. @param roundId absent = the latest round */
export async function readRound(db: ReadDb, roundId: IdOf<'rounds'> | undefined): Promise<RoundView> {
  const rounds = (await db.rounds.toArray()).sort(
    (a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? 1 : -1),
  );
  const round = roundId === undefined ? latestRound(rounds) : rounds.find((one) => one.id === roundId);
  const [issues, themes, [workspace]] = await Promise.all([
    db.issues.toArray(),
    db.themes.toArray(),
    db.workspace.toArray(),
  ]);
  const named = (of: { issues: readonly Issue[]; themes: readonly Theme[] }) => ({
    rounds,
    issues: new Map(of.issues.map((issue) => [issue.id, issue])),
    themes: new Map(of.themes.map((theme) => [theme.id, theme])),
    convention: workspace?.fiscalYear ?? null,
  });
  if (!round) return { ...named({ issues, themes }), assessment: null, tables: null, seen: null };
  // The round that this one began with: what was cited there already is no new evidence.
  const read = round.basedOn === null ? [round.id] : [round.id, round.basedOn];
  // Only what the round rests on: a workspace may hold ten thousand turns of other dialogues.
  const [dialogues, ratings, records, heard] = await Promise.all([
    db.dialogues.bulkGet([...round.dialogueIds]),
    db.ratings.where('roundId').anyOf(read).toArray(),
    db.records.where('roundId').anyOf(read).toArray(),
    heardIn(db, round.dialogueIds),
  ]);
  const personIds = heard.participants.flatMap(({ personId }) => personId ?? []);
  const live: RoundTables = {
    ...{ rounds, records, ratings, issues, themes, ...heard },
    dialogues: dialogues.filter((one) => one !== undefined),
    persons: (await db.persons.bulkGet([...new Set(personIds)])).filter((one) => one !== undefined),
  };
  const seen = stateOfRound(live, round.id);
  // A closed round keeps the names that it was closed with.
  return { ...named(seen), assessment: assessRound(live, round.id), tables: live, seen };
}
