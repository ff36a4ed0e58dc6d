import { Disclosure } from '../../attribution/disclosure.ts';
import { attributionText } from '../../i18n/attribution.ts';
import { dateText, fiscalYearLabel } from '../../i18n/dates.ts';
import { type Language, type Translate, translator } from '../../i18n/index.ts';
import type { Advice } from '../../model/advice.ts';
import { type Attribution, attributionOf } from '../../model/attribution.ts';
import { type Id, textIn } from '../../model/basics.ts';
import { calledToday } from '../../model/called.ts';
import { activeCodings } from '../../model/coding.ts';
import type { AttributionPolicy, Dialogue, Participant, Voice } from '../../model/dialogue.ts';
import type { IdOf } from '../../model/id.ts';
import { CATEGORIES, type Category, type Issue } from '../../model/issue.ts';
import type { PersonKind } from '../../model/person.ts';
import { ProblemError } from '../../model/problem.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import type { Omission } from '../document.ts';
import { omissionsOf } from './omissions.ts';

/** Participants as they may be listed; those who may not be told apart stand together with their number. */
export interface ParticipantLine {
  readonly count: number;
  /** Empty where the policy does not let it be told. */
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
  /** Null where not even the role may be told. */
  readonly kind: PersonKind | null;
  readonly voice: Voice | null;
  readonly external: boolean;
}

