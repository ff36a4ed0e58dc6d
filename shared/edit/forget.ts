import type { Draft } from '../change/draft.ts';
import type { Answer } from '../model/answer.ts';
import type { Id } from '../model/basics.ts';
import type { Entry } from '../model/entry.ts';

/** One way to point at a row. */
type Ref = Entry['refs'][number] | Answer['uses'][number];

/**
 * Takes a row that goes out of the entries that bear on it. An entry that bears on nothing else, and belongs to nothing, goes
 * with it. What an answer to a checklist rests on stays: the guard of the register refuses to let it go.
 */
export async function forgetRow(draft: Draft, to: Entry['refs'][number]['to'], id: Id): Promise<void> {
  for (const entry of await draft.all('entries')) {
    if (!entry.refs.some((ref) => ref.to === to && ref.id === id)) continue;
    const refs = entry.refs.filter((ref) => ref.to !== to || ref.id !== id);
    if (refs.length > 0 || entry.arrangementId !== null || entry.of !== null)
      await draft.patch('entries', entry.id, { refs });
    else await draft.remove('entries', entry.id);
  }
}

/** Makes another row of what points at one: merged issues, persons that are one. Each is pointed at once. */
export async function pointElsewhere(draft: Draft, to: Ref['to'], fromId: Id, intoId: Id): Promise<void> {
  for (const { id, refs } of await draft.all('entries'))
    if (refs.some((ref) => ref.to === to && ref.id === fromId))
      await draft.patch('entries', id, { refs: elsewhere(refs, to, fromId, intoId) });
  for (const { id, uses, leftOut } of await draft.all('answers'))
    if ([...uses, ...leftOut].some((ref) => ref.to === to && ref.id === fromId))
      await draft.patch('answers', id, {
        uses: elsewhere(uses, to, fromId, intoId),
        leftOut: elsewhere(leftOut, to, fromId, intoId),
      });
}

function elsewhere<R extends Ref>(refs: readonly R[], to: Ref['to'], fromId: Id, intoId: Id): R[] {
  const moved = refs.map((ref) => (ref.to === to && ref.id === fromId ? { ...ref, id: intoId } : ref));
  return [...new Map(moved.map((ref) => [`${ref.to} ${ref.id}`, ref])).values()];
}
