import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { dateText, dayOf } from '#shared/i18n/dates.ts';
import { type Language, type Translate, translator } from '#shared/i18n/index.ts';
import { type LocalText, type PartialDate, textIn } from '#shared/model/basics.ts';

interface Speech {
  readonly language: Language;
  readonly t: Translate;
  /** A person's own text in the language of the interface, or the nearest there is. */
  readonly local: (text: LocalText | undefined) => string;
  /** A date, or the day of an instant, as it is written in the language; empty for none. */
  readonly day: (date: PartialDate | null | undefined) => string;
}

const SpeechContext = createContext<Speech | null>(null);

export function SpeechProvider({ language, children }: { language: Language; children: ReactNode }) {
  const speech = useMemo<Speech>(
    () => ({
      language,
      t: translator(language),
      local: (text) => textIn(text, language),
      day: (date) => (date ? dateText(date.includes('T') ? dayOf(date) : date, language) : ''),
    }),
    [language],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** The language of the interface and its translator; every view reads its words from here. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('useSpeech outside SpeechProvider');
  return speech;
}
