import type { Draft } from '../change/draft.ts';
import type { Comparison } from '../coding/differences.ts';
import type { Coding } from '../model/coding.ts';
import type { IdOf } from '../model/id.ts';

/** Whose reading holds where two coders differ; `open` takes the choice back. */
export type Choice = 'a' | 'b' | 'both' | 'neither' | 'open';

/** Settles one comparison: each coding is accepted or rejected, and stays in its table either way. */
export async function reconcile(
  draft: Draft,
  { a, b }: Pick<Comparison, 'a' | 'b'>,
  choice: Choice,
): Promise<void> {
  const outcome = (accepted: boolean): Coding['reconciled'] =>
    choice === 'open' ? null : accepted ? 'accepted' : 'rejected';
  for (const { coding } of a)
    await draft.patch('codings', coding.id, { reconciled: outcome(choice === 'a' || choice === 'both') });
  for (const { coding } of b)
    await draft.patch('codings', coding.id, { reconciled: outcome(choice === 'b' || choice === 'both') });
}

/** Accepts every coding of an issue that has not been settled yet. @returns how many */
export async function acceptAll(
  draft: Draft,
  comparisons: readonly Pick<Comparison, 'a' | 'b'>[],
  issueId: IdOf<'issues'>,
): Promise<number> {
  let accepted = 0;
  for (const { a, b } of comparisons) {
    for (const { coding } of [...a, ...b]) {
      if (coding.issueId !== issueId) continue;
      const { reconciled } = await draft.require('codings', coding.id);
      if (reconciled !== null) continue;
      await draft.patch('codings', coding.id, { reconciled: 'accepted' });
      accepted++;
    }
  }
  return accepted;
}

/** The choice that was made; `open` while any coding waits, `mixed` where it is none of the four. */
export function choiceOf({ a, b }: Pick<Comparison, 'a' | 'b'>): Choice | 'mixed' {
  const outcomes = [...a, ...b].map(({ coding }) => coding.reconciled);
  if (outcomes.includes(null)) return 'open';
  const all = (side: Comparison['a'], outcome: Coding['reconciled']) =>
    side.every(({ coding }) => coding.reconciled === outcome);
  if (all(a, 'accepted') && all(b, 'accepted')) return 'both';
  if (all(a, 'rejected') && all(b, 'rejected')) return 'neither';
  if (all(a, 'accepted') && all(b, 'rejected')) return 'a';
  if (all(a, 'rejected') && all(b, 'accepted')) return 'b';
  return 'mixed';
}
