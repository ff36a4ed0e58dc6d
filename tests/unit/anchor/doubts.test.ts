import { describe, expect, it } from 'vitest';
import { doubtText } from '#shared/anchor/doubt-text.ts';
import { type Doubt, doubtsOf, isSameSpeaker, type Who } from '#shared/anchor/doubts.ts';
import { senseChanges } from '#shared/anchor/sense.ts';
import { translator } from '#shared/i18n/index.ts';

const OSEI: Who = { id: 'a', personId: 'p', name: 'Mirela Osei' };
const ILIC: Who = { id: 'b', personId: 'q', name: 'Jovan Ilic' };

function said(text: string, quote: string, speaker: Who | null = OSEI) {
  const start = text.indexOf(quote);
  return { text, start, end: start + quote.length, speaker };
}

describe('senseChanges', () => {
  it.each([
    ['Crews must not pay', 'Crews must pay', 'negation', 'not', ''],
    ['they can sail', 'they can’t sail', 'negation', '', "can't"],
    ['nobody was paid, all were heard', 'all were paid, nobody was heard', 'negation', 'nobody', 'nobody'],
    ['the wages were paid', 'the wages were unpaid', 'negation', 'paid', 'unpaid'],
    ['a legal fee', 'an illegal fee', 'negation', 'legal', 'illegal'],
    ['賃金を払います', '賃金を払いません', 'negation', '', 'ません'],
    ['調べて帰った', '調べずに帰った', 'negation', '', 'ず'],
    ['about 30 crews', 'about 300 crews', 'number', '30', '300'],
    ['fifteen ports', 'fifty ports', 'number', 'fifteen', 'fifty'],
    ['賃金の三割', '賃金の三倍', 'number', '三割', '三倍'],
    ['on 2021-04-13', 'on 2021-04-30', 'number', '13', '30'],
    ['十二人', '二十人', 'number', '十二', '二十'],
    ['owners must repay', 'owners may repay', 'obligation', 'must', ''],
    ['fees increased', 'fees decreased', 'opposite', 'increased', 'decreased'],
    ['賃金が増えた', '賃金が減った', 'opposite', '増', '減'],
  ])('%s → %s', (before, after, kind, from, to) => {
    expect(senseChanges(before, after)).toContainEqual({
      kind,
      from,
      to: kind === 'negation' && from === 'nobody' ? expect.stringContaining(to) : to,
    });
  });

  it.each([
    ["we can't pay", 'we cannot pay'],
    ['三割の人', '30%の人'],
    ['２０２３年に３０人', '2023年に30人'],
    ['thirty percent', '30 %'],
    ['three hundred and five crews', '305 crews'],
    ['1,200円', '1200円'],
    ['3万5千円', '35000円'],
    ['the harbour office', 'the harbor office'],
    ['crews must repay', 'crews have to repay'],
    ['people who walk', 'people who have to walk'],
    ['一緒に行った', 'いっしょに行った'],
  ])('%s says what %s says', (before, after) => {
    expect(senseChanges(before, after)).toEqual([]);
  });
});

describe('doubtsOf', () => {
  it('tells of another person, and of nobody', () => {
    const here = said('Repay those fees.', 'Repay those fees.');
    expect(doubtsOf(here, here)).toEqual([]);
    expect(doubtsOf(here, { ...here, speaker: ILIC })).toEqual([
      { kind: 'speaker', from: 'Mirela Osei', to: 'Jovan Ilic' },
    ]);
    expect(doubtsOf(here, { ...here, speaker: null })).toEqual([
      { kind: 'speaker', from: 'Mirela Osei', to: '' },
    ]);
  });

  it('sees a number that goes on beside the words, and a negation in their clause', () => {
    const kinds = (before: [string, string], after: [string, string]) =>
      doubtsOf(said(...before), said(...after)).map(({ kind }) => kind);
    expect(kinds(['a fee of 30 a month', 'fee of 30'], ['a fee of 300 a month', 'fee of 30'])).toEqual([
      'number',
    ]);
    expect(
      kinds(['It should be repaid now.', 'be repaid'], ['It should not be repaid now.', 'be repaid']),
    ).toEqual(['negation']);
    expect(kinds(['賃金を返すことです。', '賃金を返す'], ['賃金を返すことはない。', '賃金を返す'])).toEqual([
      'negation',
    ]);
    expect(kinds(['We pay. Not they.', 'We pay.'], ['We pay. Never they. No.', 'We pay.'])).toEqual([]);
  });
});

describe('isSameSpeaker', () => {
  it('goes by person where both are known, else by participant or name', () => {
    expect(isSameSpeaker(OSEI, { ...OSEI, id: 'c', name: 'M. Osei' })).toBe(true);
    expect(isSameSpeaker(OSEI, { ...OSEI, id: 'c', personId: 'r' })).toBe(false);
    expect(isSameSpeaker(OSEI, { id: 'c', personId: null, name: 'ＭＩＲＥＬＡ Osei' })).toBe(true);
    expect(isSameSpeaker(null, null)).toBe(true);
    expect(isSameSpeaker(null, OSEI)).toBe(false);
  });
});

describe('doubtText', () => {
  const all: Doubt[] = [
    { kind: 'speaker', from: 'Mirela Osei', to: '' },
    { kind: 'words', from: '', to: '' },
    { kind: 'earlier', from: '', to: '' },
    { kind: 'negation', from: '', to: 'not' },
    { kind: 'negation', from: 'not', to: 'not' },
    { kind: 'number', from: '30', to: '300' },
    { kind: 'obligation', from: 'must', to: '' },
    { kind: 'opposite', from: 'more', to: 'less' },
  ];

  it('says each in both languages', () => {
    expect(all.map((one) => doubtText(translator('en'), one))).toEqual([
      'Another speaker: Mirela Osei → nobody named',
      'The words are not found for certain',
      'It was already waiting for review',
      'A negation came in: “not”',
      '“not” stands at another place in the words',
      'A number changed: 30 → 300',
      'An obligation is gone: “must”',
      'The contrary is said: “more” → “less”',
    ]);
    expect(doubtText(translator('ja'), all[5] as Doubt)).toBe('数が変わりました：30 → 300');
  });
});
