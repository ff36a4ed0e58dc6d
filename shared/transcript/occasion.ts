import type { PartialDate } from '../model/basics.ts';
import type { ReadBlock } from './result.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH = `(${MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?\\.?`).join('|')})`;
/** Words that say when it took place, and not when something else did. */
const CUE =
  /\b(held|took place|conducted|meeting (?:of|on)|date|dialogue in|interviewed|recorded)\b|開催|実施|日時|開催日|日付|行いました|お招き|議事録|会議録|速記録|午[前後]\S{1,4}時/iu;

const PATTERNS: readonly (readonly [RegExp, (match: RegExpExecArray) => string | null])[] = [
  [/\b(\d{4})-(\d{2})-(\d{2})\b/, ([, year, month, day]) => date(year, month, day)],
  [/(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/, ([, year, month, day]) => date(year, month, day)],
  [/(\d{4})\s?年\s?(\d{1,2})\s?月/, ([, year, month]) => date(year, month)],
  [
    /(平成|令和)\s?(\d{1,2}|元)\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?/,
    ([, era, year = '', month, day]) =>
      date(String((era === '平成' ? 1988 : 2018) + (year === '元' ? 1 : Number(year))), month, day),
  ],
  [
    new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i'),
    ([, month, day, year]) => date(year, monthNumber(month), day),
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (\\d{4})\\b`, 'i'),
    ([, day, month, year]) => date(year, monthNumber(month), day),
  ],
  [new RegExp(`\\b${MONTH},? (\\d{4})\\b`, 'i'), ([, month, year]) => date(year, monthNumber(month))],
];

/** When the dialogue was held, from a sentence outside the turns that says so; null where none does. */
export function dateOf(title: string | null, blocks: readonly ReadBlock[]): PartialDate | null {
  const outside = blocks
    .filter((block) => block.kind === 'narration')
    .map(({ text }) => text.slice(0, 5_000))
    .slice(0, 50);
  const sentences = [title ?? '', ...outside.flatMap((text) => text.split(/\n|(?<=[.。])\s*/u))];
  // Minutes say it at their very head, sentences or not.
  const head = outside[0]?.slice(0, 300) ?? '';
  if (/議事録|会議録|速記録|\bminutes\b/i.test(head)) sentences.unshift(head);
  for (const sentence of sentences) {
    if (sentence.length > 600 || !CUE.test(sentence)) continue;
    const found = firstDate(inDigits(sentence));
    if (found) return found;
  }
  const inTitle = title ? firstDate(inDigits(title)) : null;
  if (inTitle) return inTitle;
  // `2022年は、オンラインで開催しました`: the year alone, where a sentence says that much and no more.
  for (const sentence of sentences) {
    if (sentence.length > 300 || !/開催|実施しました|\b(held|took place|conducted)\b/iu.test(sentence))
      continue;
    const year =
      /((?:19|20)\d{2})年(?!度|より|から|以降|代)/u.exec(inDigits(sentence)) ??
      /\bin ((?:19|20)\d{2})\b/.exec(sentence);
    if (year) return year[1] ?? null;
  }
  return null;
}

/** Whether a paragraph tells of the occasion itself: a date, and that something was held then. */
export function tellsOccasion(text: string): boolean {
  return (
    CUE.test(text) && (firstDate(inDigits(text)) !== null || /(19|20)\d{2}\s?(年|\b)/.test(inDigits(text)))
  );
}

const KANJI_DIGITS = '〇一二三四五六七八九';

/** `令和七年二月十九日` and `２０２４年` with the digits that the patterns read. */
function inDigits(text: string): string {
  return text.normalize('NFKC').replace(/[〇一二三四五六七八九十]{1,4}(?=[年月日])/gu, (number) => {
    if (!number.includes('十')) return [...number].map((one) => KANJI_DIGITS.indexOf(one)).join('');
    const [tens = '', units = ''] = number.split('十');
    const value = (tens === '' ? 1 : KANJI_DIGITS.indexOf(tens)) * 10;
    return String(value + (units === '' ? 0 : KANJI_DIGITS.indexOf(units)));
  });
}

function firstDate(text: string): PartialDate | null {
  for (const [pattern, read] of PATTERNS) {
    const match = pattern.exec(text);
    const found = match && read(match);
    if (found) return found;
  }
  return null;
}

function monthNumber(name = ''): string {
  return String(MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1);
}

function date(year = '', month?: string, day?: string): PartialDate | null {
  const monthOk = month !== undefined && Number(month) >= 1 && Number(month) <= 12;
  if (Number(year) < 1900 || Number(year) > 2199 || !monthOk) return null;
  const known = `${year}-${month.padStart(2, '0')}`;
  const dayOk = day !== undefined && Number(day) >= 1 && Number(day) <= 31;
  return dayOk ? `${known}-${day.padStart(2, '0')}` : known;
}
