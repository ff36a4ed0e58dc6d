import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '#shared/fold/fold.ts';
import { analyse, analyseQuery } from '#shared/search/analysis/analyse.ts';

const words = (text: string) => analyse(text).map(({ start, end }) => text.slice(start, end));
const terms = (text: string) => analyse(text).map(({ term }) => term);

test('words are reduced to stems, small words are left out, and each leads back to its place', () => {
  expect(terms('The auditors were visiting two suppliers.')).toEqual(['auditor', 'visit', 'two', 'supplier']);
  expect(words('The auditors were visiting')).toEqual(['auditors', 'visiting']);
});

test('case, width, accents and the shape of an apostrophe make no difference', () => {
  const term = ([text]: readonly string[]) => terms(text ?? '');
  expect(term(['ＡＵＤＩＴ'])).toEqual(term(['audit']));
  expect(term(['Müller'])).toEqual(term(['Mu\u0308ller']));
  expect(term(['Łódź'])).toEqual(term(['lodz']));
  expect(term(['company’s'])).toEqual(term(["company's"]));
  expect(term(['ﾌﾟﾗｲﾊﾞｼｰ'])).toEqual(term(['プライバシー']));
});

test('places are right over decomposed letters, half-width kana and pairs of surrogates', () => {
  expect(words('📈 re\u0301sume\u0301 kept')).toEqual(['re\u0301sume\u0301', 'kept']);
  expect(words('ｶﾞｲﾄﾞ')).toEqual(['ｶﾞｲ', 'ｲﾄﾞ', 'ﾄﾞ']);
  expect(words('𠮷野家')).toEqual(['𠮷', '𠮷野', '野', '野家', '家']);
});

test('scripts are parted even where nothing stands between them', () => {
  expect(words('AIと人権')).toEqual(['AI', 'と人', '人', '人権', '権']);
  expect(words('2020年')).toEqual(['2020', '年']);
  expect(terms('ILO第29号条約')).toContain('29');
  expect(words('α線とА級')).toEqual(['α', '線', '線と', 'と', 'А', '級']);
  expect(words('права человека')).toEqual(['права', 'человека']);
});

test('abbreviations and numbers stay whole', () => {
  expect(terms('the U.N. office')).toContain('un');
  expect(terms('1,500 workers')).toContain('1500');
  expect(terms('1500 workers')).toContain('1500');
  expect(terms('version 4.5')).toContain('4.5');
});

test('a word still being typed is looked for by its beginning, a finished one is not', () => {
  expect(analyseQuery('remed', true)).toEqual([{ term: 'reme', prefix: 'remed' }]);
  expect(analyseQuery('a', true)).toEqual([{ term: '', prefix: 'a' }]);
  expect(analyseQuery('a', false)).toEqual([]);
  expect(analyseQuery('労', false)).toEqual([{ term: '労', prefix: null }]);
  expect(analyseQuery('ー', false)).toEqual([{ term: 'ー', prefix: 'ー' }]);
});

test('folding never loses its way: every folded unit comes from within the text, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const folded = fold(text);
      let last = 0;
      for (let index = 0; index < folded.text.length; index++) {
        const start = folded.startAt(index);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(folded.endAt(index)).toBeGreaterThan(start);
        expect(folded.endAt(index)).toBeLessThanOrEqual(text.length);
        last = start;
      }
    }),
  );
});

test('any text can be analysed, and no word is cut through a pair of surrogates', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const { start, end } of analyse(text)) {
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).not.toMatch(/\p{Surrogate}/u);
      }
    }),
  );
});
