import type { LocalText } from '../../model/basics.ts';
import type { Cited } from '../../model/cited.ts';
import { type Organisation, RISK_FACTORS, type RiskFactor } from '../../model/organisation.ts';
import { textByScript } from '../../pasted/text-by-script.ts';
import type { Level } from '../order.ts';
import { amountIn, factorIn, listIn, type SaidAmount } from './cell-words.ts';
import type { ListField, ListMapping } from './mapping.ts';
import type { ListCell } from './read-list.ts';

/** What a row says of a supplier; what it leaves blank, it says nothing of. */
export interface Said {
  readonly name: LocalText;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly sectors: readonly string[];
  readonly products: readonly string[];
  readonly factors: Readonly<Partial<Record<RiskFactor, Level>>>;
  readonly amount: SaidAmount | null;
  readonly note: string;
}

/** A cell that cannot be stored as it is; the rest of its row can. */
export interface CellProblem {
  readonly field: ListField;
  readonly text: string;
  readonly code: 'factor' | 'amount' | 'formula' | 'two-amounts' | 'two-levels' | 'two-countries';
}

export interface ReadRow {
  readonly said: Said;
  readonly problems: readonly CellProblem[];
}

/** What the cells of a row say, as far as columns are mapped. */
export function readRow(row: readonly ListCell[], { columns, unit }: ListMapping): ReadRow {
  const problems: CellProblem[] = [];
  const textsOf = (field: ListField) =>
    columns.flatMap((use, column) => {
      const text = use === field ? (row[column]?.text ?? '') : '';
      if (!text.startsWith('=')) return text === '' ? [] : [text];
      problems.push({ field, text, code: 'formula' });
      return [];
    });
  const name: Record<string, string> = {};
  const aliases: string[] = [];
  for (const text of textsOf('name').map(nameText).filter(Boolean)) {
    const own = textByScript(text);
    const [language = 'en'] = Object.keys(own);
    if (name[language] === undefined) Object.assign(name, own);
    else if (name[language] !== text) aliases.push(text);
  }
  const factors: Partial<Record<RiskFactor, Level>> = {};
  for (const factor of RISK_FACTORS) {
    const [text = ''] = textsOf(factor);
    const level = factorIn(text);
    if (level === 'unclear') problems.push({ field: factor, text, code: 'factor' });
    else if (level !== 'blank') factors[factor] = level;
  }
  const [amountText = ''] = textsOf('amount');
  const amount = amountIn(amountText);
  if (amount === 'unclear') problems.push({ field: 'amount', text: amountText, code: 'amount' });
  const said: Said = {
    name,
    aliases: [...aliases, ...textsOf('alias').flatMap(listIn)],
    country: textsOf('country')[0] ?? '',
    sectors: textsOf('sectors').flatMap(listIn),
    products: textsOf('products').flatMap(listIn),
    factors,
    amount: typeof amount === 'string' ? null : { ...amount, unit: amount.unit || unit },
    note: textsOf('note').join('\n'),
  };
  return { said, problems };
}

/** A name in one line, without the marks that turn the direction of writing: two names that look alike are alike. */
function nameText(text: string): string {
  return text
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Two rows of one supplier as one: what the second adds; where they differ the first stands, and it is said. */
export function joined(first: ReadRow, second: ReadRow): ReadRow {
  const problems = [...second.problems];
  const [a, b] = [first.said, second.said];
  const factors = { ...b.factors, ...a.factors };
  for (const factor of RISK_FACTORS) {
    const [one, other] = [a.factors[factor], b.factors[factor]];
    if (one && other && one !== other) problems.push({ field: factor, text: other, code: 'two-levels' });
  }
  if (a.amount && b.amount && (a.amount.value !== b.amount.value || a.amount.unit !== b.amount.unit))
    problems.push({
      field: 'amount',
      text: `${b.amount.value} ${b.amount.unit}`.trim(),
      code: 'two-amounts',
    });
  if (a.country && b.country && a.country !== b.country)
    problems.push({ field: 'country', text: b.country, code: 'two-countries' });
  return {
    said: {
      name: { ...b.name, ...a.name },
      aliases: union(a.aliases, [
        ...b.aliases,
        ...Object.values(b.name).filter((name) => !Object.values(a.name).includes(name)),
      ]),
      country: a.country || b.country,
      sectors: union(a.sectors, b.sectors),
      products: union(a.products, b.products),
      factors,
      amount: a.amount ?? b.amount,
      note: union(a.note ? [a.note] : [], b.note ? [b.note] : []).join('\n'),
    },
    problems,
  };
}

/** What a supplier would be with what a row says: nothing is taken away but a level or an amount that is said otherwise. */
export function applied(
  before: Organisation,
  said: Said,
  about: { cited: Cited | null; fiscalYear: number | null },
): Organisation {
  const name = { ...said.name, ...before.name };
  const known = new Set([...Object.values(name), ...before.aliases]);
  const spellings = [...Object.values(said.name), ...said.aliases].filter((one) => !known.has(one));
  const changed = RISK_FACTORS.filter((factor) => {
    const level = said.factors[factor];
    return level !== undefined && level !== before.factors.find((one) => one.factor === factor)?.level;
  });
  const { amount } = said;
  const isSameAmount = amount?.value === before.amount?.value && amount?.unit === before.amount?.unit;
  return {
    ...before,
    name,
    aliases: union(before.aliases, spellings),
    kind: before.kind === 'other' ? 'supplier' : before.kind,
    country: said.country || before.country,
    sectors: union(before.sectors, said.sectors),
    products: union(before.products, said.products),
    factors: [
      ...before.factors.filter(({ factor }) => !changed.includes(factor)),
      ...changed.map((factor) => ({ factor, level: said.factors[factor] ?? 'unknown', cited: about.cited })),
    ],
    amount: amount === null || isSameAmount ? before.amount : { ...amount, fiscalYear: about.fiscalYear },
    note: noted(before.note, said.note),
  };
}

function noted(note: LocalText, added: string): LocalText {
  if (added === '') return note;
  const [[language = 'en', text = '']] = Object.entries(textByScript(added)) as [[string, string]];
  const before = note[language] ?? '';
  if (before.includes(text)) return note;
  return { ...note, [language]: before === '' ? text : `${before}\n${text}` };
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])];
}
