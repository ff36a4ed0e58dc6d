import type { Choice } from '#shared/merge/placing.ts';
import type { ReviewItem, ReviewPart } from '#shared/merge/review.ts';
import { TABLE_NAMES, type TableName } from '#shared/model/tables.ts';

/** What of the list is shown: all that the copy brings, what both sides changed, what only this side did. */
export type Shown = 'copy' | 'choose' | 'here';

export type Choices = ReadonlyMap<string, Choice>;

/** A line of the list: the head of a kind, or a difference under it. */
export type Line =
  | { readonly key: string; readonly group: TableName; readonly items: readonly ReviewItem[] }
  | { readonly key: string; readonly item: ReviewItem };

export function isShown({ at }: ReviewItem, shown: Shown): boolean {
  if (shown === 'here') return at === 'here';
  return shown === 'copy' ? at !== 'here' : at === 'both';
}

/** The kind under which a difference stands. */
function groupOf({ table, kind }: ReviewItem): TableName {
  return kind === 'transcript' ? 'turns' : table;
}

/** Differences under the heads of their kinds. */
export function linesOf(items: readonly ReviewItem[]): Line[] {
  return TABLE_NAMES.flatMap((group): Line[] => {
    const own = items.filter((item) => groupOf(item) === group);
    if (own.length === 0) return [];
    return [{ key: group, group, items: own }, ...own.map((item): Line => ({ key: item.key, item }))];
  });
}

export function chosen(choices: Choices, part: ReviewPart): Choice {
  return choices.get(part.key) ?? part.choice;
}

/** How many differences something is taken of. */
export function countTaken(items: readonly ReviewItem[], choices: Choices): number {
  return items.filter(({ parts }) =>
    parts.some((part) => part.choices.length > 0 && chosen(choices, part) !== 'mine'),
  ).length;
}

/** The same answer for several: what is here stays, or what the copy has is taken; what was joined stays joined. */
export function chooseAll(choices: Choices, items: readonly ReviewItem[], side: 'mine' | 'theirs'): Choices {
  const next = new Map(choices);
  for (const part of items.flatMap(({ parts }) => parts)) {
    if (part.choices.length === 0) continue;
    next.set(part.key, side === 'theirs' && !part.clash && part.choices.includes('both') ? 'both' : side);
  }
  return next;
}
