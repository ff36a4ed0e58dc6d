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

/** Sentences of a Japanese text: what stands before each full stop, gaps and branches apart. */
const sentences = (text: string) => [...text.matchAll(/([^。{}]+)。/g)].map(([, sentence = '']) => sentence);

/** Ends of verbs and adjectives as one writes them to oneself. */
const PLAIN_END = /[うくすつぬむるただい]$/;
const POLITE_END = /(です|ます|ました|でした|ください|でしょう|ましょう)$/;
const isPlain = (text: string) => sentences(text).some((one) => PLAIN_END.test(one) && !POLITE_END.test(one));

describe('Japanese sentences', () => {
  it('are told apart by how they end', () => {
    expect(['順位は変わらない。', '割れている。', '上位に入る。', '済み。変わった。'].every(isPlain)).toBe(
      true,
    );
    expect(['変わりません。', '選んでください。', '深刻度は未確定。', '保存しました。'].some(isPlain)).toBe(
      false,
    );
  });

  it('are polite, or end in a noun', () => {
    const plain = Object.entries(CATALOGS.ja).flatMap(([key, text]) => (isPlain(text) ? [key] : []));
    expect(plain).toEqual([]);
  });

  it('name a change in the log by a noun', () => {
    const verbs = Object.entries(CATALOGS.ja).flatMap(([key, text]) =>
      key.startsWith('change.') && /(する|した|を変更|を追加|を削除|を再開|に戻す)(（.*）)?$/.test(text)
        ? [key]
        : [],
    );
    expect(verbs).toEqual([]);
  });
});

describe('what the merge of a returned copy calls a field', () => {
  /** Where a field of the model is called as the views call it. */
  const SAME = {
    response: 'advice.field.response',
    commitment: 'commitment.field.text',
    addressee: 'advice.field.addressee',
    restatement: 'advice.field.restatement',
    status: 'advice.field.status',
    owner: 'advice.field.owner',
    due: 'advice.field.due',
    irremediability: 'dimension.irremediability',
    dissent: 'decisions.form.dissent',
    reviewDate: 'decisions.form.review',
  } as const satisfies Record<string, MessageKey>;

  it.each(Object.entries(SAME))('%s as in %s', (field, key) => {
    expect(CATALOGS.ja[`merge.field.${field}` as MessageKey]).toBe(CATALOGS.ja[key]);
  });
});
