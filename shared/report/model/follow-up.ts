import { Disclosure } from '../../attribution/disclosure.ts';
import { dateText } from '../../i18n/dates.ts';
import { type Language, translator } from '../../i18n/index.ts';
import { type Id, textIn } from '../../model/basics.ts';
import { ProblemError } from '../../model/problem.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import { fiscalYearOf } from '../../model/workspace.ts';
import type { Omission, SourceId } from '../document.ts';
import { type CommitmentItem, commitmentItems } from './commitments.ts';
import { type MeasuredRow, measuredRows } from './measured-rows.ts';
import { omissionsOf } from './omissions.ts';
import { type AdviceItem, tellAdvice } from './told-advice.ts';
import { YearWords } from './year-words.ts';

/** What became of a dialogue, in one language and within the attribution policy: for those who meet again. */
export interface FollowUpSummary {
  readonly workspaceName: string;
  readonly company: string;
  readonly title: string;
  /** Printed; empty = not known. */
  readonly date: string;
  /** The day by which something is overdue, printed. */
  readonly today: string;
  readonly advice: readonly AdviceItem[];
  /** Promised in the dialogue itself, in answer to no advice. */
  readonly promised: readonly CommitmentItem[];
  /** By what it can be seen what became of it. */
  readonly measured: readonly MeasuredRow[];
  /** What the figures are cited from, in words. */
  readonly sources: ReadonlyMap<SourceId, string>;
  readonly notice: string;
  readonly omissions: readonly Omission[];
}

/**
 * What became of a dialogue as it may be handed to those who took part in it.
 * @param today the day on which it is written
 * @throws ProblemError `row-missing`
 */
export function followUpSummary(
  state: WorkspaceState,
  dialogueId: Id,
  language: Language,
  today: string,
): FollowUpSummary {
  const dialogue = state.dialogues.find(({ id }) => id === dialogueId);
  if (!dialogue) throw new ProblemError('row-missing', { table: 'dialogues', id: dialogueId });
  const t = translator(language);
  const disclosure = new Disclosure(state, t('report.withheldName'), language);
  const [workspace] = state.workspace;
  const office = (text: string) => disclosure.text(text.trim(), dialogueId);
  const closed = dialogue.attribution === 'off-record';
  const told = closed ? [] : tellAdvice(state, dialogue, language, disclosure, today);
  const telling = { t, language, disclosure, today };
  const promised = closed ? [] : commitmentItems(state, { to: 'dialogue', id: dialogueId }, office, telling);
  const year = workspace ? fiscalYearOf(today, workspace.fiscalYear) : Number(today.slice(0, 4));
  const words = new YearWords(state, year, language);
  return {
    workspaceName: textIn(workspace?.name, language),
    company: textIn(workspace?.company, language),
    title: office(dialogue.title),
    date: dialogue.date ? dateText(dialogue.date, language) : '',
    today: dateText(today, language),
    advice: told.map(({ item }) => item),
    promised,
    measured: measuredRows(state, { advice: told, promised }, words),
    sources: words.sources.texts,
    notice: textIn(workspace?.notice, language),
    omissions: omissionsOf(
      state,
      dialogue,
      state.participants.filter((one) => one.dialogueId === dialogueId),
      disclosure,
    ),
  };
}

/** Every commitment that a summary tells of. */
export function commitmentsIn({ advice, promised }: FollowUpSummary): CommitmentItem[] {
  return [...advice.flatMap(({ commitments }) => commitments), ...promised];
}
