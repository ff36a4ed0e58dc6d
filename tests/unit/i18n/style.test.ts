import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGS, type Language, type MessageKey } from '#shared/i18n/index.ts';

const STYLE = readFileSync(
  path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'i18n', 'STYLE.md'),
  'utf8',
);

/** The left column of the table under a heading of STYLE.md: words, several in a row divided by a comma. */
function refused(heading: string): string[] {
  const section = STYLE.split(/^## /m).find((text) => text.startsWith(heading));
  if (!section) throw new Error(heading);
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .flatMap((line) => (line.split('|')[1] ?? '').split(/[,、]/))
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** What is said, without the gaps, and without the words that choose between branches of a sentence. */
const said = (text: string) => text.replaceAll(/\{\w+(, (plural|select|number)[^{}]*)?\}?/g, ' ');

const TABLES: Readonly<Record<Language, string>> = {
  en: 'Not this, but this: English',
  ja: 'これではなく：日本語',
};

describe.each(Object.keys(TABLES) as Language[])('the style sheet, %s', (language) => {
  const words = refused(TABLES[language]);

  it('names words that are not to be used', () => {
    expect(words.length).toBeGreaterThan(4);
  });

  it.each(words)('keeps “%s” out of what the app says', (word) => {
    const edge = language === 'en' ? '\\b' : '';
    // In Japanese a word without its long vowel is refused, not the one with it.
    const end = language === 'en' ? (word.endsWith('.') ? '' : '\\b') : '(?!ー)';
    const pattern = new RegExp(
      `${edge}${word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}${end}`,
      language === 'en' ? 'i' : '',
    );
    const keys = Object.entries(CATALOGS[language]).flatMap(([key, text]) =>
      pattern.test(said(text)) ? [key as MessageKey] : [],
    );
    expect(keys).toEqual([]);
  });
});
