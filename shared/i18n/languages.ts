import { english } from './en/language.ts';
import { japanese } from './ja/language.ts';
import type { LanguageDefinition } from './language.ts';

/** The registry of the app's languages: one line a language. Their catalogs are in `index.ts`. */
export const LANGUAGES = {
  en: english,
  ja: japanese,
} as const satisfies Record<string, LanguageDefinition>;
export type Language = keyof typeof LANGUAGES;

/** Their ids, in the order in which they are offered. */
export const LANGUAGE_IDS = Object.keys(LANGUAGES) as Language[];

/** Whether the app speaks a language: rows can be in any. */
export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(LANGUAGES, tag);
}

/** The language for a computer that is set to a locale (`ja-JP`, `ja_JP.UTF-8`): its own, else English. */
export function languageOfLocale(locale: string): Language {
  const [code = ''] = locale.split(/[-_.@]/);
  return isLanguage(code) ? code : 'en';
}

/** The one that follows, in a circle. */
export function nextLanguage(language: Language): Language {
  return LANGUAGE_IDS[(LANGUAGE_IDS.indexOf(language) + 1) % LANGUAGE_IDS.length] ?? language;
}
