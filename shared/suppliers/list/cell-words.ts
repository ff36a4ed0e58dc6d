import { halfWidth, typedNumber } from '../../number.ts';
import type { Level } from '../order.ts';

/** What a cell says of a factor: a level, nothing (`blank`), or words that say neither raised nor not. */
export function factorIn(text: string): Level | 'blank' | 'unclear' {
  const word = halfWidth(text)
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[。.!]$/u, '');
  if (word === '') return 'blank';
  return LEVEL_OF.get(word) ?? 'unclear';
}

const WORDS: Readonly<Record<Level, string>> = {
  raised:
    'raised|high|higher|elevated|very high|high risk|severe|yes|y|true|1|h|x|高|高い|高リスク|有|有り|あり|該当|要注意|はい|○|〇|◯|◎|●|✓|✔|☑|レ',
  not: 'not raised|not|low|lower|low risk|none|no|n|false|0|l|低|低い|低リスク|無|無し|なし|非該当|該当なし|いいえ|×|✕|✗',
  unknown:
    'unknown|not known|not assessed|not checked|n/a|na|tbd|tbc|?|-|–|—|―|ー|不明|未確認|未評価|未調査|未定|未',
};
const LEVEL_OF = new Map<string, Level>(
  (['raised', 'not', 'unknown'] as const).flatMap((level) =>
    WORDS[level].split('|').map((word) => [word.normalize('NFKC'), level] as const),
  ),
);

export interface SaidAmount {
  readonly value: number;
  /** As it is written beside the number; empty = nothing is. */
  readonly unit: string;
}

const AROUND = /^([^\d+.−▲△-]*)([-+−▲△]?[\d,.]*\d)\s*(\D*)$/u;

/** The amount in a cell, `JPY 1,200 million` or `3億円`: the number as `typedNumber` reads it, and the unit around it. */
export function amountIn(text: string): SaidAmount | 'blank' | 'unclear' {
  const plain = halfWidth(text).trim();
  if (plain === '' || /^[-–—―－]+$/u.test(plain)) return 'blank';
  const [, before = '', number = '', behind = ''] = AROUND.exec(plain) ?? [];
  const { value } = typedNumber(number);
  // 1.200 may be one thousand two hundred, (12) may be −12: which of them, the list does not say.
  if (/^[^,]*\d\.\d{3}$/u.test(number) || /\(\s*$/u.test(before)) return 'unclear';
  if (value === null || /[%~約]|about|approx/iu.test(before + behind)) return 'unclear';
  return { value, unit: [before.trim(), behind.trim()].filter(Boolean).join(' ') };
}

/** The unit that a head or a line above the list names: `Amount (JPY million)`, `単位：百万円`. */
export function unitIn(text: string): string {
  const plain = halfWidth(text);
  const named = /(?:単位|unit)\s*[:：]?\s*([^\s)）\]]+(?: [^\s)）\]]+)?)/iu.exec(plain)?.[1];
  if (named) return named.trim();
  const inBrackets = /[([［]([^)\]］]+)[)\]］]\s*$/u.exec(plain)?.[1]?.trim() ?? '';
  return /[\p{Sc}円元]|\b(?:[A-Z]{3}|million|billion|thousand|mn|bn|yen)\b/u.test(inBrackets)
    ? inBrackets
    : '';
}

/** The several things in one cell: `Palm oil; rubber`, `電子部品、樹脂`. */
export function listIn(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[;；、\n|]|,(?=\s)|(?<=\S)\/(?=\S)/u)
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ];
}

/** Whether a name is that of a line of sums. */
export function isTotal(name: string): boolean {
  return /^(?:合計|総計|小計|総合計|計|(?:grand |sub-?)?totals?|sum)[:：]?$/iu.test(halfWidth(name).trim());
}

/** Whether a line is a note below a list. */
export function isNote(text: string): boolean {
  return /^(?:[※*†‡＊]|注|備考[:：]|notes?\b|source\b|出典)/iu.test(text);
}
