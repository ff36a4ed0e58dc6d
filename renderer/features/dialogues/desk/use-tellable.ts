import type { About } from '#shared/edit/entry.ts';
import type { Advice } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Commitment } from '#shared/model/commitment.ts';
import type { Dialogue } from '#shared/model/dialogue.ts';
import { chainOfDialogues } from '#shared/model/follows.ts';
import { type ReadDb, useRows } from '../../../store/index.ts';
import { useSpeech } from '../../../ui/i18n.tsx';

/** What can be told of: a commitment, or advice to which nothing was promised. */
export interface Tellable {
  readonly about: About;
  readonly text: string;
  readonly owner: string;
}

export interface TellableGroup {
  readonly title: string;
  readonly items: readonly Tellable[];
}

/** Live: what became of what can be told in a dialogue, that of the dialogues it follows first; undefined while it is read. */
export function useTellable(dialogue: Dialogue): readonly TellableGroup[] | undefined {
  const { t } = useSpeech();
  return useRows(
    async (db) => {
      const [dialogues, tellable] = await Promise.all([db.dialogues.toArray(), readTellable(db)]);
      const titleOf = new Map<Id, string>(dialogues.map(({ id, title }) => [id, title]));
      const followed = chainOfDialogues(dialogues, dialogue.id).slice(1);
      const own = followed.map((id) => ({
        title: t('told.followed', { dialogue: titleOf.get(id) ?? '' }),
        items: tellable.get(id) ?? [],
      }));
      const others = [...tellable]
        .filter(([id]) => id !== dialogue.id && !followed.includes(id))
        .flatMap(([, items]) => items);
      return [...own, { title: t('told.others'), items: others }].filter(({ items }) => items.length > 0);
    },
    [dialogue.id, dialogue.follows, t],
  );
}

/** By dialogue, in the order of the due dates; advice after the commitments. */
async function readTellable(db: ReadDb): Promise<Map<Id, Tellable[]>> {
  const [commitments, advice] = await Promise.all([db.commitments.toArray(), db.advice.toArray()]);
  const dialogueOf = new Map<Id, Id>(advice.map(({ id, dialogueId }) => [id, dialogueId]));
  const answered = new Set<Id>(commitments.map(({ madeIn }) => madeIn.id));
  const result = new Map<Id, Tellable[]>();
  const put = (dialogueId: Id, item: Tellable) =>
    result.set(dialogueId, [...(result.get(dialogueId) ?? []), item]);
  for (const one of [...commitments].sort(byDue))
    put(dialogueOf.get(one.madeIn.id) ?? one.madeIn.id, ofCommitment(one));
  for (const one of advice)
    if (!answered.has(one.id) && one.restatement.trim() !== '') put(one.dialogueId, ofAdvice(one));
  return result;
}

function byDue(a: Commitment, b: Commitment): number {
  return (a.due ?? '9').localeCompare(b.due ?? '9') || a.id.localeCompare(b.id);
}

function ofCommitment({ id, text, owner }: Commitment): Tellable {
  return { about: { to: 'commitment', id }, text, owner };
}

function ofAdvice({ id, restatement, owner }: Advice): Tellable {
  return { about: { to: 'advice', id }, text: restatement, owner };
}
