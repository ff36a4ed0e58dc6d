/** What lines of a text are by their own shape: headings, stage directions, remarks of the editors, items of lists. */
import { isField } from './labels.ts';
import { isSystemLine } from './system-lines.ts';
import { japaneseName } from './words.ts';

/** `[Editor’s note: …]`, `（編集部注：…）`: a line in brackets that says itself whose it is. */
const EDITORS_NOTE =
  /^[[（(〔【](?:editor|ed\.|note|translator|transcriber|n\.b\.|編集|訳注|注[：:]|※)[^\n]{0,400}[\])）〕】][.。]?$/iu;

/** `(Pause).`, `（笑）`, `〔拍手〕` on a line of its own, or what a meeting tool tells: what happened, not what was said. */
export function isDirection(text: string): boolean {
  if (EDITORS_NOTE.test(text)) return true;
  return (
    isSystemLine(text) ||
    (text.length <= 80 && /^(\([^()]+\)|（[^（）]+）|〔[^〔〕]+〕|\[[^[\]:]+\])[.。]?$/u.test(text))
  );
}

/** An item of a list, by the mark or the number in front. */
export function isBullet(text: string): boolean {
  return /^([•・●○◎■□◆◇▪‣–*※†>①-⑳⑴-⒇-]|\d{1,3}[.)、）]|[(（]\d{1,2}[)）])/u.test(text);
}

const TITLES_THEN =
  /^[(（[]?[^.]{0,30}\b(titles?|positions?|affiliations?|posts)\b[^.]{0,20}\b(as of|at the time|current|those of)\b/i;
const TITLES_THEN_JA = /^[（(]?[^。]{0,16}(肩書|役職|所属)[^。]{0,12}(当時|時点|現在)/u;

/** A remark of the editors: `*Titles are as of …`, `※役職は当時`, `(Titles as of …)` over a line of its own. */
export function isRemark(text: string): boolean {
  return (
    /^[※†]/u.test(text) ||
    /^\*{1,2}\s?[\p{L}\d]/u.test(text) ||
    (text.length < 120 && (TITLES_THEN.test(text) || TITLES_THEN_JA.test(text)))
  );
}

/** The top of a list of people. */
export const LIST_OF_PEOPLE =
  /^(the |our |list of )?(participants?|attendees|speakers|panel(l?ists)?|(external |outside )?experts?|guests|members|facilitator|moderator)\b(\s*[(（].*)?$|^[^。]{0,12}(出席者|参加者|登壇者|有識者|専門家|ファシリテーター|メンバー)(一覧|紹介|のご紹介|プロフィール)?(\s*[(（].*)?$/iu;

/** What stands around a line that may be a heading. */
export interface HeadingContext {
  /** It is the first line of all, with a blank line below. */
  readonly first: boolean;
  readonly afterUnfinished: boolean;
  readonly inTurn: boolean;
  readonly beforeTurn: boolean;
  readonly nextText: string;
}

/** Whether a line that stands alone is a heading: short, no sentence, and at a place where one makes sense. */
export function standsAsHeading(text: string, context: HeadingContext): boolean {
  const strength = headingStrength(text);
  if (strength === 0) return false;
  if (context.afterUnfinished) return strength === 2 && !/^\p{Ll}/u.test(text);
  if (strength === 2 || context.first) return true;
  const { length } = context.nextText;
  const longNext = length > 2 * text.length && length > (/[\u3041-\u9fff]/u.test(text) ? 30 : 60);
  return context.inTurn ? context.beforeTurn : context.beforeTurn || longNext;
}

/** 2: written like a heading (title case, or marked as one). 1: could be one. 0: a sentence, a note, a bullet. */
export function headingStrength(line: string): 0 | 1 | 2 {
  // `1. Wages in the second tier`: a number alone makes no heading, and no item of a list either.
  const numbered =
    /^[\d０-９]{1,2}(?:[.．][\d０-９]{1,2})?(?:[.．)、）][ \u3000]*|[ \u3000]+)(?=[^\d０-９\s])/u.exec(
      line.slice(0, 12),
    )?.[0] ?? '';
  // What happened while a sentence was said makes no heading of it: `…と考えます。（笑）`
  const text = line
    .slice(numbered.length)
    .replace(/(?<=[。！？.!?])\s*[（([][^（()）[\]]{1,20}[)）\]]$/u, '');
  const latin = /^[^\u3041-\u30ff\u3400-\u9fff]*$/u.test(text.slice(0, 200));
  if (text.length > (latin ? 110 : 45) || text.includes('://') || !/\p{L}/u.test(text)) return 0;
  if (/^[\d０-９]{1,2}[:：][\d０-９]{2}/u.test(text)) return 0;
  // `R = Ana Reyes`: for whom letters stand.
  if (/^\S{1,6}\s*[=＝]\s*\S/u.test(text)) return 0;
  // A trail of links, a field (`Date: …`), a speaker's time, the top of a list of people.
  if (/\s[>›»|]\s/u.test(text) || /\d:\d\d$/.test(text) || isField(text) || LIST_OF_PEOPLE.test(text))
    return 0;
  // Somebody presented: `早瀬 みちる 氏（はやせ みちる）`.
  if (/(氏|様|さん|先生)(\s*[(（][^()（）]*[)）])?$/u.test(text) && japaneseName(text) !== null) return 0;
  if (/^[【■◆●▼]/u.test(text)) return /[。．]$/u.test(text) ? 0 : 2;
  if (isBullet(text) || isRemark(text) || /^[(（]/u.test(text)) return 0;
  if (/[.。．,、，;；:：…]["”’」)）]*$/u.test(text)) return 0;
  if (!latin) return /[!?！？]$|(です|ます|した|ません|ください)$/u.test(text) ? 0 : 1;
  if (!/^["“'‘]?[\p{Lu}\d]/u.test(text)) return 0;
  const words = text.split(/[\s–—-]+/).filter((word) => /\p{L}{4,}/u.test(word));
  const capital = words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length;
  const titleCase =
    words.length > 0 && capital >= words.length * 0.6 && (words.length > 1 || text.length > 6);
  if (/[!?]["”’)]*$/u.test(text)) return titleCase && words.length > 1 ? 2 : 0;
  if (titleCase) return 2;
  return text.split(/\s+/).length <= 12 ? 1 : 0;
}
