import { describe, expect, it } from 'vitest';
import { matchIssues } from '#shared/taxonomy/match.ts';
import { makeIssue } from '../../fixtures/state.ts';

const forced = makeIssue({
  synonyms: {
    en: ['Modern slavery', 'debt bondage'],
    'ja-Kana': ['きょうせいろうどう'],
    ja: ['サイムロウドウ'],
    'ja-Latn': ['kyousei roudou'],
  },
});
const labour = makeIssue({
  code: 'sc-labour',
  name: { en: 'Supplier labour standards', ja: 'サプライヤーの労働基準' },
});
const retired = makeIssue({ code: 'old', name: { en: 'Forced relocation' }, retiredAfter: 2020 });
const issues = [labour, forced, retired];
const found = (typed: string) => matchIssues(issues, typed).map(({ issue }) => issue.code);

describe('matchIssues', () => {
  it('lists every active issue, in order, while nothing is typed', () => {
    expect(found('')).toEqual(['sc-labour', 'sc-forced-labour']);
  });

  it('puts beginnings before middles and names before synonyms', () => {
    expect(found('for')).toEqual(['sc-forced-labour']);
    expect(found('labour')).toEqual(['sc-labour', 'sc-forced-labour']);
    expect(found('slav')).toEqual(['sc-forced-labour']);
  });

  it('reads kanji, kana of either script, full width and initials', () => {
    expect(found('強制')).toEqual(['sc-forced-labour']);
    expect(found('キョウセイ')).toEqual(['sc-forced-labour']);
    expect(found('さいむ')).toEqual(['sc-forced-labour']);
    expect(found('ＦＯＲＣＥＤ')).toEqual(['sc-forced-labour']);
    expect(found('sls')).toEqual(['sc-labour']);
  });

  it('reads romaji however its long vowels and blanks are spelt', () => {
    for (const typed of ['kyousei', 'kyosei', 'kyōsei', 'kyoseirodo', 'kyousei ro', 'KYO'])
      expect(found(typed), typed).toEqual(['sc-forced-labour']);
    expect(found('kyoki')).toEqual([]);
  });

  it('says which word fitted, and finds nothing for what no issue says', () => {
    expect(matchIssues(issues, 'bondage')[0]?.matched).toBe('debt bondage');
    expect(found('zzz')).toEqual([]);
  });
});
