import type { LocalText } from '#shared/model/basics.ts';
import type { Decision } from '#shared/model/decision.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { FiscalYearConvention } from '#shared/model/workspace.ts';
import { chainOf, type YearChain, yearAtWork } from '#shared/overview/chain.ts';
import type { Agenda } from '#shared/overview/due.ts';
import { readAgenda } from '../../store/agenda.ts';
import type { ReadDb } from '../../store/database.ts';
import { useRows } from '../../store/index.ts';

/** Which of the first steps were taken, and where the second one leads. */
export interface Steps {
  readonly dialogues: boolean;
  readonly advice: boolean;
  readonly rounds: boolean;
  /** Null = there is none yet. */
  readonly latestDialogue: IdOf<'dialogues'> | null;
}

/** What Home shows first. */
export interface Glance {
  readonly convention: FiscalYearConvention | null;
  /** Null = there is neither a dialogue nor a round. */
  readonly chain: YearChain | null;
  readonly agenda: Agenda;
  readonly nameOf: (subject: Decision['subject']) => LocalText | undefined;
  /** Null = all were taken, or they are not for this workspace. */
  readonly steps: Steps | null;
}

/** Live, by indexes: of dialogues and turns nothing is read but the latest dialogue. */
export function useGlance(): Glance | undefined {
  return useRows(readGlance, []);
}

async function readGlance(db: ReadDb): Promise<Glance> {
  const [workspace, latest, rounds, advised, known] = await Promise.all([
    db.workspace.toCollection().first(),
    db.dialogues.orderBy('fiscalYear').last(),
    db.rounds.toArray(),
    db.advice.count(),
    readAgenda(db),
  ]);
  const { openAdvice, decisions, agenda, nameOf } = known;
  const year = yearAtWork([...rounds, ...(latest ? [latest] : [])].map(({ fiscalYear }) => fiscalYear));
  const dialogueIds = year === null ? [] : await db.dialogues.where('fiscalYear').equals(year).primaryKeys();
  const chain =
    year === null
      ? null
      : chainOf({
          year,
          dialogueIds: new Set(dialogueIds),
          advice: await adviceIn(db, dialogueIds),
          openAdvice,
          rounds,
          decisionsOf: (roundId) => decisions.filter((one) => one.roundId === roundId).length,
        });
  const steps: Steps = {
    dialogues: latest !== undefined,
    advice: advised > 0,
    rounds: rounds.length > 0,
    latestDialogue: latest?.id ?? null,
  };
  const taken = steps.dialogues && steps.advice && steps.rounds;
  return {
    convention: workspace?.fiscalYear ?? null,
    chain,
    agenda,
    nameOf,
    // A copy is made for coding or rating alone.
    steps: taken || workspace?.copy ? null : steps,
  };
}

/** One read a value: `anyOf` would step from row to row. */
async function adviceIn(db: ReadDb, dialogueIds: readonly IdOf<'dialogues'>[]): Promise<number> {
  const count = (id: IdOf<'dialogues'>) => db.advice.where('dialogueId').equals(id).count();
  return (await Promise.all(dialogueIds.map(count))).reduce((sum, one) => sum + one, 0);
}
