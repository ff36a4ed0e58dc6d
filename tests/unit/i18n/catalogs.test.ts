import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { CATALOGS, type Language, type MessageKey, translator } from '#shared/i18n/index.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const SOURCES = ['shared', 'renderer', 'main'].flatMap((room) =>
  readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/^i18n\/(en|ja)\//.test(name))
    .map((name) => ({ name: `${room}/${name}`, text: readFileSync(path.join(ROOT, room, name), 'utf8') })),
);
const KEYS = Object.keys(CATALOGS.en) as MessageKey[];

/** Names of the gaps of a message, those inside plural and select branches included. */
function gaps(language: Language, key: MessageKey): string[] {
  const names = new Set<string>();
  const walk = (elements: readonly unknown[]) => {
    for (const element of elements) {
      const { type, value, options, children } = element as {
        type: number;
        value?: string;
        options?: Record<string, { value: unknown[] }>;
        children?: unknown[];
      };
      // 0 is literal text and 7 the number of a plural; all else fills a gap.
      if (type !== 0 && type !== 7 && value !== undefined) names.add(value);
      for (const option of Object.values(options ?? {})) walk(option.value);
      if (children) walk(children);
    }
  };
  walk(new IntlMessageFormat(CATALOGS[language][key], language).getAst());
  return [...names].sort();
}

describe('a gap filled with words that there are by language', () => {
  const round = { en: 'Assessment FY2020', ja: '2020年度人権課題評価' };

  it('is told in the language of the sentence', () => {
    expect(translator('en')('error.round-closed', { round })).toContain(round.en);
    expect(translator('ja')('error.round-closed', { round })).toContain(round.ja);
    expect(translator('ja')('error.round-closed', { round: { en: 'Spring' } })).toContain('Spring');
  });
});

describe('the catalogs', () => {
  it('say in Japanese with the same gaps what they say in English', () => {
    const different = KEYS.filter((key) => gaps('en', key).join() !== gaps('ja', key).join());
    expect(different).toEqual([]);
  });

  it('have words in every language', () => {
    const empty = Object.entries(CATALOGS).flatMap(([language, catalog]) =>
      KEYS.filter((key) => catalog[key].trim() === '').map((key) => `${language} ${key}`),
    );
    expect(empty).toEqual([]);
  });

  it('are really translated: Japanese words hold Japanese signs, unless they are names or signs alone', () => {
    const latin = KEYS.filter((key) => {
      const words = CATALOGS.ja[key].replaceAll(/\{[^}]*\}/g, '');
      return (
        /[a-z]{3,}.*\s[a-z]{3,}/i.test(words) &&
        !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(CATALOGS.ja[key])
      );
    });
    expect(latin).toEqual([]);
  });

  it('use one Japanese word for each concept', () => {
    // Left: the app's own word. Right: what it must not be called elsewhere.
    const house: readonly (readonly [string, RegExp])[] = [
      ['ライツホルダー', /権利保持者|権利者/],
      ['発言者', /話者/],
      ['参加者', /出席者/],
      ['救済困難度', /是正困難/],
      ['救済不能', /回復不能|救済が不可能/],
      ['デュー・ディリジェンス', /デューデリ|デューディリ/],
      ['国連指導原則', /(?<!国連)指導原則/],
      ['期限', /期日/],
      ['確定', /締め切/],
      ['バックアップ', /控え/],
      ['パソコン', /コンピュータ/],
      ['類義語', /同義語/],
      ['しきい値', /閾値/],
    ];
    const strays = KEYS.flatMap((key) =>
      house.flatMap(([word, stray]) => (stray.test(CATALOGS.ja[key]) ? [`${key}: ${word}`] : [])),
    );
    expect(strays).toEqual([]);
  });

  it('say plain messages as a formatter would', () => {
    for (const language of ['en', 'ja'] as const) {
      const catalog = CATALOGS[language];
      for (const key of KEYS.filter((one) => !catalog[one].includes('{')))
        expect(translator(language)(key), key).toBe(
          String(new IntlMessageFormat(catalog[key], language).format()),
        );
    }
  });

  it('set no space between Japanese and Latin letters, figures or gaps', () => {
    const japanese = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー、。」）：';
    const spaced = new RegExp(`[${japanese}] [A-Za-z0-9{]|[A-Za-z0-9}] [${japanese}「（]`, 'u');
    expect(KEYS.filter((key) => spaced.test(CATALOGS.ja[key]))).toEqual([]);
  });

  it('have a sentence for every problem that the code can raise', () => {
    const raised = new Set(
      SOURCES.flatMap(({ text }) =>
        [...text.matchAll(/\b(?:ProblemError|fail|problem)\(\s*'([a-z0-9-]+)'/g)].flatMap(
          ([, code]) => code ?? [],
        ),
      ),
    );
    expect(raised.size).toBeGreaterThan(10);
    expect([...raised].filter((code) => !(`error.${code}` in CATALOGS.en))).toEqual([]);
  });

  it('hold no key that nothing says', () => {
    const all = SOURCES.map(({ text }) => text).join('\n');
    // Keys put together from a prefix and a value: `voice.${voice}`.
    const prefixes = [...all.matchAll(/[`']([a-zA-Z0-9.-]+\.)(?:\$\{|'\s*\+)/g)].flatMap(
      ([, prefix]) => prefix ?? [],
    );
    const unsaid = KEYS.filter(
      (key) =>
        !all.includes(`'${key}'`) &&
        !all.includes(`"${key}"`) &&
        !key.startsWith('error.') &&
        !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unsaid).toEqual([]);
  });
});
