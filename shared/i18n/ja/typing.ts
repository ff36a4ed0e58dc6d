import type { typing as en } from '../en/typing.ts';

/** 入力欄とフォームの文言。 */
export const typing: Record<keyof typeof en, string> = {
  'date.hint': '例：2021年3月5日、令和3年3月、2021',
  'date.understood': '{date}として読み取りました',
  'date.unclear':
    '日付として読み取れません。入力はそのまま残っています。2021年3月5日、2021-03、2021のように入力してください。',
  'date.ambiguous':
    '月と日が逆の可能性があります。入力はそのまま残っています。2021年3月5日または2021-03-05のように入力してください。',
  'date.choose': '日付を選択',
  'date.part': '日付の単位',
  'date.part.day': '日',
  'date.part.month': '月',
  'date.part.year': '年',
  'number.separators': '入力はそのまま残っています。桁区切りは1,234、小数は1.5のように入力してください。',
  'number.unit':
    '入力はそのまま残っています。数値だけを15,000のように入力してください。単位や%、万・億は単位の欄に入力します。',
  'number.digits': '入力はそのまま残っています。15桁を超える数値は正確に保存できません。',
  'number.unclear': '入力はそのまま残っています。42、1,234、3.5のように数値を入力してください。',
  'number.range': '入力はそのまま残っています。{min}から{max}までの数値を、1.5のように入力してください。',
  'number.wholeRange': '入力はそのまま残っています。{min}から{max}までの整数を入力してください。',
  'draft.kept': '下書きを保存しました',
  'draft.discard': '下書きを破棄',
};