export interface QuoteLine {
  readonly text: string;
  /** Who said it, in words, as far as it may be told. */
  readonly source: string;
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
  readonly commitment: string;
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

export interface IssueRaised {
  readonly issueId: IdOf<'issues'>;
  readonly name: string;
  readonly category: Category;
  /** Passages that were coded to the issue or stand behind advice on it; off-record ones are not counted. */
  readonly passages: number;
  readonly advice: number;
}

/** What a dialogue's summary says, in one language and within the attribution policy. */
export interface DialogueSummary {
  readonly language: Language;
  readonly dialogueId: IdOf<'dialogues'>;
  readonly workspaceName: string;
  readonly company: string;
  readonly title: string;
  /** Printed; empty = not known. */
  readonly date: string;
  readonly place: string;
  readonly form: Dialogue['form'];
  readonly fiscalYear: string;
  readonly policy: AttributionPolicy;
  readonly participants: readonly ParticipantLine[];
  readonly participantCount: { readonly external: number; readonly internal: number };
  readonly noRightsholder: boolean;
  readonly summary: string;
  readonly headings: readonly string[];
  readonly themes: readonly { readonly name: string; readonly issueNames: readonly string[] }[];
  readonly issues: readonly IssueRaised[];
  readonly groups: readonly AdviceGroup[];
  readonly advice: readonly AdviceItem[];
  readonly quoteCount: number;
  /** Where the text comes from and how it relates to what was said, in the office's words. */
  readonly sourceNote: string;
  readonly notice: string;
  readonly omissions: readonly Omission[];
}

/**
 * What may be handed on about a dialogue. Who said what is told through the attribution policy alone: off-record words,
 * and the office's restatement of them, are not in it (UNGP 21).
 * @param dialogueId a dialogue of the state
 * @throws ProblemError `row-missing`
 */
export function dialogueSummary(
  state: WorkspaceState,
  dialogueId: IdOf<'dialogues'>,
  language: Language,
): DialogueSummary {
  const dialogue = state.dialogues.find((one) => one.id === dialogueId);
  if (!dialogue) throw new ProblemError('row-missing', { table: 'dialogues', id: dialogueId });
  const t = translator(language);
  const disclosure = new Disclosure(state, t('report.withheldName'), language);
  const workspace = state.workspace[0];
  const participants = state.participants
    .filter((one) => one.dialogueId === dialogueId)
    .sort((a, b) => a.order - b.order);
  const lines = participantLines(dialogue, calledToday(participants, state.persons, language));
  const closed = dialogue.attribution === 'off-record';

  const told = closed ? [] : tellAdvice(state, dialogue, language, disclosure);
  const issues = closed ? [] : issuesRaised(state, dialogueId, language, disclosure);
  const external = participants.filter((one) => one.external);
  const workspaceName = textIn(workspace?.name, language);
  const office = (text: string) => disclosure.text(text.trim(), dialogueId);
  const quotes = told.flatMap((one) => one.item.quotes);
  return {
    language,
    dialogueId,
    workspaceName,
    company: textIn(workspace?.company, language),
    title: office(dialogue.title),
    date: dialogue.date ? dateText(dialogue.date, language) : '',
    place: office(dialogue.place),
    form: dialogue.form,
    fiscalYear: workspace
      ? fiscalYearLabel(dialogue.fiscalYear, workspace.fiscalYear, language)
      : String(dialogue.fiscalYear),
    policy: dialogue.attribution,
    participants: lines,
    participantCount: { external: external.length, internal: participants.length - external.length },
    noRightsholder:
      external.length > 0 &&
      !external.some((one) => one.voice === 'rightsholder' || one.voice === 'representative'),
    summary: closed ? '' : office(dialogue.summary),
    headings: closed ? [] : headingsOf(state, dialogueId).map(office),
    themes: themesTouched(state, language, issues),
    issues,
    groups: groupByIssue(state, language, told),
    advice: told.map((one) => one.item),
    quoteCount: quotes.length,
    sourceNote: office(dialogue.sourceNote),
    notice: textIn(workspace?.notice, language),
    omissions: omissionsOf(state, dialogue, participants, disclosure),
  };
}

function participantLines(dialogue: Dialogue, participants: readonly Participant[]): ParticipantLine[] {
  const lines = new Map<string, ParticipantLine>();
  for (const one of participants) {
    const shown = lineOf(one, attributionOf(dialogue, one));
    // Two named people are two people even if they share a name.
    const key = shown.name === '' ? JSON.stringify(shown) : one.id;
    const before = lines.get(key);
    lines.set(key, before ? { ...before, count: before.count + 1 } : shown);
  }
  return [...lines.values()];
}

function lineOf(participant: Participant, attribution: Attribution): ParticipantLine {
  const bare = { count: 1, name: '', title: '', organisation: '', external: participant.external };
  switch (attribution.policy) {
    case 'named':
      return {
        ...bare,
        name: attribution.name,
        title: attribution.title,
        organisation: attribution.organisation,
        kind: participant.kind,
        voice: participant.voice,
      };
    case 'affiliation':
      return {
        ...bare,
        organisation: attribution.organisation,
        kind: participant.kind,
        voice: participant.voice,
      };
    case 'role':
      return { ...bare, kind: attribution.kind, voice: participant.voice };
    case 'unattributed':
    case 'off-record':
      return { ...bare, kind: null, voice: null };
  }
}

interface Told {
  readonly advice: Advice;
  readonly item: AdviceItem;
  /** The issue under which it is told; null = none. */
  readonly under: Id | null;
}

/** Advice that may be told, numbered in the order of the document: by issue, then as it was said. */
function tellAdvice(
  state: WorkspaceState,
  dialogue: Dialogue,
  language: Language,
  disclosure: Disclosure,
): Told[] {
  const t = translator(language);
  const place = issuePlaces(state);
  const nameOf = new Map(state.issues.map((one) => [one.id, textIn(one.name, language)]));
  const said = passageOrder(state);
  const chosen = state.advice
    .filter((one) => one.dialogueId === dialogue.id)
    .map((advice) => {
      const issueIds = advice.issueIds
        .filter((id) => place.has(id))
        .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
      const words = advice.passageIds.map((id) => disclosure.words(id));
      return {
        advice,
        issueIds,
        words,
        first: Math.min(...advice.passageIds.map((id) => said.get(id) ?? 0)),
      };
    })
    .filter(({ words }) => words.some((one) => one !== 'off-record'))
    .sort(
      (a, b) =>
        (place.get(a.issueIds[0] ?? '') ?? Infinity) - (place.get(b.issueIds[0] ?? '') ?? Infinity) ||
        a.first - b.first ||
        (a.advice.id < b.advice.id ? -1 : 1),
    );
  return chosen.map(({ advice, issueIds, words }, index): Told => {
    const quotes = words
      .filter((one) => one !== 'off-record')
      .map((one) => {
        const source = sourceText(t, one.attribution, one.narration);
        return {
          text: one.text,
          source: one.corrected ? t('correct.report.corrected', { source }) : source,
        };
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
        restatement: words.includes('off-record') ? '' : office(advice.restatement),
        quotes,
        addressee: office(advice.addressee),
        response: office(advice.response),
        commitment: office(advice.commitment),
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

function groupByIssue(state: WorkspaceState, language: Language, told: readonly Told[]): AdviceGroup[] {
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

function issuesRaised(
  state: WorkspaceState,
  dialogueId: IdOf<'dialogues'>,
  language: Language,
  disclosure: Disclosure,
): IssueRaised[] {
  const passages = new Map<Id, Set<Id>>();
  const advice = new Map<Id, number>();
  const note = (issueId: IdOf<'issues'>, passageId: IdOf<'passages'>) => {
    if (disclosure.policyOf(passageId) === 'off-record') return;
    const set = passages.get(issueId) ?? new Set();
    passages.set(issueId, set.add(passageId));
  };
  for (const one of activeCodings(state.codings))
    if (one.dialogueId === dialogueId) note(one.issueId, one.passageId);
  for (const one of state.advice) {
    if (one.dialogueId !== dialogueId) continue;
    const tellable = one.passageIds.some((id) => disclosure.policyOf(id) !== 'off-record');
    for (const issueId of new Set(one.issueIds)) {
      for (const passageId of one.passageIds) note(issueId, passageId);
      if (tellable) advice.set(issueId, (advice.get(issueId) ?? 0) + 1);
    }
  }
  const place = issuePlaces(state);
  return state.issues
    .filter((one) => passages.has(one.id))
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    .map((issue) => ({
      issueId: issue.id,
      name: textIn(issue.name, language),
      category: issue.category,
      passages: passages.get(issue.id)?.size ?? 0,
      advice: advice.get(issue.id) ?? 0,
    }));
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

function headingsOf(state: Pick<WorkspaceState, 'turns'>, dialogueId: IdOf<'dialogues'>): string[] {
  const turns = state.turns.filter((one) => one.dialogueId === dialogueId).sort((a, b) => a.order - b.order);
  return [...new Set(turns.flatMap((one) => (one.heading?.trim() ? [one.heading.trim()] : [])))];
}

function themesTouched(state: WorkspaceState, language: Language, issues: readonly IssueRaised[]) {
  return [...state.themes]
    .sort((a, b) => a.order - b.order)
    .map((theme) => ({
      name: textIn(theme.name, language),
      issueNames: issues.filter((one) => theme.issueIds.includes(one.issueId)).map((one) => one.name),
    }))
    .filter((theme) => theme.issueNames.length > 0);
}
