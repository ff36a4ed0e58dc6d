import type { search as en } from '../en/search.ts';

export const search: Record<keyof typeof en, string> = {
  'search.title': '検索',
  'search.kind.turn': '発言',
  'search.kind.advice': '助言',
  'search.kind.issue': '課題',
  'search.kind.person': '人物',
  'search.kind.dialogue': 'ダイアログ',
};
