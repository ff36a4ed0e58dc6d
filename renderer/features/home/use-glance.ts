import { dayOf } from '#shared/i18n/dates.ts';
import { ADVICE_STATUSES, type Advice, type AdviceStatus } from '#shared/model/advice.ts';
import type { LocalText } from '#shared/model/basics.ts';
import type { Decision } from '#shared/model/decision.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { FiscalYearConvention } from '#shared/model/workspace.ts';
import { chainOf, SETTLED_STATUSES, type YearChain, yearAtWork } from '#shared/overview/chain.ts';
import { type Agenda, agendaOf } from '#shared/overview/due.ts';
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

const OPEN_STATUSES = ADVICE_STATUSES.filter(
  (status) => !(SETTLED_STATUSES as readonly string[]).includes(status),
);

/** Live, by indexes: of dialogues and turns nothing is read but the latest dialogue. */
export function useGlance(): Glance | undefined {
  return useRows(readGlance, []);
}

async function readGlance(db: ReadDb): Promise<Glance> {
  const [workspace, latest, rounds, openAdvice, decisions, advised] = await Promise.all([
    db.workspace.toCollection().first(),
    db.dialogues.orderBy('fiscalYear').last(),
    db.rounds.toArray(),
    openAdviceIn(db),
    db.decisions.toArray(),
    db.advice.count(),
  ]);
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
  const { issues, themes } = await subjectsOf(db, decisions);
  const names = new Map([...issues, ...themes].map(({ id, name }) => [id, name]));
  const taken = steps.dialogues && steps.advice && steps.rounds;
  return {
    convention: workspace?.fiscalYear ?? null,
    chain,
    agenda: agendaOf(openAdvice, decisions, themes, dayOf(new Date().toISOString())),
    nameOf: ({ id }) => names.get(id),
    // A copy is made for coding or rating alone.
    steps: taken || workspace?.copy ? null : steps,
  };
}

/** One read a value, here and below: `anyOf` would step from row to row. */
async function openAdviceIn(db: ReadDb): Promise<Advice[]> {
  const read = (status: AdviceStatus) => db.advice.where('status').equals(status).toArray();
  return (await Promise.all(OPEN_STATUSES.map(read))).flat();
}

async function adviceIn(db: ReadDb, dialogueIds: readonly IdOf<'dialogues'>[]): Promise<number> {
  const count = (id: IdOf<'dialogues'>) => db.advice.where('dialogueId').equals(id).count();
  return (await Promise.all(dialogueIds.map(count))).reduce((sum, one) => sum + one, 0);
}

/** The issues and themes that were decided on, as far as they are still there. */
async function subjectsOf(db: ReadDb, decisions: readonly Decision[]) {
  const ids = (kind: 'issue' | 'theme') => [
    ...new Set(decisions.filter(({ subject }) => subject.kind === kind).map(({ subject }) => subject.id)),
  ];
  const [issues, themes] = await Promise.all([
    db.issues.bulkGet(ids('issue')),
    db.themes.bulkGet(ids('theme')),
  ]);
  return {
    issues: issues.filter((one) => one !== undefined),
    themes: themes.filter((one) => one !== undefined),
  };
}
