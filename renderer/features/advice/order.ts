import { ADVICE_KINDS, ADVICE_STATUSES, isSettled } from '#shared/model/advice.ts';
import {
  type AdviceColumn,
  type AdviceRow,
  type AdviceWords,
  adviceCell,
  nextDue,
  ownersOf,
} from '#shared/retrieval/advice-sheet.ts';

export interface RegisterSort {
  readonly column: AdviceColumn;
  readonly down: boolean;
}

/** Rows by a column; what is empty stands last either way. Rows that are alike stay in the order that they came in. */
export function sorted<R extends AdviceRow>(
  rows: readonly R[],
  sort: RegisterSort | null,
  words: AdviceWords,
  language: string,
): readonly R[] {
  if (!sort) return rows;
  const { compare } = new Intl.Collator(language, { numeric: true });
  const keyed = rows.map((row) => ({ row, key: keyOf(row, sort.column, words) }));
  keyed.sort((a, b) => {
    if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '');
    const order =
      typeof a.key === 'number' && typeof b.key === 'number'
        ? a.key - b.key
        : compare(String(a.key), String(b.key));
    return sort.down ? -order : order;
  });
  return keyed.map(({ row }) => row);
}

/** What a row is put in order by: dates and stages by what they mean, all else by what is written. */
function keyOf(row: AdviceRow, column: AdviceColumn, words: AdviceWords): string | number {
  const { advice, quotes } = row;
  if (column === 'due') return nextDue(row) ?? '';
  if (column === 'status') return ADVICE_STATUSES.indexOf(advice.status);
  if (column === 'kind') return ADVICE_KINDS.indexOf(advice.kind);
  if (column === 'year') return quotes[0]?.dialogue.fiscalYear ?? '';
  return adviceCell(row, column, words).trim();
}

/** How the register is laid out: one list, by who owns what, or by where it was heard and what became of it. */
export const REGISTER_FORMS = ['list', 'owner', 'dialogue'] as const;
export type RegisterForm = (typeof REGISTER_FORMS)[number];

/** Rows that stand under one heading. */
export interface RegisterGroup<R> {
  /** The owner (empty = nobody), or the dialogue's id; one for all in a list. */
  readonly key: string;
  readonly rows: readonly R[];
  /** Of these, how many are not settled, and how many have no response. */
  readonly open: number;
  readonly unanswered: number;
}

/** Rows under their headings: owners by name, after what nobody owns; dialogues the newest first. */
export function grouped<R extends AdviceRow>(
  rows: readonly R[],
  form: RegisterForm,
  language: string,
): RegisterGroup<R>[] {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = form === 'list' ? '' : form === 'owner' ? (ownersOf(row)[0] ?? '') : row.advice.dialogueId;
    const own = groups.get(key);
    if (own) own.push(row);
    else groups.set(key, [row]);
  }
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...groups]
    .sort(([a, one], [b, other]) =>
      form === 'owner' ? compare(a, b) : compare(heldOn(other[0]), heldOn(one[0])),
    )
    .map(([key, own]) => ({
      key,
      rows: own,
      open: own.filter(({ advice }) => !isSettled(advice)).length,
      unanswered: own.filter(({ advice }) => advice.response.trim() === '').length,
    }));
}

function heldOn(row: AdviceRow | undefined): string {
  const dialogue = row?.quotes[0]?.dialogue;
  return dialogue ? `${dialogue.fiscalYear} ${dialogue.date ?? ''}` : '';
}
