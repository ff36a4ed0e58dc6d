import type { Disclosure } from '../attribution/disclosure.ts';
import { type Leak, type LeakChoices, leaksOfText, settledText } from '../attribution/leak.ts';
import type { Translate } from '../i18n/index.ts';
import type { Advice } from '../model/advice.ts';
import { type Id, type LocalText, textIn } from '../model/basics.ts';
import type { Decision } from '../model/decision.ts';
import type { CalendarDay } from '../overview/calendar.ts';
import { type DueItem, dueKey } from '../overview/due.ts';

/** The name of what a decision is about; undefined = it is there no more. */
export type NameOf = (subject: Decision['subject']) => LocalText | undefined;

/** What something that is due is about, in the words of the office; empty = it has none. */
export function aboutDue(item: DueItem, nameOf: NameOf, language: string): string {
  if (item.kind === 'advice') return item.advice.restatement.trim();
  if (item.kind === 'commitment') return item.commitment.text;
  if ('source' in item) return textIn(item.source.title, language);
  if ('entry' in item) {
    const of = textIn(item.arrangement?.name, language);
    return [of, item.entry.text].filter(Boolean).join(' – ');
  }
  if ('arrangement' in item) return textIn(item.arrangement.name, language);
  const name = textIn(nameOf(item.decision.subject), language);
  const measure = item.kind === 'measure' ? textIn(item.decision.measure, language) : '';
  return [name, measure].filter(Boolean).join(' – ');
}

/** What is to be said beside what kind of thing is due. */
export interface DueChoice {
  readonly what: boolean;
  readonly owner: boolean;
}

/** What is needed to say it. */
export interface DueNames {
  readonly nameOf: NameOf;
  readonly adviceOf: (adviceId: Id) => Advice | undefined;
  readonly language: string;
}

/** Something that is due as it may be told; empty = not chosen, or not to be told. */
export interface DueTold {
  readonly item: DueItem;
  readonly what: string;
  readonly owner: string;
}

/**
 * What is due as it may leave the office: what was chosen, without the names that a policy holds back, and nothing of what
 * is off the record.
 * @returns with the names left in it that somebody has to decide about
 */
export function dueTold(
  items: readonly DueItem[],
  choice: DueChoice,
  { nameOf, adviceOf, language }: DueNames,
  disclosure: Disclosure,
  choices: LeakChoices = {},
): { readonly told: readonly DueTold[]; readonly leaks: readonly Leak[] } {
  const leaks: Leak[] = [];
  const told = items.map((item): DueTold => {
    const said = manner(item, adviceOf, disclosure);
    const tell = (field: string, written: string) => {
      if (said === 'off-record' || written === '') return '';
      const text = said.text(written);
      const names = said.names(text);
      const where = { id: `${dueKey(item)}.${field}`, place: 'text', part: '', source: null } as const;
      const found = leaksOfText(text, names, where);
      leaks.push(...found);
      return settledText(text, names, found, choices, disclosure.placeholder) ?? '';
    };
    return {
      item,
      what: choice.what ? tell('what', aboutDue(item, nameOf, language)) : '',
      owner: choice.owner ? tell('owner', item.owner) : '',
    };
  });
  return { told, leaks };
}

/** As days of a calendar. */
export function calendarDays(told: readonly DueTold[], t: Translate): CalendarDay[] {
  return told.map(({ item, what, owner }) => {
    const kind = t(`followUp.kind.${item.kind}`);
    return {
      key: dueKey(item),
      due: item.due,
      summary: what ? t('followUp.ics.about', { kind, about: what }) : t('followUp.ics.due', { kind }),
      description: owner ? t('followUp.ics.ownedBy', { owner }) : '',
    };
  });
}

/** How texts about an item are told: by the policy of the words that it rests on, where there are any. */
function manner(item: DueItem, adviceOf: DueNames['adviceOf'], disclosure: Disclosure) {
  const madeIn = item.kind === 'commitment' ? item.commitment.madeIn : null;
  const restsOn = 'entry' in item ? item.entry.passageId : null;
  const about = 'entry' in item ? item.entry.refs : madeIn ? [madeIn] : [];
  const adviceId = about.find(({ to }) => to === 'advice')?.id;
  const advice =
    item.kind === 'advice' ? item.advice : adviceId === undefined ? undefined : adviceOf(adviceId);
  const dialogueId: Id | undefined =
    advice?.dialogueId ?? about.find(({ to }) => to === 'dialogue')?.id ?? disclosure.dialogueOf(restsOn);
  if (dialogueId === undefined)
    return {
      text: (text: string) => disclosure.anywhere(text),
      names: (text: string) => disclosure.namesAnywhere(text),
    };
  const passageIds = advice?.passageIds ?? (restsOn === null ? [] : [restsOn]);
  if (disclosure.title(dialogueId) === null) return 'off-record';
  if (passageIds.some((id) => disclosure.policyOf(id) === 'off-record')) return 'off-record';
  return {
    text: (text: string) => disclosure.text(text, dialogueId, passageIds),
    names: (text: string) => disclosure.names(text, dialogueId, passageIds),
  };
}
