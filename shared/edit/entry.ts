import type { TurnRange } from '../anchor/text-range.ts';
import type { Draft } from '../change/draft.ts';
import { type Id, newId } from '../model/basics.ts';
import { blankEntry, type Entry } from '../model/entry.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import { type Authorship, passageAt } from './coding.ts';
import { idAt } from './derived-id.ts';

/** What is asked what became of it. */
export type About = { readonly to: 'advice' | 'commitment'; readonly id: Id };

/** What people say of something that happened. */
export type NewEntry = Pick<Entry, 'kind' | 'text' | 'when'>;

/**
 * Notes what happened about a commitment, or about advice.
 * @throws ProblemError `entry-empty`, `row-missing`
 */
export async function addEntry(
  draft: Draft,
  about: About,
  { kind, text, when }: NewEntry,
  author: Authorship,
): Promise<Entry> {
  await requireAbout(draft, about);
  if (text.trim() === '') throw new ProblemError('entry-empty');
  const entry = blankEntry({ id: newId(), kind, text: text.trim(), when, refs: [about], ...author });
  draft.add('entries', entry);
  return entry;
}

/**
 * Marks words of a dialogue as those in which it was told what became of a commitment, or of advice. Marking the same
 * words again changes nothing.
 * @throws ProblemError `told-where-made` in the dialogue in which it was heard or promised; `selection-empty`, `row-missing`
 */
export async function tellHere(
  draft: Draft,
  selection: TurnRange,
  about: About,
  author: Authorship,
): Promise<Entry> {
  const { dialogueId } = await draft.require('turns', selection.turnId);
  if (dialogueId === (await requireAbout(draft, about))) throw new ProblemError('told-where-made');
  const passage = await passageAt(draft, selection);
  const before = (await draft.find('entries', 'passageId', passage.id)).find(
    ({ kind, refs }) => kind === 'told' && refs.some(({ to, id }) => to === about.to && id === about.id),
  );
  if (before) return before;
  const { date } = await draft.require('dialogues', dialogueId);
  const entry = blankEntry({
    id: await idAt(draft, 'entries', ['told', about.to, about.id, passage.id]),
    kind: 'told',
    when: date,
    refs: [about],
    passageId: passage.id,
    ...author,
  });
  await draft.put('entries', entry);
  return entry;
}

/** What people say of something that happened, or is planned, in the register. */
export type EntryFields = Omit<Entry, 'id' | 'standing' | 'standingWhy' | 'by' | 'at'>;

/**
 * Writes an entry of the register. It has words or a time; what is known by its day needs no year; what is dropped says why.
 * @throws ProblemError `entry-unsaid`, `entry-why`, `row-missing`
 */
export async function putEntry(
  draft: Draft,
  fields: Partial<EntryFields> & Pick<Entry, 'kind'>,
  author: Authorship,
  id?: IdOf<'entries'>,
): Promise<Entry> {
  const before =
    id === undefined
      ? blankEntry({ id: newId(), kind: fields.kind, ...author })
      : await draft.require('entries', id);
  const entry: Entry = { ...before, ...fields };
  entry.text = entry.text.trim();
  entry.why = entry.why.trim();
  // One that has both is of a year's statement, and stays so.
  if (entry.when !== null) entry.fiscalYear = before.when === null ? null : before.fiscalYear;
  if (entry.text === '' && entry.when === null && entry.fiscalYear === null)
    throw new ProblemError('entry-unsaid');
  if (entry.phase === 'dropped' && entry.why === '') throw new ProblemError('entry-why');
  await draft.put('entries', entry);
  return entry;
}

/**
 * Decides where sources date something differently: one entry stands and the others are set aside, or, where none is
 * named, all of them stand, since they are different events. Either way with the reason.
 * @throws ProblemError `entry-why`
 */
export async function settleEntries(
  draft: Draft,
  entryIds: readonly IdOf<'entries'>[],
  standsId: IdOf<'entries'> | null,
  why: string,
): Promise<void> {
  if (why.trim() === '') throw new ProblemError('entry-why');
  for (const id of entryIds)
    await draft.patch('entries', id, {
      standing: standsId === null || id === standsId ? 'stands' : 'set-aside',
      standingWhy: why.trim(),
    });
}

/** Takes a decision between entries back: all stand again, as a dispute. */
export async function reopenEntries(draft: Draft, entryIds: readonly IdOf<'entries'>[]): Promise<void> {
  for (const id of entryIds) await draft.patch('entries', id, { standing: 'stands', standingWhy: '' });
}

export async function removeEntry(draft: Draft, entryId: IdOf<'entries'>): Promise<void> {
  await draft.require('entries', entryId);
  await draft.remove('entries', entryId);
}

/** Takes a passage that goes out of the entries that rest on it: what was told in it was told nowhere, all else stays. */
export async function forgetPassage(draft: Draft, passageId: IdOf<'passages'>): Promise<void> {
  for (const { id, kind } of await draft.find('entries', 'passageId', passageId)) {
    if (kind === 'told') await removeEntry(draft, id);
    else await draft.patch('entries', id, { passageId: null });
  }
}

/** @returns the dialogue in which it was heard or promised */
async function requireAbout(draft: Draft, { to, id }: About): Promise<string> {
  if (to === 'advice') return (await draft.require('advice', id)).dialogueId;
  const { madeIn } = await draft.require('commitments', id);
  return madeIn.to === 'dialogue' ? madeIn.id : (await draft.require('advice', madeIn.id)).dialogueId;
}
