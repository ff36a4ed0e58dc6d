import { resultsShown } from '../assessment/blindness.ts';
import { isMessageKey } from '../i18n/index.ts';
import type { AnyRow, TableName } from '../model/tables.ts';
import type { Difference, Part } from './differences.ts';
import type { Choice, Where } from './placing.ts';
import { type Naming, nameOf, valueText } from './value-text.ts';

/** A choice in the list of what differs, in words. */
export interface ReviewPart {
  readonly key: string;
  /** What is chosen between, e.g. `Owner`; empty = the whole. */
  readonly label: string;
  readonly at: Where;
  readonly clash: boolean;
  readonly choices: readonly Choice[];
  readonly choice: Choice;
  /** The versions as they read. */
  readonly texts: Readonly<Record<Choice, string>>;
}

/** A difference in the list, in words; plain data. */
export interface ReviewItem {
  readonly key: string;
  readonly table: TableName;
  readonly kind: Difference['kind'];
  readonly at: Where;
  readonly name: string;
  /** How many rows come and go with it, by table. */
  readonly followers: readonly { readonly table: TableName; readonly count: number }[];
  readonly parts: readonly ReviewPart[];
  readonly blocked?: Part['blocked'];
}

/** What differs as a list to be looked over. Passages that came or went are not in it: they follow what rests on them. */
export function reviewItems(list: readonly Difference[], naming: Naming): ReviewItem[] {
  return list
    .filter(({ table, kind }) => table !== 'passages' || kind === 'changed')
    .map((one) => itemOf(one, naming));
}

function itemOf(one: Difference, naming: Naming): ReviewItem {
  const { key, table, kind, at, rows, parts } = one;
  const blocked = parts.find((part) => part.blocked)?.blocked;
  return {
    key,
    table,
    kind,
    at,
    name: nameOf(naming, table, (rows.theirs ?? rows.mine ?? rows.base) as AnyRow),
    followers: [...one.followers]
      .filter(([follower]) => follower !== 'passages')
      .map(([follower, ids]) => ({ table: follower, count: ids.size })),
    parts: parts.map((part) => partOf(one, part, naming)),
    ...(blocked ? { blocked } : {}),
  };
}

function partOf(one: Difference, part: Part, naming: Naming): ReviewPart {
  const { key, at, clash, choices, choice } = part;
  const texts = isBlind(one, naming)
    ? hidden(naming)
    : part.fields.length === 0
      ? wholeTexts(one, naming)
      : fieldTexts(one, part, naming);
  return { key, label: labelOf(part, naming), at, clash, choices, choice, texts };
}

function labelOf({ fields }: Part, { t }: Naming): string {
  for (const field of fields) {
    const key = `merge.field.${field}`;
    if (isMessageKey(key)) return t(key);
  }
  return fields.length === 0 ? '' : t('merge.field.other');
}

function wholeTexts({ rows, kind }: Difference, { t }: Naming): ReviewPart['texts'] {
  const text = (row: AnyRow | null) =>
    t(row === null ? 'merge.whole.gone' : kind === 'removed' ? 'merge.whole.changed' : 'merge.whole.present');
  return { mine: text(rows.mine), theirs: text(rows.theirs), both: '' };
}

/** Fields that say what those beside them say as well. */
const SILENT = ['turnId', 'start', 'end', 'before', 'after', 'state', 'history', 'closedAt'];

function fieldTexts(
  { table, rows }: Difference,
  { fields, both }: Part,
  naming: Naming,
): ReviewPart['texts'] {
  const shown = fields.length > 1 ? fields.filter((field) => !SILENT.includes(field)) : fields;
  const text = (row: object | null | undefined) =>
    shown
      .map((field) => valueText(naming, table, field, (row as Record<string, unknown> | null)?.[field]))
      .join(' · ');
  return { mine: text(rows.mine), theirs: text(rows.theirs), both: both ? text(both) : '' };
}

function hidden({ t }: Naming): ReviewPart['texts'] {
  const text = t('merge.hidden');
  return { mine: text, theirs: text, both: text };
}

/** Ratings that nobody is to see yet: not all who rate in the round are done, here or in the copy. */
function isBlind({ table, rows }: Difference, { sides }: Naming): boolean {
  if (table !== 'ratings') return false;
  const roundId = (rows.mine ?? rows.theirs ?? rows.base) as { roundId?: string } | null;
  return [sides.mine, sides.theirs].some((side) => {
    const round = side.rounds.get(roundId?.roundId ?? '');
    return round !== undefined && !resultsShown(round as Parameters<typeof resultsShown>[0]);
  });
}
