import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiscalYearIn, inDigits } from '#shared/transcript/dates.ts';
import { dateOf, type Told, tellsOccasion, whenOf } from '#shared/transcript/occasion.ts';
import type { ReadBlock } from '#shared/transcript/result.ts';

function block(kind: ReadBlock['kind'], text: string, heading: string | null = null): ReadBlock {
  const speaker = kind === 'speech' ? 'Ana Reyes' : null;
  return { kind, speaker, heading, start: null, end: null, cues: [], lines: null, text };
}

const SPEECH = block('speech', 'Since 2 March 1999 we have said so, and again on 4 April 2001.');

function told(parts: Partial<Told>): Told {
  return { title: null, headings: [], blocks: [SPEECH], ...parts };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const KANJI = '〇一二三四五六七八九';
const wide = (number: number) => inWide(String(number));
const inWide = (digits: string) =>
  digits.replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const kanji = (number: number) =>
  number < 10
    ? (KANJI[number] ?? '')
    : `${number >= 20 ? KANJI[Math.floor(number / 10)] : ''}十${number % 10 ? KANJI[number % 10] : ''}`;
const two = (number: number) => String(number).padStart(2, '0');
const nth = (day: number) =>
  `${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : 'th'}`;

type Write = (year: number, month: number, day: number) => string;
/** Ways of writing a whole date that leave no doubt. */
const WHOLE: Record<string, Write> = {
  'yyyy/mm/dd': (y, m, d) => `${y}/${two(m)}/${two(d)}`,
  'yyyy.m.d': (y, m, d) => `${y}.${m}.${d}`,
  ISO: (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  'ISO with a time': (y, m, d) => `${y}-${two(m)}-${two(d)}T09:30:00Z`,
  年月日: (y, m, d) => `${y}年${m}月${d}日`,
  '年月日 with a weekday': (y, m, d) => `${y}年${m}月${d}日（月）10:00～12:00`,
  '年月日 with an era behind': (y, m, d) => `${y}年（令和${y - 2018}年）${m}月${d}日`,
  'full width': (y, m, d) => `${wide(y)}年${wide(m)}月${wide(d)}日`,
  'full width with slashes': (y, m, d) => `${wide(y)}／${wide(m)}／${wide(d)}`,
  kanji: (y, m, d) =>
    `${[...String(y)].map((digit) => KANJI[Number(digit)]).join('')}年${kanji(m)}月${kanji(d)}日`,
  era: (y, m, d) => `令和${y === 2019 ? '元' : y - 2018}年${m}月${d}日`,
  'era with an initial': (y, m, d) => `R${y - 2018}.${m}.${d}`,
  'day month year': (y, m, d) => `${d} ${MONTHS[m - 1]} ${y}`,
  'weekday, day month year': (y, m, d) => `Monday, ${d} ${MONTHS[m - 1]} ${y}`,
  'month day, year': (y, m, d) => `${MONTHS[m - 1]} ${d}, ${y}`,
  'month nth, year': (y, m, d) => `${MONTHS[m - 1]} ${nth(d)}, ${y}`,
  'nth of month': (y, m, d) => `${nth(d)} of ${MONTHS[m - 1]} ${y}`,
  'short month': (y, m, d) => `${d}-${MONTHS[m - 1]?.slice(0, 3)}-${y}`,
  'dd.mm.yyyy': (y, m, d) => `${two(d)}.${two(m)}.${y}`,
};
const date = fc.tuple(
  fc.integer({ min: 2020, max: 2030 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 28 }),
);
const iso = (y: number, m: number, d: number) => `${y}-${two(m)}-${two(d)}`;
const way = fc.constantFrom(...Object.keys(WHOLE));
const write = (name: string, [y, m, d]: readonly [number, number, number]) => WHOLE[name]?.(y, m, d) ?? '';

describe('a date in any way of writing', () => {
  const label = fc.constantFrom(
    'Date: ',
    '日時：',
    '開催日　',
    '**Date:** ',
    '| Date | ',
    '■日時　',
    'Recorded on ',
    'Held: ',
    '【日時】',
    '実施日: ',
  );
  it('is read behind a label, before every other date', () => {
    fc.assert(
      fc.property(date, way, label, (on, name, field) => {
        const blocks = [block('narration', `Published on 3 March 2019\n${field}${write(name, on)}`), SPEECH];
        const when = whenOf(told({ title: 'Dialogue of 2 February 2018', blocks }));
        expect([name, when.date, when.from, when.guess]).toEqual([name, iso(...on), 'label', false]);
      }),
    );
  });
  it('is read on the line below its label, in a title, in a heading, above the turns', () => {
    fc.assert(
      fc.property(date, way, (on, name) => {
        const written = write(name, on);
        const below = told({ blocks: [block('narration', `日時\n${written}`), SPEECH] });
        expect([name, whenOf(below).date]).toEqual([name, iso(...on)]);
        expect(whenOf(told({ title: `Stakeholder dialogue, ${written}` })).date).toBe(iso(...on));
        expect(whenOf(told({ headings: [`${written} / Tokyo`] })).date).toBe(iso(...on));
        expect(whenOf(told({ blocks: [block('narration', `${written}\nTokyo`), SPEECH] })).date).toBe(
          iso(...on),
        );
        expect(dateOf(null, [block('speech', 'Fees.', `Held on ${written}`)])).toBe(iso(...on));
      }),
    );
  });
  it('is never read in what somebody says', () => {
    fc.assert(
      fc.property(date, way, (on, name) => {
        const blocks = [block('speech', `Date: ${write(name, on)}. It was held on ${write(name, on)}.`)];
        expect(whenOf(told({ blocks })).date).toBe(null);
      }),
    );
  });
  it('is not taken from what else has a date', () => {
    for (const line of [
      'Published: 3 March 2019',
      '公開日：2019年3月3日',
      'Next meeting: 3 March 2031',
      '次回：2031年3月3日',
      'Last updated 2019-03-03',
      'Date of birth: 3 March 1969',
    ])
      expect([line, whenOf(told({ blocks: [block('narration', line), SPEECH] })).date]).toEqual([line, null]);
  });
  it('comes from the name of the file only where the text has none, and is a guess', () => {
    const names: Write[] = [
      (y, m, d) => `${y}-${two(m)}-${two(d)}_dialogue.txt`,
      (y, m, d) => `GMT${y}${two(m)}${two(d)}-010203_Recording.transcript.vtt`,
      (y, m, d) => `dialogue ${y}${two(m)}${two(d)}.docx`,
      (y, m, d) => `対話_${y}年${m}月${d}日.docx`,
      (y, m, d) => `${y}_${two(m)}_${two(d)} talk.txt`,
      (y, m, d) => `talk_${d}_${MONTHS[m - 1]}_${y}.txt`,
    ];
    fc.assert(
      fc.property(date, fc.constantFrom(...names), (on, name) => {
        const fileName = name(...on);
        expect([fileName, whenOf(told({ fileName }))]).toEqual([
          fileName,
          { date: iso(...on), guess: true, from: 'file-name', fiscalYear: null, fiscalYearLanguage: null },
        ]);
        expect(whenOf(told({ fileName, title: 'Dialogue, 1 June 2015' })).date).toBe('2015-06-01');
      }),
    );
    expect(whenOf(told({ fileName: 'tape 12345678.wav.txt' })).date).toBe(null);
  });
});

describe('a date that may be meant in two ways', () => {
  const dated = (text: string) => {
    const { date: found, guess } = whenOf(told({ blocks: [block('narration', `Date: ${text}`), SPEECH] }));
    return [found, guess];
  };
  it('is a guess', () => {
    expect(dated('5/6/2024')).toEqual(['2024-05-06', true]);
    expect(dated('5/13/24')).toEqual(['2024-05-13', true]);
  });
  it('is none where only one way is a date', () => {
    expect(dated('5/13/2024')).toEqual(['2024-05-13', false]);
    expect(dated('13/5/2024')).toEqual(['2024-05-13', false]);
    expect(dated('6/6/2024')).toEqual(['2024-06-06', false]);
    expect(dated('31/31/2024')).toEqual([null, false]);
    expect(dated('2024/02/31')).toEqual([null, false]);
  });
});

describe('a part of a date', () => {
  it('is the month, or the year that a sentence names', () => {
    for (const text of ['Date: 2024-05', 'Date: May 2024', '日時：2024年5月', '日時：令和6年5月'])
      expect([text, whenOf(told({ blocks: [block('narration', text), SPEECH] })).date]).toEqual([
        text,
        '2024-05',
      ]);
    expect(
      whenOf(told({ blocks: [block('narration', '2022年は、オンラインで開催しました。'), SPEECH] })),
    ).toMatchObject({
      date: '2022',
      from: 'sentence',
    });
  });
  it('is the first of several days', () => {
    for (const text of ['Held on 13-14 May 2024', 'Held on May 13 and 14, 2024', '日時：2024年5月13日～14日'])
      expect([text, whenOf(told({ headings: [text] })).date]).toEqual([text, '2024-05-13']);
  });
});

describe('a fiscal year', () => {
  it('is no date', () => {
    for (const [text, year, language] of [
      ['Stakeholder dialogue FY2020', 2020, 'en'],
      ['Dialogue, fiscal 2020', 2020, 'en'],
      ['2020年度 有識者対話', 2020, 'ja'],
      ['令和2年度 有識者対話', 2020, 'ja'],
      ['２０２０年度 対話', 2020, 'ja'],
      ['平成31年度 対話', 2019, 'ja'],
    ] as const)
      expect([text, whenOf(told({ title: text }))]).toEqual([
        text,
        { date: null, fiscalYear: year, fiscalYearLanguage: language, guess: false, from: null },
      ]);
    expect(fiscalYearIn(inDigits('2020年3月期'))).toBe(null);
    expect(whenOf(told({ title: '2020年3月期の対話' })).date).toBe(null);
  });
});

describe('any text', () => {
  it('gives a date that there is, or none', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789/-.年月日 MayR令和元度:FY～十二'), maxLength: 40 }),
        (text) => {
          const found = whenOf(
            told({ title: text, blocks: [block('narration', `Date: ${text}`)], fileName: text }),
          ).date;
          if (found === null) return;
          expect(found).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u);
          expect(Number.isNaN(Date.parse(found))).toBe(false);
        },
      ),
    );
  });
  it('tells of the occasion by a date and what was done then', () => {
    expect(tellsOccasion('The dialogue was held on 13 May 2024.')).toBe(true);
    expect(tellsOccasion('Fees were paid.')).toBe(false);
  });
});
