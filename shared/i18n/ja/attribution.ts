import type { attribution as en } from '../en/attribution.ts';

export const attribution: Record<keyof typeof en, string> = {
  'attribution.quote': '「{quote}」（{source}）',
  'attribution.passage': 'この発言の発言者の表示',
  'attribution.passage.hint':
    'ダイアログ全体の設定（{policy}）より厳しくする場合にのみ指定できます。ほかの箇所と重なる部分には、最も厳しい設定が適用されます。',
  'attribution.passage.asDialogue': 'ダイアログの設定どおり（{policy}）',
  'change.passage.attribution':
    '発言者の表示の変更（{policy, select, named {氏名を表示} affiliation {所属のみ表示} role {立場のみ表示} unattributed {発言者を表示しない} closed {オフレコ} other {ダイアログの設定どおり}}）',

  'leak.title': '書き出す前に氏名を確認してください',
  'leak.intro':
    '発言者の表示の設定では公表できない氏名・名称が、{count}か所に残っている可能性があります。社外・他部署に渡す前に、扱いを決めてください。',
  'leak.place.title': '表題・ファイル名',
  'leak.place.heading': '見出し',
  'leak.place.quote': '引用',
  'leak.place.text': '本文',
  'leak.place.table': '表',
  'leak.place.property': '文書のプロパティ',
  'leak.place.file-name': 'ファイル名',
  'leak.of.person': '個人',
  'leak.of.organisation': '団体',
  'leak.doubtful': '一般の語の可能性あり',
  'leak.open': '該当箇所を表示',
  'leak.choice': '「{name}」の扱い',
  'leak.choice.withhold': '伏せる',
  'leak.choice.leave-out': '載せない',
  'leak.choice.tell': '残す',
  'leak.hint':
    '「伏せる」は「{placeholder}」に置き換え、「載せない」はその引用や文章ごと除きます。いずれも今回の出力だけに適用され、元のデータは変わりません。',
  'leak.rest': '未指定のものをまとめて：',
  'leak.confirm': '残す{count}か所を確認しました。公表して差し支えありません。',
  'leak.left': '{count, plural, =0 {すべて指定済み} other {未指定：#か所}}',
  'leak.go': '続ける',
  'attribution.cli.leftOut': '公表できない内容のため、{count}件を表示していません。',
  'leak.cli': '警告：公表できない氏名・名称が{count}か所に残っています：',
  'leak.cli.line': '{place}：{before}［{name}］{after}',
};
