import type { Figure, Valueless } from '../model/figure.ts';
import { halfWidth, type NumberProblem, typedNumber } from '../number.ts';

/** What a cell of a table says: of a person who types, or a report that is pasted. */
export type TypedFigure =
  | { readonly kind: 'blank' }
  | { readonly kind: 'none'; readonly status: Valueless; readonly marks: readonly string[] }
  /** A dash: nothing, or 0? Only a person can say. */
  | { readonly kind: 'ask'; readonly marks: readonly string[] }
  | ({
      readonly kind: 'value';
      /** It was written with a percent sign. */
      readonly percent: boolean;
      readonly marks: readonly string[];
    } & Pick<Figure, 'most' | 'outOf' | 'precision'> & { readonly value: number })
  | { readonly kind: 'refused'; readonly problem: FigureProblem };

export type FigureProblem =
  | NumberProblem
  | 'two-numbers'
  /** It begins as a formula does: nothing is computed here. */
  | 'formula'
  /** A range that goes down, a part of less than itself, a share of nothing. */
  | 'order';

const MARK = /[*※†‡#]\d{0,2}|\((?:注|note)\s*\d*\)|注\d+/giu;
const MARKS_BEHIND = new RegExp(`(?:[\\s,、]*(?:${MARK.source}))+$`, 'iu');
const SIGNS: ReadonlyMap<string, Valueless> = new Map([
  ['…', 'not-collected'],
  ['...', 'not-collected'],
  ['‥', 'not-collected'],
  ['n/a', 'not-applicable'],
  ['na', 'not-applicable'],
  ['該当なし', 'not-applicable'],
  ['x', 'withheld'],
  ['非公表', 'withheld'],
  ['*', 'awaited'],
  ['集計中', 'awaited'],
]);
const DASH = /^[-－−–—―ー‐]{1,3}$/u;
const PRECISIONS: readonly (readonly [RegExp, RegExp, Figure['precision']])[] = [
  [
    /^(?:about|around|approximately|approx\.?|ca\.?|c\.|~|〜|約|およそ|おおよそ)\s*/i,
    /\s*(?:程度|前後|ほど)$/,
    'about',
  ],
  [/^(?:at least|>=|≥|≧)\s*/i, /\s*以上$/, 'at-least'],
  [/^(?:at most|up to|<=|≤|≦)\s*/i, /\s*以下$/, 'at-most'],
  [/^(?:less than|fewer than|below|under|<)\s*/i, /\s*未満$/, 'below'],
];
const RANGE = /^(.+?)\s*[–〜~]\s*(.+)$/u;
const OUT_OF = /^(.+?)\s*(?:\/|\bout of\b|\bof\b)\s*(.+)$/iu;

/**
 * Reads what stands in a cell: `21,150*2`, `約200`, `85％`, `387/393`, `<4`, `△12`, `(12)`, `28–30`, the signs for none.
 * What could be read in two ways is refused with the reason, as in `typedNumber`, on which it rests.
 */
export function typedFigure(typed: string): TypedFigure {
  if (PLAIN.test(typed)) return plain(Number(typed.replaceAll(',', '')));
  const text = halfWidth(typed).trim();
  if (text === '') return { kind: 'blank' };
  if (/^=(?![<>])/.test(text)) return { kind: 'refused', problem: 'formula' };
  const alone = SIGNS.get(text.toLowerCase());
  if (alone) return { kind: 'none', status: alone, marks: [] };
  const [behind = ''] = MARKS_BEHIND.exec(text) ?? [];
  const marks = behind.match(MARK) ?? [];
  const said = text.slice(0, text.length - behind.length).trim();
  const status = SIGNS.get(said.toLowerCase());
  if (status) return { kind: 'none', status, marks };
  if (DASH.test(said)) return { kind: 'ask', marks };
  return valueIn(said, marks);
}

/** As most cells of a table are written: of tens of thousands each is read without the rest. */
const PLAIN = /^(?:\d{1,15}|[1-9]\d{0,2}(?:,\d{3}){1,4})$/;

function plain(value: number): TypedFigure {
  return { kind: 'value', value, most: null, outOf: null, precision: 'exact', percent: false, marks: [] };
}

function valueIn(said: string, marks: readonly string[]): TypedFigure {
  const { precision, rest } = withoutPrecision(said);
  const percent = /\s*(?:%|percent|パーセント)$/i;
  const bare = rest.replace(percent, '').trim();
  const found = numbersIn(bare.replace(percent, ''));
  if ('problem' in found) return { kind: 'refused', problem: found.problem };
  return { kind: 'value', ...found, precision, percent: bare !== rest, marks };
}

function withoutPrecision(said: string): { readonly precision: Figure['precision']; readonly rest: string } {
  for (const [before, behind, precision] of PRECISIONS) {
    const rest = said.replace(before, '').replace(behind, '');
    if (rest !== said) return { precision, rest: rest.trim() };
  }
  return { precision: 'exact', rest: said };
}

type Numbers = { readonly value: number; readonly most: number | null; readonly outOf: number | null };

function numbersIn(text: string): Numbers | { readonly problem: FigureProblem } {
  const one = number(text);
  if ('value' in one) return { value: one.value, most: null, outOf: null };
  for (const [pattern, field] of [
    [OUT_OF, 'outOf'],
    [RANGE, 'most'],
  ] as const) {
    const [, first, second] = pattern.exec(text) ?? [];
    if (first === undefined || second === undefined) continue;
    const [lower, upper] = [number(first.replace(/%$/, '').trim()), number(second)];
    if ('problem' in lower) return lower;
    if ('problem' in upper) return upper;
    if (upper.value < lower.value || upper.value === 0) return { problem: 'order' };
    return { value: lower.value, most: null, outOf: null, [field]: upper.value };
  }
  return isTwo(text) ? { problem: 'two-numbers' } : one;
}

function number(text: string): { readonly value: number } | { readonly problem: NumberProblem } {
  const inBrackets = /^\((.+)\)$/.exec(text)?.[1];
  const { value, problem } = typedNumber(inBrackets ?? text);
  if (problem !== null || value === null) return { problem: problem ?? 'unclear' };
  // Accounts put a negative number in brackets; one that has a sign of its own is something else.
  if (inBrackets !== undefined && value <= 0) return { problem: 'unclear' };
  return { value: inBrackets === undefined ? value : -value };
}

/** Two numbers beside one another; `1 234` may be one. */
function isTwo(text: string): boolean {
  const parts = text.split(/\s*[\n;、;・]\s*|\s+/).filter(Boolean);
  if (parts.length < 2 || !parts.every((part) => 'value' in number(part))) return false;
  return !/^\d{1,3}(?: \d{3})+$/.test(text);
}
