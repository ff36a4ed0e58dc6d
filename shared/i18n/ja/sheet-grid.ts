import type { sheetGrid as english } from '../en/sheet-grid.ts';

export const sheetGrid: Record<keyof typeof english, string> = {
  'sheetGrid.title': '表の中で',
  'sheetGrid.key.edit': 'セルを修正',
  'sheetGrid.key.take': '確定して下へ',
  'sheetGrid.key.takeUp': '確定して上へ',
  'sheetGrid.key.next': '次または前のセルへ',
  'sheetGrid.key.goOn': '別のセルへ移動',
  'sheetGrid.key.giveUp': '入力を取り消す',
  'sheetGrid.key.clear': '選択したセルの内容を削除',
  'sheetGrid.key.fillDown': '下へコピー',
  'sheetGrid.key.fillRight': '右へコピー',
  'sheetGrid.key.extend': '選択範囲を広げる',
  'sheetGrid.key.all': 'すべて選択',
  'sheetGrid.key.details': '詳細を表示',
  'sheetGrid.key.menu': 'セルのメニュー',
};
