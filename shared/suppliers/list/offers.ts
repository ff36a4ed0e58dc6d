import type { Id } from '../../model/basics.ts';
import { blankOrganisation, type Organisation, RISK_FACTORS } from '../../model/organisation.ts';
import { levelOf } from '../order.ts';
import { isNote, isTotal } from './cell-words.ts';
import type { ListField, ListMapping } from './mapping.ts';
import { bareNameKey } from './names.ts';
import type { ListCell, SupplierListTable } from './read-list.ts';
import { applied, type CellProblem, joined, type ReadRow, readRow, type Said } from './said.ts';

/** Why a row is no supplier. */
export type LeftWhy = 'above' | 'head' | 'empty' | 'total' | 'note' | 'repeat';

/** What a row would change of a supplier that is there; an empty `before` = it adds to it. */
export interface Difference {
  readonly field: ListField | 'kind';
  readonly before: string;
  readonly after: string;
}

/** Why a person is asked before a row is taken. */
export type Doubt =
  /** It may be one of these suppliers, which are written otherwise, or of which several are called so. */
  | { readonly kind: 'alike'; readonly ids: readonly Id[] }
  /** An earlier row has the same name (`exact`), or one that differs in what says that it is a company, or in width. */
  | {
      readonly kind: 'twin';
      readonly row: number;
      readonly exact: boolean;
      /** In what they differ, should they be joined: there the earlier row stands. */
      readonly conflicts: readonly CellProblem[];
    };

export interface Offer {
  readonly kind: 'offer';
  /** Counts from 1, as a spreadsheet shows it. */
  readonly row: number;
  readonly verdict: 'new' | 'changed' | 'same';
  readonly said: Said;
  /** The supplier that it is, without a doubt; null = none is known. */
  readonly existing: Id | null;
  readonly differences: readonly Difference[];
  readonly problems: readonly CellProblem[];
  readonly doubt: Doubt | null;
}

/** What becomes of a row of the file: it is offered, refused with the reason, or listed as left out. */
export type RowOutcome =
  | Offer
  | {
      readonly kind: 'refused';
      readonly row: number;
      readonly why: RefusedWhy;
      readonly text: string;
    }
  | {
      readonly kind: 'left';
      readonly row: number;
      readonly why: LeftWhy;
      readonly text: string;
      readonly of: number | null;
    };

/** Why a row cannot be brought in. */
type RefusedWhy = 'no-name' | 'formula' | 'long-name' | 'garbled' | 'quote';

const LONGEST_NAME = 300;

/**
 * What each row of a list would bring in. Nothing is decided here: a supplier that is known under another spelling, and a name
 * that comes again, are asked about.
 * @param onProgress is told how far it is, 0 to 1
 */
export function offersOf(
  { rows }: SupplierListTable,
  mapping: ListMapping,
  known: readonly Organisation[],
  onProgress: (done: number) => void = () => {},
): RowOutcome[] {
  const directory = new Directory(known);
  const seen = new Seen();
  return rows.map((row, at): RowOutcome => {
    if (at % 500 === 0) onProgress(at / rows.length);
    return leftOut(row, at, rows, mapping) ?? outcome(row, at + 1, mapping, directory, seen);
  });
}

function leftOut(
  row: readonly ListCell[],
  at: number,
  rows: SupplierListTable['rows'],
  { heads, columns }: ListMapping,
): RowOutcome | null {
  const texts = row.map(({ text }) => text).filter(Boolean);
  const left = (why: LeftWhy): RowOutcome => ({
    kind: 'left',
    row: at + 1,
    why,
    text: shortText(row),
    of: null,
  });
  if (texts.length === 0) return left('empty');
  const [first] = heads;
  if (first !== undefined && at < first) return left('above');
  if (heads.includes(at) || heads.some((head) => isSameRow(rows[head] ?? [], row))) return left('head');
  const isNumber = (text: string) => /^[\d.,\s\p{Sc}%=()A-Z:+-]*\d[\s\S]*$/u.test(text);
  const names = columns.flatMap((use, column) => (use === 'name' ? (row[column]?.text ?? '') : []));
  const total = texts.find(isTotal);
  // A company may be called “Total”: a line of sums says nothing else but numbers.
  if (total !== undefined && texts.every((text) => text === total || isNumber(text))) return left('total');
  const own = row.filter(({ text, continued }) => text !== '' && !continued);
  if (own.length === 1 && isNote(own[0]?.text ?? '') && !names.some((name) => name !== '' && !isNote(name)))
    return left('note');
  return null;
}

function isSameRow(a: readonly ListCell[], b: readonly ListCell[]): boolean {
  const texts = (row: readonly ListCell[]) =>
    row
      .map(({ text }) => text)
      .join('\t')
      .trimEnd();
  return texts(a) === texts(b);
}

