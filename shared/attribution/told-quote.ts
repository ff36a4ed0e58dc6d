import { attributionText } from '../i18n/attribution.ts';
import type { Translate } from '../i18n/index.ts';
import type { Id } from '../model/basics.ts';
import type { Dialogue } from '../model/dialogue.ts';
import type { Discretion } from './discretion.ts';
import { type Leak, type LeakChoices, leaksOfText, settledText } from './leak.ts';

/** Words of a turn with their source, for the clipboard; null = they may not be told, or were left out. */
export interface ToldQuote {
  readonly text: string | null;
  readonly leaks: readonly Leak[];
}

/**
 * Words that a person selected, as they may be passed on: “…” (who, dialogue, date).
 * @param place where in the turn they stand; passages that share words with it hold them as closely as themselves
 */
export function toldQuote(
  discretion: Discretion,
  dialogue: Pick<Dialogue, 'id' | 'title' | 'date'>,
  place: { readonly turnId: Id; readonly start: number; readonly end: number },
  words: string,
  t: Translate,
  choices: LeakChoices = {},
): ToldQuote {
  const spoken = discretion.stretch(place, words);
  if (spoken === 'off-record') return { text: null, leaks: [] };
  const passageIds = discretion.passagesAt(place);
  const names = discretion.names(spoken.text, dialogue.id, passageIds);
  const title = discretion.text(dialogue.title, dialogue.id);
  const titleNames = discretion.names(title, dialogue.id);
  const leaks = leaksOfText(spoken.text, names, {
    id: 'quote',
    place: 'quote',
    part: '',
    source: { kind: 'turn', dialogueId: dialogue.id, turnId: place.turnId },
  });
  const titleLeaks = leaksOfText(title, titleNames, {
    id: 'title',
    place: 'title',
    part: '',
    source: { kind: 'dialogue', dialogueId: dialogue.id },
  });
  const quote = settledText(spoken.text, names, leaks, choices, discretion.placeholder);
  const shownTitle = settledText(title, titleNames, titleLeaks, choices, discretion.placeholder);
  const who = spoken.narration ? t('report.narration') : attributionText(t, spoken.attribution);
  const source = [who, shownTitle, dialogue.date].filter(Boolean).join(', ');
  return {
    text: quote === null ? null : t('attribution.quote', { quote, source }),
    leaks: [...leaks, ...titleLeaks],
  };
}
