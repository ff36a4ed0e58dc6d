import { foldText } from '../fold/fold.ts';
import type { DocumentKind } from './documents.ts';
import type { Facet } from './request.ts';

/** Which years, both ends included; null = open. */
export interface YearRange {
  readonly from: number | null;
  readonly to: number | null;
  /** `FY2020` is named as English names fiscal years, `2020年度` as Japanese does, `2020年` is on the calendar. */
  readonly as: 'any' | 'fy' | 'nendo' | 'calendar';
}

/** What narrows the search without being looked for in the text. */
export type Filter =
  | { readonly by: 'kind'; readonly kind: DocumentKind; readonly not: boolean }
  | {
      readonly by: 'speaker' | 'issue' | 'dialogue' | 'lang';
      /** Folded. */
      readonly name: string;
      readonly not: boolean;
    }
  | { readonly by: 'year'; readonly years: YearRange; readonly not: boolean };

/** Words for a field, folded, in every language of the interface. */
const LABELS: Readonly<Record<string, Facet>> = {
  kind: 'kind',
  種類: 'kind',
  speaker: 'speaker',
  person: 'speaker',
  発言者: 'speaker',
  話者: 'speaker',
  人物: 'speaker',
  issue: 'issue',
  課題: 'issue',
  dialogue: 'dialogue',
  ダイアログ: 'dialogue',
  対話: 'dialogue',
  year: 'year',
  年度: 'year',
  年: 'year',
  lang: 'lang',
  language: 'lang',
  言語: 'lang',
};

const KINDS: Readonly<Record<string, DocumentKind>> = {
  turn: 'turn',
  turns: 'turn',
  発言: 'turn',
  advice: 'advice',
  助言: 'advice',
  issue: 'issue',
  issues: 'issue',
  課題: 'issue',
  person: 'person',
  people: 'person',
  人物: 'person',
  dialogue: 'dialogue',
  dialogues: 'dialogue',
  ダイアログ: 'dialogue',
  対話: 'dialogue',
  figure: 'indicator',
  figures: 'indicator',
  数値: 'indicator',
  structure: 'arrangement',
  programme: 'arrangement',
  体制: 'arrangement',
  organisation: 'organisation',
  organization: 'organisation',
  組織: 'organisation',
  instrument: 'instrument',
  policy: 'instrument',
  規範: 'instrument',
  source: 'source',
  sources: 'source',
  出典: 'source',
  entry: 'entry',
  entries: 'entry',
  記録: 'entry',
  statement: 'answer',
  statements: 'answer',
  声明: 'answer',
};

/**
 * What a field means.
 * @param label and its value as typed; the label folded
 * @returns null for what is no field: then it is words like any other
 */
export function filterOf(label: string, content: string, not: boolean): Filter | null {
  const by = own(LABELS, label);
  const value = foldText(content).trim();
  if (by === undefined || value === '') return null;
  if (by === 'kind') {
    const kind = own(KINDS, value);
    return kind ? { by, kind, not } : null;
  }
  if (by === 'year') {
    const years = yearsOf(value);
    const as = years?.as === 'any' ? (YEAR_LABELS[label] ?? 'any') : years?.as;
    return years && as ? { by, years: { ...years, as }, not } : null;
  }
  return { by, name: value, not };
}

/** Whether a folded word is the label of a field. */
export function isLabel(word: string): boolean {
  return own(LABELS, word) !== undefined;
}

/** Labels that say which kind of year is meant where the value does not. */
const YEAR_LABELS: Readonly<Record<string, YearRange['as']>> = { 年度: 'nendo', 年: 'calendar' };
const YEAR = '(fy)?((?:19|2[01])\\d\\d|\\d\\d)(年度|年)?';
const YEARS = new RegExp(`^(?:${YEAR})?(?:(\\.{2,}|[-~〜])(?:${YEAR})?)?$`, 'u');

/** The years that a folded text means; null when it means none. */
export function yearsOf(value: string): YearRange | null {
  const match = YEARS.exec(value.replaceAll(/\s+/g, ''));
  if (!match) return null;
  const [, fy, first, mark, range, fyTo, last, markTo] = match;
  if (first === undefined && last === undefined) return null;
  const [named, called] = [fy ?? fyTo, mark ?? markTo];
  const short = [first, last].some((year) => year?.length === 2);
  // Of two digits alone nobody can say that they are a year.
  if (short && named === undefined && called === undefined) return null;
  const number = (year: string | undefined) =>
    year === undefined ? null : year.length === 2 ? 2000 + Number(year) : Number(year);
  const from = number(first);
  const to = range === undefined ? from : number(last);
  return {
    from: from !== null && to !== null ? Math.min(from, to) : from,
    to: from !== null && to !== null ? Math.max(from, to) : to,
    as: called === '年度' ? 'nendo' : called === '年' ? 'calendar' : named !== undefined ? 'fy' : 'any',
  };
}

/** Fields whose value is a name that a person gave. */
export type NamedField = 'speaker' | 'issue' | 'dialogue' | 'year' | 'lang';

/** How the fields are written in a language; as in English where it has none of its own. */
const WRITTEN: Readonly<Record<string, Readonly<Record<NamedField, string>>>> = {
  ja: { speaker: '発言者', issue: '課題', dialogue: 'ダイアログ', year: '年度', lang: '言語' },
};

/** A field and its value as a person would type them, in quotes where the value needs them. */
export function filterText(by: NamedField | 'person', value: string, language: string): string {
  const field = by === 'person' ? 'speaker' : by;
  const label = WRITTEN[language]?.[field] ?? field;
  const plain = value.replaceAll(/["“”„‟＂]/gu, ' ').trim();
  return /[\s()（）「」『』]/u.test(plain) ? `${label}:"${plain}"` : `${label}:${plain}`;
}

function own<V>(words: Readonly<Record<string, V>>, word: string): V | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
