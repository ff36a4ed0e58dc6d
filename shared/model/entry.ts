import { z } from 'zod';
import { Instant, PartialDate } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { refSchema } from './ref.ts';
import { shape } from './table.ts';

/** What can have happened; `told` = those who gave the advice heard of it in a later dialogue. */
export const ENTRY_KINDS = ['progress', 'meeting', 'training', 'publication', 'told', 'other'] as const;
export const EntryKind = z.enum(ENTRY_KINDS);
export type EntryKind = z.infer<typeof EntryKind>;

/** Something that happened, and what it bears on. */
export const Entry = z.strictObject({
  id: ownId('entries'),
  kind: EntryKind,
  text: z.string(),
  when: PartialDate.nullable(),
  refs: z.array(refSchema('refs', ['commitment', 'advice'])).min(1),
  /** The words it rests on; of what was told those in which it was. */
  passageId: idOf('passages').nullable(),
  by: z.string(),
  at: Instant,
});
export type Entry = z.infer<typeof Entry>;

export const entryTable = shape({
  schema: Entry,
  since: 8,
  index: ['kind'],
  merge: {
    kind: 'plain',
    text: 'prose',
    when: 'plain',
    refs: 'set',
    passageId: 'plain',
    by: 'plain',
    at: 'plain',
  },
});

/** Whether an entry bears on a row. */
export function isAbout({ refs }: Pick<Entry, 'refs'>, to: Entry['refs'][number]['to'], id: string): boolean {
  return refs.some((one) => one.to === to && one.id === id);
}
