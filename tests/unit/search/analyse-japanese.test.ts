import { describe, expect, test } from 'vitest';
import { fold, foldText } from '#shared/fold/fold.ts';
import { analyse, analyseQuery } from '#shared/search/analysis/analyse.ts';

/** Whether all that is asked for by the words stands in the text. */
function meets(text: string, words: string): boolean {
  const terms = new Set(analyse(text).map(({ term }) => term));
  const asked = analyseQuery(words, false).filter(({ helps }) => !helps);
  return (
    asked.length > 0 && asked.every(({ term, also = [] }) => [term, ...also].some((one) => terms.has(one)))
  );
}

describe('one word however it is written', () => {
  test.each([
    ['サーバーを置く', 'サーバ'],
    ['サーバを置く', 'サーバー'],
    ['ユーザーの声', 'ユーザ'],
    ['ﾌﾟﾗｲﾊﾞｼｰ', 'プライバシー'],
    ['プライバシ−の侵害', 'プライバシー'],
    ['ヴァイオリン', 'バイオリン'],
    ['ゴミの山', 'ごみ'],
    ['はらすめんと', 'ハラスメント'],
    ['人々の声', '人人'],
    ['部分々々', '部分部分'],
    ['こゝろ', 'こころ'],
    ['かゞみ', 'かがみ'],
    ['髙橋さん', '高橋'],
    ['渡邊さん', '渡辺'],
    ['勞働條件', '労働条件'],
    ['𠮷野家', '吉野家'],
    ['取り扱いを改める', '取扱い'],
    ['取扱いを改める', '取り扱い'],
    ['取扱を改める', '取り扱い'],
    ['取り扱いを改める', '取扱'],
    ['賃金の支払い済み', '支払済み'],
    ['申込書', '申込'],
    ['申し込みの期限', '申込み'],
    ['受入れ企業', '受け入れ企業'],
  ])('%s is found by %s', (text, words) => {
    expect(meets(text, words)).toBe(true);
  });

  test.each([
    ['人の権利', '人権'],
    ['部品の組み合わせ', '組合'],
    ['高い山', '高山'],
    ['コートを着る', 'コト'],
  ])('%s is not taken for what asks for %s', (text, words) => {
    expect(meets(text, words)).toBe(false);
  });
});

test('a dash after katakana is a long vowel only where none can be meant otherwise', () => {
  expect(foldText('サ－バ－')).toBe('サーバー');
  expect(foldText('カメラ—店の中')).toBe('カメラ-店の中');
  expect(foldText('シー—')).toBe('シー-');
});

test('what is folded leads back to its place', () => {
  const text = '｢ヴァイオリン｣と人々';
  const folded = fold(text);
  expect(folded.text).toBe('「バイオリン」と人人');
  const at = folded.text.indexOf('バイ');
  expect(text.slice(folded.startAt(at), folded.endAt(at + 1))).toBe('ヴァイ');
  expect(text.slice(folded.startAt(folded.text.length - 1))).toBe('々');
});

test('the long vowel at the end is part of the word that is marked, however the word was typed', () => {
  const marked = analyse('サーバーの中').find(({ term }) => term === 'ーバ');
  expect('サーバーの中'.slice(marked?.start, marked?.end)).toBe('ーバー');
});

test('in a sentence the grammar is not asked for, in a word all of it is', () => {
  const asked = (words: string) =>
    analyseQuery(words, false)
      .filter(({ helps }) => !helps)
      .map(({ term }) => term);
  expect(asked('手数料についての声')).toEqual(['手数', '数料']);
  expect(asked('強制労働')).toEqual(['強制', '制労', '労働']);
  expect(asked('人の声')).toEqual(['人の', 'の声']);
  expect(asked('これは')).toEqual(['これ', 'れは']);
});
