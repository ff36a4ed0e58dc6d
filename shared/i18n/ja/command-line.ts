import type { commandLine as en } from '../en/command-line.ts';

export const commandLine: Record<keyof typeof en, string> = {
  'cli.assess.spread': '{median, number}［{low, number}～{high, number}］',
  'cli.assess.spread.says': '項目ごとに、中央値［第1四分位数～第3四分位数］',
  'cli.assess.groups': '評価者の立場別の中央値：深刻度（規模・範囲・救済困難度・発生可能性）',
  'cli.assess.group': '{severity}（{values}）',
  'cli.assess.agenda': '協議の順序',
  'cli.assess.agenda.divided': '{dimensions}の評価が割れている（{range}段階の開き）',
  'cli.assess.agenda.split': '{dimensions}で意見が割れている',
  'cli.assess.agenda.incomplete': '未評価：{dimensions}',
  'cli.assess.agenda.unrated': '評価した人がいない',
  'cli.assess.agenda.none': '協議すべき点はありません。評価はおおむね一致し、未評価の項目もありません。',
  'cli.assess.minority': '{voice}：{stands}',
  'cli.assess.minority.reason': '{stands} – {said}',
  'cli.assess.move': '{from} → {to}',
  'cli.assess.progress': '{voice}：{asked}項目中{answered}項目を回答{done, select, yes {（完了）} other {}}',
  'cli.compare.state.anchored': '新しい本文にあります',
  'cli.compare.state.unsure': '確認が必要です',
  'cli.compare.state.lost': '確認が必要です（似た文言は新しい本文に見当たりません）',
  'cli.compare.passages':
    '箇所：位置確定{anchored, number}件・要確認{unsure, number}件・該当なし{lost, number}件',
  'cli.compare.turns':
    '発言：変更なし{same, number}件・変更{changed, number}件・追加{added, number}件・削除{removed, number}件・移動{moved, number}件',
  'cli.due.overdue': '期限超過（{count}件）',
  'cli.due.soon': '30日以内（{count}件）',
  'cli.due.next': '90日以内（{count}件）',
  'cli.due.later': 'それ以降（{count}件）',
  'cli.due.none': '期限のあるものはありません。',
  'cli.due.undated': '期限なし：{count}件',
  'cli.unexpected':
    '想定外の問題が起きました。ワークスペースファイルは変わっていません。--debugを付けて実行すると詳細が表示されます。氏名が含まれることがあるため、ほかの人に渡す前に内容を確認してください。',
};
