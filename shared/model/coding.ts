import { z } from 'zod';
import { Instant } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { added, shape } from './table.ts';

/** The judgement that a passage bears on an issue. */
export const Coding = z.strictObject({
  id: ownId('codings'),
  dialogueId: idOf('dialogues'),
  passageId: idOf('passages', { sameDialogue: true }),
  issueId: idOf('issues'),
  coder: z.string(),
  at: Instant,
  memo: z.string(),
  /** What came of comparing two coders' work; null = not compared, or not settled yet: it stands. */
  reconciled: z.enum(['accepted', 'rejected']).nullable(),
});
export type Coding = z.infer<typeof Coding>;

export const codingTable = shape({
  schema: Coding,
  history: [added(2, { reconciled: null })],
  index: ['passageId+issueId'],
  merge: {
    dialogueId: 'plain',
    passageId: 'plain',
    issueId: 'plain',
    coder: 'plain',
    at: 'plain',
    memo: 'prose',
    reconciled: 'plain',
  },
});

/**
 * The codings that stand. The ONE function that leaves out what was rejected when two coders' work was reconciled:
 * whoever counts, quotes, searches or reports codings asks it. A rejected coding stays in its table, so that the
 * agreement of the coders and the choice itself can still be looked at.
 */
export function activeCodings<T extends Pick<Coding, 'reconciled'>>(codings: readonly T[]): T[] {
  return codings.filter(({ reconciled }) => reconciled !== 'rejected');
}
