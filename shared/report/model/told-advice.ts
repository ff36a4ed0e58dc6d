import type { Disclosure } from '../../attribution/disclosure.ts';
import { attributionText } from '../../i18n/attribution.ts';
import { dateText } from '../../i18n/dates.ts';
import { type Language, type Translate, translator } from '../../i18n/index.ts';
import type { Advice } from '../../model/advice.ts';
import type { Attribution } from '../../model/attribution.ts';
import { type Id, textIn } from '../../model/basics.ts';
import type { Dialogue } from '../../model/dialogue.ts';
import type { IdOf } from '../../model/id.ts';
import { CATEGORIES, type Category, type Issue } from '../../model/issue.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import { type CommitmentItem, commitmentItems, type Happened, happenedTo } from './commitments.ts';
import { passageSource, saidAt } from './sources.ts';

export interface QuoteLine {
  readonly text: string;
  /** Who said it, in words, as far as it may be told. */
  readonly source: string;
  /** Where it stands in the record. */
  readonly passageId: IdOf<'passages'>;
}

export interface AdviceItem {
  readonly adviceId: IdOf<'advice'>;
  /** From 1, in the order of the document. */
  readonly number: number;
  readonly kind: Advice['kind'];
  readonly issueNames: readonly string[];
  /** In the office's own words; empty where it was not written, or may not be told. */
  readonly restatement: string;
  readonly quotes: readonly QuoteLine[];
  readonly addressee: string;
  readonly response: string;
  readonly commitments: readonly CommitmentItem[];
  /** Why nothing was promised though it was accepted; empty = something was, or nobody said. */
  readonly noCommitmentWhy: string;
  /** What was noted of the advice itself, e.g. what was told of it. */
  readonly happened: readonly Happened[];
  /** Who is to see to an answer, and by when. */
  readonly owner: string;
  /** Printed; empty = none. */
  readonly due: string;
  readonly status: Advice['status'];
}

export interface AdviceGroup {
  /** Null: advice that bears on no issue of the list. */
  readonly issueId: IdOf<'issues'> | null;
  readonly name: string;
  readonly category: Category | null;
  readonly advice: readonly AdviceItem[];
  /** Numbers of advice that bears on this issue too and is told under another one. */
  readonly also: readonly number[];
}

/** Advice that may be told, with the row it is of. */
export interface Told {
  readonly advice: Advice;
  readonly item: AdviceItem;
  /** The issue under which it is told; null = none. */
  readonly under: Id | null;
}

/**
 * Advice that may be told, numbered in the order of the document: by issue, then as it was said.
 * @param today the day by which a commitment is overdue; null = that is not told
 */
export function tellAdvice(
  state: WorkspaceState,
  dialogue: Dialogue,
  language: Language,
  disclosure: Disclosure,
  today: string | null = null,
): Told[] {
  const t = translator(language);
  const telling = { t, language, disclosure, today };
  const place = issuePlaces(state);
  const nameOf = new Map(state.issues.map((one) => [one.id, textIn(one.name, language)]));
  const said = passageOrder(state);
  const chosen = state.advice
    .filter((one) => one.dialogueId === dialogue.id)
    .map((advice) => {
      const issueIds = advice.issueIds
        .filter((id) => place.has(id))
        .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
      const words = advice.passageIds.map((id) => ({ id, said: disclosure.words(id) }));
      return {
        advice,
        issueIds,
        words,
        first: Math.min(...advice.passageIds.map((id) => said.get(id) ?? 0)),
      };
    })
    .filter(({ words }) => words.some(({ said }) => said !== 'off-record'))
    .sort(
      (a, b) =>
        (place.get(a.issueIds[0] ?? '') ?? Infinity) - (place.get(b.issueIds[0] ?? '') ?? Infinity) ||
        a.first - b.first ||
        (a.advice.id < b.advice.id ? -1 : 1),
    );
  return chosen.map(({ advice, issueIds, words }, index): Told => {
    const quotes = words.flatMap(({ id, said: one }): QuoteLine[] => {
      if (one === 'off-record') return [];
      const source = sourceText(t, one.attribution, one.narration);
      return [
        {
          text: one.text,
          source: one.corrected ? t('correct.report.corrected', { source }) : source,
          passageId: id,
        },
      ];
    });
    const office = (text: string) => disclosure.text(text.trim(), dialogue.id, advice.passageIds);
    return {
      advice,
      under: issueIds[0] ?? null,
      item: {
        adviceId: advice.id,
        number: index + 1,
        kind: advice.kind,
        issueNames: issueIds.map((id) => nameOf.get(id) ?? ''),
        // Where some of the words are off the record, the office's words may hold them: the quotes speak alone.
        restatement: words.some(({ said }) => said === 'off-record') ? '' : office(advice.restatement),
        quotes,
        addressee: office(advice.addressee),
        response: office(advice.response),
        commitments: commitmentItems(state, { to: 'advice', id: advice.id }, office, telling),
        noCommitmentWhy: office(advice.noCommitmentWhy),
        happened: happenedTo(state, 'advice', advice.id, office, telling),
        owner: office(advice.owner),
        due: advice.due ? dateText(advice.due, language) : '',
        status: advice.status,
      },
    };
  });
}

