import { dequal } from 'dequal/lite';
import type { Change } from '#shared/change/change-set.ts';
import { dateText, dayOf } from '#shared/i18n/dates.ts';
import type { Language, MessageKey } from '#shared/i18n/index.ts';
import type { Reason } from '#shared/merge/fold.ts';
import { mergeLabel } from '#shared/merge/kin.ts';
import type { Choice } from '#shared/merge/placing.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Rows } from '#shared/model/tables.ts';
import { call } from '../../platform/bridge.ts';
import { observable } from '../../platform/observable.ts';
import { actor, type CommitLabel, commit } from '../../store/index.ts';
import { speak } from '../../ui/report-problem.ts';
import type { ReturnedCopy, ReturnedFile, ReturnedWork } from '../../workers/archive/returned.ts';

/** A copy of a workspace of the library that waits for a decision what becomes of it. */
export interface Returned {
  readonly file: ReturnedFile;
  readonly copy: ReturnedCopy;
  readonly kin: NonNullable<ReturnedCopy['kin']>;
}

export const returned = observable<Returned | null>(null);

/** Lets the copy go, whatever became of it. */
export function dismissReturned(): void {
  returned.get()?.file.close();
  returned.set(null);
}

/** When a copy was saved, and who changed it last, as its log says it. */
export function originText(copy: ReturnedCopy, how: 'origin' | 'opened', language: Language): string {
  const day = (instant: string) => dateText(dayOf(instant), language);
  const key: MessageKey = `merge.${how}.${copy.changedBy === '' ? 'noName' : 'by'}`;
  return speak()(key, { date: day(copy.savedAt), changed: day(copy.changedAt), who: copy.changedBy });
}

/**
 * Brings a copy back into the open workspace as chosen: one change, one step of undo.
 * @returns what stands otherwise than chosen, by key of the difference
 * @throws ProblemError `merge-stale`: the workspace was changed since the copy was compared; nothing was written
 */
export async function bringBack(
  { file, copy }: Returned,
  choices: ReadonlyMap<string, Choice>,
): Promise<{ readonly written: boolean; readonly overruled: ReadonlyMap<string, Reason> }> {
  const { changes, files, overruled } = await file.resolve(choices, {
    by: actor(),
    at: new Date().toISOString(),
    why: speak()('merge.amendment.why'),
  });
  await keepOriginals(changes, files);
  await commit(labelOf(copy), async (draft) => {
    for (const { table, id, before, after } of changes) {
      if (!dequal((await draft.get(table, id)) ?? null, before)) throw new ProblemError('merge-stale');
      await (after === null ? draft.remove(table, id) : draft.put(table, after as never));
    }
  });
  return { written: changes.length > 0, overruled: new Map(overruled) };
}

function labelOf(copy: ReturnedCopy): CommitLabel {
  const { key, params } = mergeLabel(copy.changedBy, copy.until);
  return { key: key as MessageKey, params };
}

/** Original files that the workspace will refer to are on disk before it does. */
async function keepOriginals(changes: readonly Change[], files: ReturnedWork['files']): Promise<void> {
  const wanted = new Set(
    changes.flatMap(({ table, after }) => {
      const source = table === 'dialogues' ? (after as Rows['dialogues'] | null)?.source : null;
      return source ? [source.sha256] : [];
    }),
  );
  for (const { sha256, bytes } of files) if (wanted.has(sha256)) await call('file.put', { bytes });
}
