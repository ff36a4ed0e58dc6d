import type { Answer } from '../model/answer.ts';
import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Change } from './change-set.ts';
import type { RowReader } from './row-reader.ts';

/** What is read and taken away through: a draft. */
interface Rows extends RowReader {
  remove(table: 'passages', id: Id): Promise<void>;
  patch(table: 'answers', id: Id, fields: Partial<Pick<Answer, 'uses' | 'leftOut'>>): Promise<void>;
}

/**
 * Removes the passages that nothing refers to any more: they live as long as a coding, advice, rating or entry does. Not an
 * intent of anybody's: it follows from what was changed, here as on any other machine.
 * @param changes what was changed so far
 */
export async function removeUnusedPassages(draft: Rows, changes: readonly Change[]): Promise<void> {
  for (const passageId of new Set(changes.flatMap(letGo))) {
    const passage = await draft.get('passages', passageId);
    if (passage && !(await isUsed(draft, passageId, passage.dialogueId)))
      await draft.remove('passages', passageId);
  }
}

/** Takes rows that are gone out of the answers that rested on them; what an answer says in words stays. */
export async function forgetInAnswers(draft: Rows, changes: readonly Change[]): Promise<void> {
  const gone = new Set<Id>(changes.filter(({ after }) => after === null).map(({ id }) => id));
  if (gone.size === 0) return;
  const kept = (refs: Answer['uses']) => refs.filter(({ id }) => !gone.has(id));
  for (const { id, uses, leftOut } of await draft.all('answers'))
    if ([...uses, ...leftOut].some((one) => gone.has(one.id)))
      await draft.patch('answers', id, { uses: kept(uses), leftOut: kept(leftOut) });
}

/** Passages that a row referred to before a change, and does no longer. */
function letGo({ table, before, after }: Change): Id[] {
  if (table === 'codings') {
    const [was, is] = [before as Change<'codings'>['before'], after as Change<'codings'>['after']];
    return was && was.passageId !== is?.passageId ? [was.passageId] : [];
  }
  if (table === 'entries') {
    const [was, is] = [before as Change<'entries'>['before'], after as Change<'entries'>['after']];
    return was?.passageId && was.passageId !== is?.passageId ? [was.passageId] : [];
  }
  if (table !== 'advice') return [];
  const [was, is] = [before as Change<'advice'>['before'], after as Change<'advice'>['after']];
  return was?.passageIds.filter((id) => !is?.passageIds.includes(id)) ?? [];
}

async function isUsed(
  draft: Rows,
  passageId: IdOf<'passages'>,
  dialogueId: IdOf<'dialogues'>,
): Promise<boolean> {
  if ((await draft.find('codings', 'passageId', passageId)).length > 0) return true;
  if ((await draft.find('entries', 'passageId', passageId)).length > 0) return true;
  const advice = await draft.find('advice', 'dialogueId', dialogueId);
  if (advice.some(({ passageIds }) => passageIds.includes(passageId))) return true;
  const ratings = await draft.all('ratings');
  return ratings.some(({ evidence }) => evidence.passageIds.includes(passageId));
}
