import '../../platform/jitless.ts';
import { resultsShown } from '#shared/assessment/blindness.ts';
import { matrixOfRound } from '#shared/chart/matrix-of-round.ts';
import type { Scene } from '#shared/chart/scene.ts';
import type { Language } from '#shared/i18n/index.ts';
import { textIn } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { emptyState } from '#shared/model/tables.ts';
import { type ChangeGroup, type ChangeNote, groupChanges, noteOf } from '#shared/overview/changes.ts';
import type { ReadDb } from '../../store/database.ts';
import { readRound } from '../../store/read-round.ts';
import { readInWorker } from '../../store/rows.ts';
import { exposeService } from '../expose.ts';

/** Size of the small matrix in CSS pixels: the least at which its marks and the names of the first stay apart. */
const PICTURE = { width: 520, height: 340, names: 5 };
/** Changes that are looked at: of more, the newest. */
const MOST_CHANGES = 2_000;

export interface ChangesSince {
  /** The newest entry of the log. */
  readonly head: number;
  readonly groups: readonly ChangeGroup[];
  /** There were more changes than were looked at; these are the newest. */
  readonly cut: boolean;
}

export interface SmallMatrix {
  readonly roundId: IdOf<'rounds'>;
  readonly round: string;
  /** Null = nothing is rated yet, or what follows from the ratings is not to be seen yet. */
  readonly scene: Scene | null;
  readonly hidden: boolean;
}

export interface Overview {
  readonly changes: ChangesSince;
  /** Null = there is no round. */
  readonly matrix: SmallMatrix | null;
}

async function changesSince(db: ReadDb, since: number | null): Promise<ChangesSince> {
  const head = Number((await db.journal.toCollection().last())?.seq ?? 0);
  if (since === null) return { head, groups: [], cut: false };
  const from = Math.max(since, head - MOST_CHANGES);
  const notes: ChangeNote[] = [];
  // One by one: an entry of an import holds whole dialogues.
  await db.journal
    .where('seq')
    .between(from, head, false, true)
    .each((entry) => {
      notes.push(noteOf(entry));
    });
  return { head, groups: groupChanges(notes), cut: from > since };
}

async function latestMatrix(db: ReadDb, language: Language): Promise<SmallMatrix | null> {
  const { assessment, tables } = await readRound(db, undefined);
  if (!assessment || !tables) return null;
  const { round, counts } = assessment;
  const about = { roundId: round.id, round: textIn(round.name, language) };
  const hidden = !resultsShown(round);
  if (hidden || counts.unrated === counts.issues) return { ...about, scene: null, hidden };
  const state = { ...emptyState(), ...tables, workspace: await db.workspace.toArray() };
  const scene = matrixOfRound(state, round.id, language, { ...PICTURE, heading: false, lists: false });
  return { ...about, scene, hidden };
}

const service = {
  overview: (storeId: string, since: number | null, language: Language): Promise<Overview> =>
    readInWorker(storeId, async (db) => ({
      changes: await changesSince(db, since),
      matrix: await latestMatrix(db, language),
    })),
};
export type OverviewService = typeof service;

exposeService(service);
