/** A name is found however it hides in a text; what the check costs in false alarms stays small. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import taxonomy from '#resources/taxonomy/taxonomy.json';
import { NameFinder } from '#shared/attribution/find-names.ts';
import { formsToWithhold, nameBook } from '#shared/attribution/name-forms.ts';
import { en } from '#shared/i18n/en/index.ts';
import { ja } from '#shared/i18n/ja/index.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState } from '#shared/model/tables.ts';
import { makeParticipant } from '../../fixtures/state.ts';

interface Known {
  /** In Latin letters; empty = nobody wrote it down so. */
  readonly latin: string;
  readonly kanji?: string;
  readonly reading?: string;
  readonly organisation?: string;
}

function finderFor(...people: readonly Known[]): NameFinder {
  const persons = people.map(({ latin, kanji, reading = '' }) => ({
    id: newId(),
    name: { ...(latin ? { en: latin } : {}), ...(kanji ? { ja: kanji } : {}) },
    reading,
    aliases: [],
    title: {},
    organisation: {},
    organisationId: null,
    kind: 'union' as const,
  }));
  const book = nameBook({ ...emptyState(), persons });
  return new NameFinder(
    persons.flatMap(({ id }, at) =>
      formsToWithhold(
        makeParticipant('d', {
          personId: id,
          name: people[at]?.latin || people[at]?.kanji || '',
          label: '',
          organisation: people[at]?.organisation ?? '',
        }),
        'role',
        book,
      ),
    ),
  );
}

/** What is found in a text: `=` before what is a name for certain, `?` before what may be one. */
const found = (finder: NameFinder, text: string) =>
  finder.find(text).map(({ start, end, sure }) => `${sure ? '=' : '?'}${text.slice(start, end)}`);

describe('a name', () => {
  const osei = finderFor({ latin: 'Mirela Osei', organisation: 'Harbour Workers’ Union' });
  it.each([
    ['with marks over it', 'Mr O\u0336s\u0336e\u0336i\u0336 said', ['=O\u0336s\u0336e\u0336i\u0336']],
    ['with what nobody sees', 'O\u200bs\u00ade\u2060i', ['=O\u200bs\u00ade\u2060i']],
    ['with an honorific in the same word', 'Oseisan and oseisama', ['=Oseisan', '=oseisama']],
    ['in the plural and in a compound', 'the Oseis of Oseiland', ['?Oseis', '?Oseiland']],
    ['behind a title or another word', 'MsOsei in TeamOsei', ['?MsOsei', '?TeamOsei']],
    ['in an e-mail address', 'mosei@a.org m_osei2@a.org osei@a.org', ['=mosei', '=m_osei2', '=osei']],
    ['as a handle', 'ask @mosei', ['?mosei']],
    ['both in one word', 'mirelaosei', ['=mirelaosei']],
    ['as initials', 'M.O. and M. O. (MO)\nMO: yes', ['?M.O.', '?M. O.', '?MO', '?MO']],
    ['as an initial', 'M. Osei', ['=M. Osei']],
    ['in katakana, with an honorific', 'オセイサン、ミレラさん', ['=オセイサン', '=ミレラ']],
  ])('%s', (_, text, expected) => {
    expect(found(osei, text)).toEqual(expected);
  });

  it('of an organisation is found as its acronym, in capitals', () => {
    expect(found(osei, 'HWU, H.W.U. and the hwu')).toEqual(['?HWU', '?H.W.U.']);
  });

  it('is not found by chance', () => {
    expect(found(osei, 'most noseis; the US and MOM; e.g. moser@a.org; Museum, オセロ')).toEqual([]);
  });
});

describe('a Japanese name', () => {
  const tanaka = finderFor({ latin: '', kanji: '大野 順子', reading: 'おおの じゅんこ' });
  it.each([
    ['romanised', 'Ms Oono; Junko Ono; J. Ohno; Ono', ['=Oono', '=Junko Ono', '=J. Ohno', '?Ono']],
    ['romanised as in schools', 'Zyunko', ['?Zyunko']],
    ['in an address', 'j.ono@a.jp', ['=j.ono']],
    ['in the other kana', 'オオノは、オオノ・ジュンコが', ['?オオノ', '=オオノ・ジュンコ']],
  ])('%s, where the workspace knows its reading', (_, text, expected) => {
    expect(found(tanaka, text)).toEqual(expected);
  });

  it('in Latin letters is found in kana', () => {
    const sato = finderFor({ latin: 'Shinichi Hattori' });
    expect(found(sato, 'ハットリ、しんいちは、はっとりさん')).toEqual([
      '?ハットリ',
      '?しんいち',
      '=はっとり',
    ]);
  });

  it('in kanji has no reading that nobody wrote down', () => {
    expect(found(finderFor({ latin: '', kanji: '大野 順子' }), 'Ono Junko、おおのさん')).toEqual([]);
  });
});

