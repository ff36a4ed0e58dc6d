import type { errors as en } from '../en/errors.ts';

export const errors: Record<keyof typeof en, string> = {
  'error.unexpected': '想定外の問題が起きました（{message}）。これまでに保存した内容は変わっていません。',
  'error.row-invalid':
    'この変更は保存されませんでした。{table} の「{field}」が正しくありません（{reason}）。データは変わっていません。',
  'error.round-closed':
    '評価ラウンド「{round}」は締め切られているため、評価を変更できません。先に再開してください。',
  'error.passage-missing': '参照先の発言箇所が見つかりません。データは変わっていません。',
};