/** Who said it. Text that nobody is named for is told as the record's own, never as a participant's. */
function sourceText(t: Translate, attribution: Attribution, narration: boolean): string {
  return narration ? t('report.narration') : attributionText(t, attribution);
}

/** Advice by the first of its issues, in the order of the list of issues. */
export function groupByIssue(
  state: WorkspaceState,
  language: Language,
  told: readonly Told[],
): AdviceGroup[] {
  const place = issuePlaces(state);
  const issues = state.issues
    .filter((one) => told.some(({ advice }) => advice.issueIds.includes(one.id)))
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  const groups: AdviceGroup[] = issues.map((issue) => ({
    issueId: issue.id,
    name: textIn(issue.name, language),
    category: issue.category,
    advice: told.filter(({ under }) => under === issue.id).map(({ item }) => item),
    also: told
      .filter(({ under, advice }) => under !== issue.id && advice.issueIds.includes(issue.id))
      .map(({ item }) => item.number),
  }));
  const loose = told.filter(({ under }) => under === null).map(({ item }) => item);
  if (loose.length > 0) groups.push({ issueId: null, name: '', category: null, advice: loose, also: [] });
  return groups;
}

/** The passages behind advice as sources. @param about the dialogue that is told of */
export function adviceSources(
  state: WorkspaceState,
  advice: readonly AdviceItem[],
  about: IdOf<'dialogues'>,
  language: Language,
  disclosure: Disclosure,
): (readonly [string, string])[] {
  const told = { t: translator(language), language, disclosure };
  return advice.flatMap(({ quotes }) =>
    quotes.map(
      ({ passageId, source }) =>
        [saidAt(passageId), passageSource(state, passageId, source, about, told)] as const,
    ),
  );
}

/** Where each issue stands in the list: by category, then by its order there. */
export function issuePlaces(state: Pick<WorkspaceState, 'issues'>): Map<Id, number> {
  const sorted = [...state.issues].sort(
    (a, b) =>
      CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) ||
      a.order - b.order ||
      (a.id < b.id ? -1 : 1),
  );
  return new Map(sorted.map((issue: Issue, index) => [issue.id, index]));
}

/** Where each passage stands in its dialogue. */
function passageOrder(state: Pick<WorkspaceState, 'turns' | 'passages'>): Map<Id, number> {
  const turnOrder = new Map(state.turns.map((one) => [one.id, one.order]));
  const sorted = [...state.passages].sort(
    (a, b) =>
      (turnOrder.get(a.turnId) ?? 0) - (turnOrder.get(b.turnId) ?? 0) || a.start - b.start || a.end - b.end,
  );
  return new Map(sorted.map((one, index) => [one.id, index]));
}
