import type { Id } from './basics.ts';
import type { Dialogue } from './dialogue.ts';

type Link = Pick<Dialogue, 'id' | 'follows'>;

/** A dialogue and those that it goes on from, one after the other; each once, even in a circle. */
export function chainOfDialogues(dialogues: readonly Link[], from: Id): Id[] {
  const followed = new Map<Id, Id | null>(dialogues.map(({ id, follows }) => [id, follows]));
  const chain = new Set<Id>();
  for (let id: Id | null | undefined = from; id && !chain.has(id); id = followed.get(id)) chain.add(id);
  return [...chain];
}

/** The dialogues that one can be said to follow without a circle. */
export function canBeFollowed<D extends Link>(dialogues: readonly D[], by: Id): D[] {
  return dialogues.filter(({ id }) => !chainOfDialogues(dialogues, id).includes(by));
}
