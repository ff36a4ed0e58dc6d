import { IntlMessageFormat } from 'intl-messageformat';
import { textIn } from '../model/basics.ts';
import type { Param, Problem } from '../model/problem.ts';
import { en } from './en/index.ts';
import { ja } from './ja/index.ts';
import type { Language } from './languages.ts';

export type MessageKey = keyof typeof en;
/** What follows a prefix in the keys: what has words in the catalogs, e.g. the problems of `error.`. */
export type KeyAfter<Prefix extends string, Key = MessageKey> = Key extends `${Prefix}${infer Rest}`
  ? Rest
  : never;
export type Catalog = Readonly<Record<MessageKey, string>>;

export { LANGUAGE_IDS, LANGUAGES, type Language } from './languages.ts';

/** The catalogs: one line a language, whose definition is in `languages.ts`. */
export const CATALOGS: Readonly<Record<Language, Catalog>> = { en, ja };

/** What fills a sentence's gaps; words that there are by language are told in the language of the sentence. */
export type MessageParams = Readonly<Record<string, Param>>;

/** Turns a key and what fills its gaps into a sentence; messages are ICU MessageFormat. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

const compiled = new Map<string, IntlMessageFormat>();
/** What means something in a message; one without any of it is its own text. */
const SYNTAX = /[{}<']/;

/** The translator of a language. Pure: the same key and parameters always give the same text. */
export function translator(language: Language): Translate {
  const catalog = CATALOGS[language];
  return (key, params) => {
    // A key that a view of another version asks for is shown as it is: words that lack must not blank the window.
    const text = catalog[key] ?? key;
    // Most messages are plain, and a formatter for each is a large part of what the first screen costs.
    if (!SYNTAX.test(text)) return text;
    const id = `${language}:${key}`;
    let message = compiled.get(id);
    if (!message) {
      message = new IntlMessageFormat(text, language);
      compiled.set(id, message);
    }
    return String(message.format(params && plainParams(params, language)));
  };
}

function plainParams(params: MessageParams, language: Language): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([gap, value]) => [
      gap,
      typeof value === 'object' ? textIn(value, language) : value,
    ]),
  );
}

/** Whether a string is a key of the catalogs (labels in a journal may come from a newer version). */
export function isMessageKey(key: string): key is MessageKey {
  return key in en;
}

/** A problem as a sentence (`error.<code>`); a code the catalogs lack is said as unexpected, with the code for a reference. */
export function describeProblem(t: Translate, { code, params }: Problem): string {
  const key = `error.${code}`;
  return isMessageKey(key) ? t(key, params) : t('error.unexpected', { reference: code });
}
