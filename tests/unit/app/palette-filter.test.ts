import { expect, test } from 'vitest';
import { filterOffers, type Offer } from '../../../renderer/app/palette-filter.ts';

const offers: readonly Offer[] = [
  { id: 'save', label: 'Save a copy', keywords: ['コピーを保存'] },
  { id: 'dialogues', label: 'Dialogues', keywords: ['ダイアログ'] },
  { id: 'language', label: 'Switch language', keywords: ['表示言語'] },
];
const found = (query: string) => filterOffers(query, offers).map(({ id }) => id);

test('nothing typed offers everything in its order', () => {
  expect(found('  ')).toEqual(['save', 'dialogues', 'language']);
});

test('what begins with the query comes before what holds it', () => {
  const two: readonly Offer[] = [
    { id: 'middle', label: 'Reopen the round', keywords: [] },
    { id: 'start', label: 'Open a file', keywords: [] },
  ];
  expect(filterOffers('open', two).map(({ id }) => id)).toEqual(['start', 'middle']);
});

test('every word must fit, in any order, by label or by keyword', () => {
  expect(found('copy save')).toEqual(['save']);
  expect(found('save dialogues')).toEqual([]);
});

test('the other language, its half-width kana and capitals make no difference', () => {
  expect(found('ダイアログ')).toEqual(['dialogues']);
  expect(found('ﾀﾞｲｱﾛｸﾞ')).toEqual(['dialogues']);
  expect(found('DIALOGUES')).toEqual(['dialogues']);
});
