import { ADVICE_STATUSES, type Advice, type AdviceStatus } from '#shared/model/advice.ts';
import type { LocalText } from '#shared/model/basics.ts';
import type { Decision } from '#shared/model/decision.ts';
import { SETTLED_STATUSES } from '#shared/overview/chain.ts';
import { type Agenda, agendaOf } from '#shared/overview/due.ts';
import { today } from '../platform/today.ts';
import type { ReadDb } from './database.ts';

/** What is due, with what is needed to name it. */
export interface KnownAgenda {
  readonly agenda: Agenda;
  readonly nameOf: (subject: Decision['subject']) => LocalText | undefined;
  /** What is neither done nor declined. */
  readonly openAdvice: readonly Advice[];
  readonly decisions: readonly Decision[];
}

const OPEN_STATUSES = ADVICE_STATUSES.filter(
  (status) => !(SETTLED_STATUSES as readonly string[]).includes(status),
);

/** What is due on this day, by indexes. */
export async function readAgenda(db: ReadDb): Promise<KnownAgenda> {
  const [openAdvice, commitments, decisions, arrangements, entries, sources, workspace] = await Promise.all([
    openAdviceIn(db),
    db.commitments.toArray(),
    db.decisions.toArray(),
    db.arrangements.toArray(),
    db.entries.toArray(),
    db.sources.toArray(),
    db.workspace.toCollection().first(),
  ]);
  const { issues, themes } = await subjectsOf(db, decisions);
  const names = new Map([...issues, ...themes].map(({ id, name }) => [id, name]));
  return {
    agenda: agendaOf(
      { advice: openAdvice, commitments, decisions, themes, arrangements, entries, sources },
      today(),
      workspace?.fiscalYear.firstMonth ?? 1,
    ),
    nameOf: ({ id }) => names.get(id),
    openAdvice,
    decisions,
  };
}

/** One read a value: `anyOf` would step from row to row. */
async function openAdviceIn(db: ReadDb): Promise<Advice[]> {
  const read = (status: AdviceStatus) => db.advice.where('status').equals(status).toArray();
  return (await Promise.all(OPEN_STATUSES.map(read))).flat();
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