describe('whoever it is', () => {
  const latin = fc
    .tuple(
      fc.constantFrom('Mirela', 'Adaeze', 'Tomasz', 'Ingrid', 'Keiko', 'Ravindra', 'Noor', 'Zsófia'),
      fc.constantFrom('Osei', 'Nwosu', 'Kowalski', 'Lindqvist', 'Okazaki', 'Gunawardena', 'Haddad', 'Szabó'),
    )
    .map(([given, family]) => ({ given, family }));
  const base = (name: string) => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const spread = (sign: string) => (name: string) => [...name].join(sign);

  const DISGUISES: Readonly<Record<string, (name: { given: string; family: string }) => string>> = {
    'zero-width inside': ({ family }) => spread('\u200b')(family),
    'soft hyphens inside': ({ family }) => spread('\u00ad')(family),
    'combining marks': ({ family }) => `${spread('\u0335')(family)}\u0335`,
    'full width': ({ family }) =>
      base(family).replaceAll(/[a-z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    possessive: ({ family }) => `${family}’s`,
    plural: ({ family }) => `${family}s`,
    compound: ({ family }) => `${family}gate`,
    'honorific in one word': ({ family }) => `${family}san`,
    'title in one word': ({ family }) => `Dr${family}`,
    'e-mail, surname': ({ family }) => `${base(family)}@example.org`,
    'e-mail, initial and surname': ({ given, family }) =>
      `${base(given).charAt(0)}${base(family)}@example.org`,
    'e-mail, both': ({ given, family }) => `${base(given)}.${base(family)}7@example.org`,
    initials: ({ given, family }) => `${base(given).charAt(0)}.${base(family).charAt(0)}.`.toUpperCase(),
    'initial and surname': ({ given, family }) => `${given.charAt(0)}. ${family}`,
    'surname first': ({ given, family }) => `${family.toUpperCase()}, ${given}`,
  };
  const before = fc.constantFrom('As ', 'said (', '– ', '料金は', '会議では、', '「', '\n');
  const after = fc.constantFrom(' said.', ') and', ', 2024', 'が述べた。', '、', '」', '\n');

  it('is found in every disguise, in English and in Japanese text', () => {
    fc.assert(
      fc.property(
        latin,
        fc.constantFrom(...Object.keys(DISGUISES)),
        before,
        after,
        (name, how, left, right) => {
          const hidden = DISGUISES[how]?.(name) ?? '';
          const finder = finderFor({ latin: `${name.given} ${name.family}` });
          const at = left.length;
          const hits = finder.find(`${left}${hidden}${right}`);
          expect(hits.some(({ start, end }) => start < at + hidden.length && end > at)).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });

  const JAPANESE = [
    ['田中 花子', 'たなか はなこ', 'タナカ', 'Tanaka', 'htanaka@a.jp'],
    ['渡辺 健一', 'わたなべ けんいち', 'ワタナベ', 'Watanabe', 'watanabe.k@a.jp'],
    ['渋谷 千佳', 'しぶや ちか', 'シブヤ', 'Sibuya', 'chika@a.jp'],
    ['難波 龍之介', 'なんば りゅうのすけ', 'ナンバ', 'Namba', 'r-nanba@a.jp'],
    ['髙橋 優', 'たかはし ゆう', 'タカハシ', 'TAKAHASHI', 'takahashi_y@a.jp'],
  ] as const;
  it.each(JAPANESE)('%s is found by its reading', (kanji, reading, ...hidden) => {
    const finder = finderFor({ latin: '', kanji, reading });
    const [family = ''] = reading.split(' ');
    for (const one of [...hidden, `${family}さん`, `${family}は`, kanji.replace(' ', '')])
      for (const [left, right] of [
        ['会議で', '、と述べた。'],
        ['A note: ', ', then'],
        ['「', '」'],
      ])
        expect(found(finder, `${left}${one}${right}`), `${left}${one}${right}`).not.toEqual([]);
  });
});

describe('false alarms', () => {
  /** Every sentence of the app and of its list of issues, in both languages: they name nobody. */
  const neutral: string[] = [];
  const gather = (value: unknown): void => {
    if (typeof value === 'string') neutral.push(value);
    else if (value && typeof value === 'object') Object.values(value).forEach(gather);
  };
  gather([en, ja, taxonomy]);

  it('stay below one in ten thousand characters of text that names nobody', () => {
    const given = 'James Mary Linda David Sarah Daniel Laura Martin Anna Peter Omar Fatima Priya Lucia'.split(
      ' ',
    );
    const family =
      'Johnson Garcia Wilson Anderson Taylor Nguyen Khan Silva Müller Rossi Okafor Novak Sato Ito';
    const people = family.split(' ').map((name, at) => ({
      latin: `${given[at]} ${name}`,
      organisation: ['Global Labour Watch', 'International Union of Food Workers'][at % 2] ?? '',
    }));
    const readings =
      'さとう はなこ/すずき たろう/たかはし みさき/いとう けんいち/なかむら ようこ/こばやし なおき';
    const japanese = readings.split('/').map((reading) => ({ latin: '', reading }));
    const finder = finderFor(...people, ...japanese);
    const characters = neutral.reduce((sum, text) => sum + text.length, 0);
    const alarms = neutral.flatMap((text) => found(finder, text));
    expect(characters).toBeGreaterThan(200_000);
    expect(alarms.length, alarms.join(' ')).toBeLessThan(characters / 10_000);
  });
});
