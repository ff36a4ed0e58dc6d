import { Disclosure } from '../../attribution/disclosure.ts';
import { dateText, fiscalYearLabel } from '../../i18n/dates.ts';
import { type Language, translator } from '../../i18n/index.ts';
import { type Attribution, attributionOf } from '../../model/attribution.ts';
import { type Id, textIn } from '../../model/basics.ts';
import { calledToday } from '../../model/called.ts';
import { activeCodings } from '../../model/coding.ts';
import type { AttributionPolicy, Dialogue, Participant, Voice } from '../../model/dialogue.ts';
import type { IdOf } from '../../model/id.ts';
import type { Category } from '../../model/issue.ts';
import type { PersonKind } from '../../model/person.ts';
import { ProblemError } from '../../model/problem.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import type { Omission, SourceId } from '../document.ts';
import {
  activitiesBetween,
  type Discussed,
  dialogueBefore,
  discussedOf,
  type SinceLast,
} from './discussed.ts';
import { omissionsOf } from './omissions.ts';
import { dialogueName, issueSources } from './sources.ts';
import {
  type AdviceGroup,
  type AdviceItem,
  adviceSources,
  groupByIssue,
  issuePlaces,
  tellAdvice,
} from './told-advice.ts';

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
  /** Advice by theme, each piece once. */
  readonly discussed: readonly Discussed[];
  /** Null = there is no earlier dialogue, or nothing is known to have come of it. */
  readonly since: SinceLast | null;
  readonly sources: ReadonlyMap<SourceId, string>;
  /** Of which record sources speak that name no dialogue. */
  readonly sourcesNote: string;
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
  const advice = told.map((one) => one.item);
  const since = closed ? null : sinceLast(state, dialogue, language, disclosure);
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
    discussed: discussedOf(state, told, language),
    since,
    sourcesNote: closed
      ? ''
      : t('report.sources.own', {
          date: dialogue.date ? dateText(dialogue.date, language) : '',
          dated: dialogue.date ? 'yes' : 'no',
        }),
    sources: new Map([
      ...adviceSources(state, [...advice, ...(since?.advice ?? [])], dialogueId, language, disclosure),
      ...(closed
        ? []
        : issueSources(
            state,
            [dialogueId],
            { t, language, disclosure },
            { external: false, about: dialogueId },
          )),
    ]),
    advice,
    quoteCount: quotes.length,
    sourceNote: office(dialogue.sourceNote),
    notice: textIn(workspace?.notice, language),
    omissions: omissionsOf(state, dialogue, participants, disclosure),
  };
}

function sinceLast(
  state: WorkspaceState,
  dialogue: Dialogue,
  language: Language,
  disclosure: Disclosure,
): SinceLast | null {
  const before = dialogueBefore(state.dialogues, dialogue);
  if (!before) return null;
  const advice = tellAdvice(state, before, language, disclosure)
    .map(({ item }) => item)
    .filter(({ response, commitments, status }) => response || commitments.length > 0 || status === 'done');
  const activities = activitiesBetween(state, before.fiscalYear, dialogue.fiscalYear, {
    language,
    disclosure,
  });
  if (advice.length === 0 && activities.length === 0) return null;
  const told = { t: translator(language), language, disclosure };
  return { dialogue: dialogueName(state, before.id, told), advice, activities };
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