function outcome(
  row: readonly ListCell[],
  number: number,
  mapping: ListMapping,
  directory: Directory,
  seen: Seen,
): RowOutcome {
  const read = readRow(row, mapping);
  const names = Object.values(read.said.name);
  const refused = (why: RefusedWhy): RowOutcome => ({
    kind: 'refused',
    row: number,
    why,
    text: shortText(row),
  });
  if (names.length === 0)
    return refused(read.problems.some(({ field }) => field === 'name') ? 'formula' : 'no-name');
  if (names.some((name) => name.length > LONGEST_NAME)) return refused('long-name');
  if (names.some((name) => name.includes('\uFFFD'))) return refused('garbled');
  if (names.some((name) => /^"[^"]*$/u.test(name))) return refused('quote');
  const keys = names.map(bareNameKey);
  const twin = seen.before(read, number, keys);
  if (twin && JSON.stringify(twin.read) === JSON.stringify(read))
    return { kind: 'left', row: number, why: 'repeat', text: shortText(row), of: twin.row };
  const { same, alike } = directory.find(names, keys);
  const [only, ...others] = same;
  const existing = only && others.length === 0 ? only : null;
  const ids = (existing ? [] : same.length > 0 ? same : alike).map(({ id }) => id);
  const differences = existing ? differencesOf(existing, read.said) : [];
  return {
    kind: 'offer',
    row: number,
    verdict: existing === null ? 'new' : differences.length > 0 ? 'changed' : 'same',
    said: read.said,
    existing: existing?.id ?? null,
    differences,
    problems: read.problems,
    doubt: twin
      ? {
          kind: 'twin',
          row: twin.row,
          exact: twin.exact,
          conflicts: joined(twin.read, { said: read.said, problems: [] }).problems,
        }
      : ids.length > 0
        ? { kind: 'alike', ids }
        : null,
  };
}

/** What a supplier would be otherwise with what a row says. */
export function differencesOf(before: Organisation, said: Said): Difference[] {
  const after = applied(before, said, { cited: null, fiscalYear: null });
  const found: Difference[] = [];
  const tell = (field: Difference['field'], was: string, is: string) => {
    if (was !== is) found.push({ field, before: was, after: is });
  };
  const list = (texts: readonly string[]) => texts.join('; ');
  tell('kind', before.kind, after.kind);
  tell('name', list(Object.values(before.name)), list(Object.values(after.name)));
  tell('alias', list(before.aliases), list(after.aliases));
  tell('country', before.country, after.country);
  tell('sectors', list(before.sectors), list(after.sectors));
  tell('products', list(before.products), list(after.products));
  for (const factor of RISK_FACTORS)
    if (said.factors[factor] !== undefined) tell(factor, levelOf(before, factor), levelOf(after, factor));
  tell('amount', amountText(before), amountText(after));
  tell('note', list(Object.values(before.note)), list(Object.values(after.note)));
  return found;
}

function amountText({ amount }: Organisation): string {
  return amount === null ? '' : `${amount.value} ${amount.unit}`.trim();
}

function shortText(row: readonly ListCell[]): string {
  return row
    .filter(({ text, continued }) => text !== '' && !continued)
    .slice(0, 6)
    .map(({ text }) => (text.length > 60 ? `${text.slice(0, 60)}…` : text))
    .join(' · ');
}

/** Names of the suppliers that are there. */
class Directory {
  readonly #written = new Map<string, Organisation[]>();
  readonly #folded = new Map<string, Organisation[]>();

  constructor(known: readonly Organisation[]) {
    for (const one of known) {
      const names = [...Object.values(one.name), ...one.aliases].filter(Boolean);
      for (const name of new Set(names)) put(this.#written, name.trim(), one);
      for (const key of new Set(names.map(bareNameKey))) put(this.#folded, key, one);
    }
  }

  /** Those that are called so to the letter, and those whose names differ in width, case, kana or form of company. */
  find(names: readonly string[], keys: readonly string[]): { same: Organisation[]; alike: Organisation[] } {
    const same = names.flatMap((name) => this.#written.get(name) ?? []);
    const alike = keys.flatMap((key) => this.#folded.get(key) ?? []);
    return { same: [...new Set(same)], alike: [...new Set(alike)] };
  }
}

/** Names of the rows before. */
class Seen {
  readonly #written = new Map<string, Earlier>();
  readonly #bare = new Map<string, Earlier>();

  /** The earlier row that may be the same supplier, and whether it is called so to the letter. */
  before(
    read: ReadRow,
    row: number,
    keys: readonly string[],
  ): (Earlier & { readonly exact: boolean }) | null {
    const names = Object.values(read.said.name);
    const written = names.map((name) => this.#written.get(name)).find((one) => one !== undefined);
    const bare = keys.map((key) => this.#bare.get(key)).find((one) => one !== undefined);
    const own = { row, read };
    for (const name of names) if (!this.#written.has(name)) this.#written.set(name, own);
    for (const key of keys) if (!this.#bare.has(key)) this.#bare.set(key, own);
    const found = written ?? bare;
    return found ? { ...found, exact: found === written } : null;
  }
}

interface Earlier {
  readonly row: number;
  readonly read: ReadRow;
}

function put<T>(map: Map<string, T[]>, key: string, one: T): void {
  const own = map.get(key);
  if (own) own.push(one);
  else map.set(key, [one]);
}

/** A supplier of which nothing but what a row says is known. */
export function newSupplier(id: Id, said: Said, about: Parameters<typeof applied>[2]): Organisation {
  return applied(blankOrganisation({ id, name: {}, kind: 'supplier' }), said, about);
}
