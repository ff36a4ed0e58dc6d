import type { Disclosure } from '../../attribution/disclosure.ts';
import { dateText } from '../../i18n/dates.ts';
import type { Language, Translate } from '../../i18n/index.ts';
import { textIn } from '../../model/basics.ts';
import type { Commitment } from '../../model/commitment.ts';
import { commitmentDue } from '../../model/commitment.ts';
import { type Entry, isAbout } from '../../model/entry.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import { dialogueName } from './sources.ts';

/** What is read of commitments and what became of them. */
export type CommitmentTables = Pick<
  WorkspaceState,
  'commitments' | 'entries' | 'indicators' | 'passages' | 'dialogues'
>;

/** Something that happened, as it may be told. */
export interface Happened {
  readonly kind: Entry['kind'];
  /** Printed; empty = it is not known when. */
  readonly when: string;
  /** Of what was told the dialogue in which it was. */
  readonly text: string;
}

/** A commitment as a report tells it. */
export interface CommitmentItem {
  readonly text: string;
  readonly owner: string;
  /** Printed; empty = none. */
  readonly due: string;
  readonly overdue: boolean;
  readonly status: Commitment['status'];
  readonly why: string;
  /** The indicator it is measured by, and its name; null and empty = none. */
  readonly indicatorId: Commitment['measuredBy'];
  readonly measuredBy: string;
  readonly happened: readonly Happened[];
}

interface Telling {
  readonly t: Translate;
  readonly language: Language;
  readonly disclosure: Disclosure;
  /** The day on which the report is written, by which something is overdue; null = that is not told. */
  readonly today: string | null;
}

/**
 * What was promised in answer to advice, or in a dialogue, and what became of it, as it may be told.
 * @param office how texts about it are told
 */
export function commitmentItems(
  state: CommitmentTables,
  { to, id }: Commitment['madeIn'],
  office: (text: string) => string,
  telling: Telling,
): CommitmentItem[] {
  const { language, today } = telling;
  return state.commitments
    .filter(({ madeIn }) => madeIn.to === to && madeIn.id === id)
    .sort(byDue)
    .map((one) => ({
      text: office(one.text),
      owner: office(one.owner),
      due: one.due ? dateText(one.due, language) : '',
      overdue: today !== null && commitmentDue(one, today) === 'overdue',
      status: one.status,
      why: office(one.why),
      indicatorId: one.measuredBy,
      measuredBy: textIn(state.indicators.find(({ id }) => id === one.measuredBy)?.name, language),
      happened: happenedTo(state, 'commitment', one.id, office, telling),
    }));
}

/** What was noted of a commitment or of advice, the earliest first; what was told off the record is not told. */
export function happenedTo(
  state: Pick<CommitmentTables, 'entries' | 'passages' | 'dialogues'>,
  to: 'commitment' | 'advice',
  id: string,
  office: (text: string) => string,
  telling: Telling,
): Happened[] {
  return state.entries
    .filter((one) => isAbout(one, to, id))
    .sort((a, b) => (a.when ?? '').localeCompare(b.when ?? '') || (a.id < b.id ? -1 : 1))
    .flatMap((entry): Happened[] => {
      const when = entry.when ? dateText(entry.when, telling.language) : '';
      if (entry.kind !== 'told') return [{ kind: entry.kind, when, text: office(entry.text) }];
      const passage = state.passages.find((one) => one.id === entry.passageId);
      if (!passage || telling.disclosure.policyOf(passage.id) === 'off-record') return [];
      return [{ kind: 'told', when: '', text: dialogueName(state, passage.dialogueId, telling) }];
    });
}

function byDue(a: Commitment, b: Commitment): number {
  return (a.due ?? '9').localeCompare(b.due ?? '9') || (a.id < b.id ? -1 : 1);
}
