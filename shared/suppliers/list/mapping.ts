import { foldText } from '../../fold/fold.ts';
import { RISK_FACTORS, type RiskFactor } from '../../model/organisation.ts';
import { factorIn, unitIn } from './cell-words.ts';
import type { ListCell, SupplierListTable } from './read-list.ts';

/** What a column can say of a supplier. */
export const LIST_FIELDS = [
  'name',
  'alias',
  'country',
  'sectors',
  'products',
  ...RISK_FACTORS,
  'amount',
  'note',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];
export type ColumnUse = ListField | 'none';

/** What the rows and columns of a list are. */
export interface ListMapping {
  /** Rows that head the list, by their place; those before are lines above it. Empty = it has no heads. */
  readonly heads: readonly number[];
  /** One a column. */
  readonly columns: readonly ColumnUse[];
  /** What each column is called in the file; of a head in two rows both. */
  readonly names: readonly string[];
  /** Unit that the list names for amounts which stand without one. */
  readonly unit: string;
}

/** Words by which the head of a column is known, folded; the first that fits. */
const HEADS: readonly (readonly [RegExp, ColumnUse])[] = [
  [
    /code|コード|番号|\bno\b|\bid\b|duns|法人番号|電話|\btel\b|phone|mail|担当|住所|address|url|郵便/u,
    'none',
  ],
  [/alias|trade name|also known|former name|別名|通称|略称|旧社名|旧名称|フリガナ|ふりがな|読み/u, 'alias'],
  [
    /amount|spend|turnover|purchase value|procurement value|volume|取引額|取引金額|購入額|購入金額|調達額|調達金額|仕入額|仕入金額|支払額|金額/u,
    'amount',
  ],
  [/note|remark|comment|備考|メモ|摘要/u, 'note'],
  [/region|country|countries|location|\barea\b|nation|国|地域|所在/u, 'country'],
  [/sector|industry|industries|業種|業界|セクター|産業/u, 'sectors'],
  [/product|goods|\bitem|commodit|material|品目|製品|商品|品名|原材料/u, 'products'],
  [
    /supplier|vendor|仕入先|取引先|サプライヤー|調達先|会社名|企業名|社名|名称|company name|\bname\b/u,
    'name',
  ],
  [/company|企業|個社|corporate/u, 'company'],
];

/** Columns of words that are a factor where their cells say levels. */
const FACTOR_OF: Partial<Readonly<Record<ColumnUse, RiskFactor>>> = {
  country: 'region',
  sectors: 'sector',
  products: 'product',
  name: 'company',
  company: 'company',
};

/** Rows within which the heads are looked for, and cells by which a column is judged. */
const HEAD_WITHIN = 20;
const JUDGED = 200;

/** What rows and columns of a list seem to be, by their heads and by what stands below them. */
export function guessListMapping({ rows }: SupplierListTable): ListMapping {
  const heads = headRows(rows);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const names = Array.from({ length: width }, (_none, column) => headText(rows, heads, column));
  const body = rows.slice((heads.at(-1) ?? -1) + 1).slice(0, JUDGED);
  const columns = names.map((name, column) => useOf(name, textsOf(body, column)));
  // A list of one column has names in it; without heads, the first column with words does.
  if (!columns.includes('name')) {
    const first = columns.findIndex(
      (use, column) =>
        use === 'none' &&
        textsOf(body, column).some((text) => /\p{L}{2}/u.test(text)) &&
        (names[column] === '' || width === 1),
    );
    if (first >= 0) columns[first] = 'name';
    else if (columns.includes('company')) columns[columns.indexOf('company')] = 'name';
  }
  const above = rows.slice(0, heads[0] ?? 0).flatMap((row) => row.map(({ text }) => text));
  const named = [...names.filter((_name, column) => columns[column] === 'amount'), ...above];
  return { heads, columns: once(columns), names, unit: named.map(unitIn).find(Boolean) ?? '' };
}

function useOf(head: string, texts: readonly string[]): ColumnUse {
  if (head === '') return 'none';
  const [, use = 'none'] = HEADS.find(([words]) => words.test(foldText(head))) ?? [];
  const factor = FACTOR_OF[use];
  if (factor === undefined) return use;
  const levels = texts.filter((text) => factorIn(text) !== 'blank');
  const says = levels.filter((text) => factorIn(text) !== 'unclear').length >= 0.6 * levels.length;
  // A head that speaks of risk heads no products, whatever its cells say.
  if (/risk|リスク|factor|要因/u.test(foldText(head)) || (levels.length > 0 && says)) return factor;
  return use === 'company' ? 'name' : use;
}

/** Of each use but names and aliases the first column; a name may stand in two languages. */
function once(columns: readonly ColumnUse[]): ColumnUse[] {
  return columns.map((use, column) =>
    use === 'name' || use === 'alias' || columns.indexOf(use) === column ? use : 'none',
  );
}

function textsOf(rows: readonly (readonly ListCell[])[], column: number): string[] {
  return rows.map((row) => row[column]?.text ?? '').filter((text) => text !== '');
}

/** The row with most heads that are known, with the row above that spans several of them, or the one below that goes on. */
function headRows(rows: readonly (readonly ListCell[])[]): number[] {
  const known = rows
    .slice(0, HEAD_WITHIN)
    .map((row) => row.filter((cell) => !cell.continued && isHead(cell.text)).length);
  const best = known.reduce((most, count, at) => (count > (known[most] ?? 0) ? at : most), 0);
  if ((known[best] ?? 0) === 0) return [];
  if ((known[best] ?? 0) === 1 && (rows[best] ?? []).filter(({ text }) => text !== '').length > 2) return [];
  const spans = (at: number) => (rows[at] ?? []).some(({ text, continued }) => continued && text !== '');
  const distinct = (at: number) => new Set((rows[at] ?? []).map(({ text }) => text).filter(Boolean)).size;
  if (best > 0 && spans(best - 1) && distinct(best - 1) > 1) return [best - 1, best];
  if (spans(best) && (known[best + 1] ?? 0) > 0) return [best, best + 1];
  return [best];
}

function isHead(text: string): boolean {
  return text !== '' && text.length <= 40 && HEADS.some(([words]) => words.test(foldText(text)));
}

function headText(rows: readonly (readonly ListCell[])[], heads: readonly number[], column: number): string {
  const texts = heads.map((row) => rows[row]?.[column]?.text ?? '').filter(Boolean);
  // A head that is merged downwards stands in both rows.
  return [...new Set(texts)].join(' ');
}
