import type { importReview as en } from '../en/import-review.ts';

export const importReview: Record<keyof typeof en, string> = {
  'import.source': '原文（行ごと）',
  'import.source.show': '原文',
  'import.source.hint': '行を選ぶと対応する発言が、発言を選ぶと対応する行が表示されます。',
  'import.source.role.title': '表題',
  'import.source.role.heading': '見出し',
  'import.source.role.aside': '人物紹介・出席者一覧',
  'import.source.role.label': '発言の始まり',
  'import.source.role.words': '発言',
  'import.source.role.direction': 'ト書き',
  'import.source.role.outside': '発言以外の文',
  'import.source.inDoubt': '要判断',
  'import.source.key.up': '上の行へ',
  'import.source.key.down': '下の行へ',
};
