import type { errors as en } from '../en/errors.ts';

export const errors: Record<keyof typeof en, string> = {
  'error.unexpected': '想定外の問題が起きました（{message}）。これまでに保存した内容は変わっていません。',
  'error.row-invalid':
    'この変更は保存されませんでした。{table} の「{field}」が正しくありません（{reason}）。データは変わっていません。',
  'error.round-closed':
    '評価ラウンド「{round}」は締め切られているため、評価を変更できません。先に再開してください。',
  'error.passage-missing': '参照先の発言箇所が見つかりません。データは変わっていません。',
  'error.selection-empty': '先に文字を選択してください。空白だけが選択されています。',
  'error.row-missing':
    '対象が見つかりません（削除された可能性があります）。データは変わっていません。「元に戻す」で復元できる場合があります。',
  'error.dialogue-in-closed-round':
    '「{dialogue}」は締め切り済みの評価ラウンド「{round}」の根拠になっているため削除できません。必要な場合は先にラウンドを再開してください。',
  'error.speaker-elsewhere':
    '発言の話者には、同じ対話の参加者だけを選べます（{name}は別の対話の参加者です）。データは変わっていません。',
};
