import type { Disclosure } from '../attribution/disclosure.ts';
import { type Leak, type LeakChoices, leaksOfText, settledText } from '../attribution/leak.ts';
import type { Translate } from '../i18n/index.ts';
import type { Advice } from '../model/advice.ts';
import type { Id } from '../model/basics.ts';
import type { CalendarDay } from '../overview/calendar.ts';
import { type DueItem, dueKey } from '../overview/due.ts';

/** What a calendar is to say beside what kind of thing is due. */
export interface CalendarChoice {
  readonly what: boolean;
  readonly owner: boolean;
}

/** What is needed to say it. */
export interface CalendarWords {
  readonly t: Translate;
  /** What an item is about, in the words of the office; empty = it has none. */
  readonly about: (item: DueItem) => string;
  readonly adviceOf: (adviceId: Id) => Advice | undefined;
}

/**
 * What is due as days of a calendar, which is often seen by others: it says what a person chose, without the names that a
 * policy holds back, and nothing of what is off the record.
 * @returns with the names left in it that somebody has to decide about
 */
export function redactedDays(
  items: readonly DueItem[],
  choice: CalendarChoice,
  { t, about, adviceOf }: CalendarWords,
  disclosure: Disclosure,
  choices: LeakChoices = {},
): { readonly days: CalendarDay[]; readonly leaks: Leak[] } {
  const leaks: Leak[] = [];
  const days = items.map((item): CalendarDay => {
    const key = dueKey(item);
    const kind = t(`followUp.kind.${item.kind}`);
    const tell = (field: string, text: string) => {
      const said = teller(item, adviceOf, disclosure);
      const plain = said.closed ? '' : said.text(text);
      const names = said.names(plain);
      const found = leaksOfText(plain, names, {
        id: `${key}.${field}`,
        place: 'text',
        part: '',
        source: null,
      });
      leaks.push(...found);
      return settledText(plain, names, found, choices, disclosure.placeholder) ?? '';
    };
    const what = choice.what ? tell('about', about(item)) : '';
    const owner = choice.owner && item.owner ? tell('owner', item.owner) : '';
    return {
      key,
      due: item.due,
      summary: what ? t('followUp.ics.about', { kind, about: what }) : t('followUp.ics.due', { kind }),
      description: owner ? t('followUp.ics.ownedBy', { owner }) : '',
    };
  });
  return { days, leaks };
}

/** How texts about an item are told: by the policy of the words that it rests on, where there are any. */
function teller(item: DueItem, adviceOf: CalendarWords['adviceOf'], disclosure: Disclosure) {
  const advice =
    item.kind === 'advice'
      ? item.advice
      : item.kind === 'commitment' && item.commitment.madeIn.to === 'advice'
        ? adviceOf(item.commitment.madeIn.id)
        : undefined;
  const dialogueId: Id | null =
    advice?.dialogueId ??
    (item.kind === 'commitment' && item.commitment.madeIn.to === 'dialogue'
      ? item.commitment.madeIn.id
      : null);
  if (dialogueId === null)
    return {
      closed: false,
      text: (text: string) => disclosure.anywhere(text),
      names: (text: string) => disclosure.namesAnywhere(text),
    };
  const passageIds = advice?.passageIds ?? [];
  return {
    closed:
      disclosure.title(dialogueId) === null ||
      passageIds.some((id) => disclosure.policyOf(id) === 'off-record'),
    text: (text: string) => disclosure.text(text, dialogueId, passageIds),
    names: (text: string) => disclosure.names(text, dialogueId, passageIds),
  };
}
