import { escapeUTF8 } from 'entities';
import type { TurnRange } from '../anchor/text-range.ts';
import { attributionText } from '../i18n/attribution.ts';
import type { Translate } from '../i18n/index.ts';
import type { Dialogue } from '../model/dialogue.ts';
import type { Disclosure } from './disclosure.ts';
import { type Leak, type LeakChoices, leaksOfText, settledText } from './leak.ts';

/** The same words and source in the two ways in which programs paste. */
export interface QuoteToCopy {
  readonly text: string;
  /** For e-mail and Word: a quotation, and below it its source. */
  readonly html: string;
}

/** Words of a turn with their source, for the clipboard; null = they may not be told, or were left out. */
export interface RedactedQuote {
  readonly told: QuoteToCopy | null;
  readonly leaks: readonly Leak[];
}

/**
 * Words that a person selected, as they may be passed on: “…” (who, dialogue, date).
 * @param range where in the turn they are; the policy of a passage that shares words with it applies to all of them
 */
export function redactedQuote(
  disclosure: Disclosure,
  dialogue: Pick<Dialogue, 'id' | 'title' | 'date'>,
  range: TurnRange,
  words: string,
  t: Translate,
  choices: LeakChoices = {},
): RedactedQuote {
  const spoken = disclosure.wordsAt(range, words);
  if (spoken === 'off-record') return { told: null, leaks: [] };
  const passageIds = disclosure.passagesAt(range);
  const names = disclosure.names(spoken.text, dialogue.id, passageIds);
  const title = disclosure.text(dialogue.title, dialogue.id);
  const titleNames = disclosure.names(title, dialogue.id);
  const leaks = leaksOfText(spoken.text, names, {
    id: 'quote',
    place: 'quote',
    part: '',
    source: { kind: 'turn', dialogueId: dialogue.id, turnId: range.turnId },
  });
  const titleLeaks = leaksOfText(title, titleNames, {
    id: 'title',
    place: 'title',
    part: '',
    source: { kind: 'dialogue', dialogueId: dialogue.id },
  });
  const quote = settledText(spoken.text, names, leaks, choices, disclosure.placeholder);
  const shownTitle = settledText(title, titleNames, titleLeaks, choices, disclosure.placeholder);
  const who = spoken.narration ? t('report.narration') : attributionText(t, spoken.attribution);
  const source = [who, shownTitle, dialogue.date].filter(Boolean).join(', ');
  return {
    told:
      quote === null
        ? null
        : { text: t('attribution.quote', { quote, source }), html: htmlOf(quote, source) },
    leaks: [...leaks, ...titleLeaks],
  };
}

function htmlOf(quote: string, source: string): string {
  const words = escapeUTF8(quote).replaceAll('\n', '<br>');
  return `<blockquote><p>${words}</p></blockquote><p>– ${escapeUTF8(source)}</p>`;
}
