import { ARCHIVE_LIMITS } from '#shared/archive/archive.ts';
import { copyIn, type MergeOutcome, mergeCopy } from '#shared/edit/merge-coder.ts';
import type { Language, Translate } from '#shared/i18n/index.ts';
import type { IdOf } from '#shared/model/id.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { call } from '../../platform/bridge.ts';
import { fileContent } from '../../platform/file-content.ts';
import { actor, commit, openStoreId, readOnce } from '../../store/index.ts';
import { packBlindCopyInWorker, unpackInWorker } from '../../workers/archive/client.ts';
import { saveArchive } from '../../workers/archive/workspace-file.ts';

const EXTENSION = 'hearken';
/** Longer names are cut: some systems take 255 bytes, and a Japanese letter is three. */
const LONGEST_NAME = 60;

function filters(t: Translate): { name: string; extensions: string[] }[] {
  return [{ name: t('coders.file.kind'), extensions: [EXTENSION] }];
}

/**
 * Saves a blind copy for a second coder where the person wants it.
 * @returns the file's path; null = cancelled
 * @throws ProblemError as `packBlindCopyInWorker`
 */
export async function saveBlindCopy(
  { coder, dialogueIds }: { coder: string; dialogueIds: readonly IdOf<'dialogues'>[] },
  { t, language }: { t: Translate; language: Language },
): Promise<string | null> {
  const storeId = openStoreId();
  const { appVersion, device } = await call('profile.read', undefined);
  const at = new Date().toISOString();
  const order = { coder, dialogueIds, maker: actor(), at, language, app: appVersion, device };
  const { bytes, madeOf } = await packBlindCopyInWorker(storeId, order);
  const own = madeOf.slice(0, LONGEST_NAME);
  const suggestedName = `${t('coders.copy.name', { name: own, coder: coder.trim().slice(0, LONGEST_NAME) })}.${EXTENSION}`;
  return call('dialog.save', { suggestedName, filters: filters(t), bytes });
}

/** Saves the copy that is open, with what was coded in it, for sending back. @returns the path; null = cancelled */
export async function saveCodedCopy(name: string, t: Translate): Promise<string | null> {
  const bytes = await saveArchive();
  const day = new Date().toISOString().slice(0, 10);
  return call('dialog.save', {
    suggestedName: `${name.slice(0, LONGEST_NAME * 2)} ${day}.${EXTENSION}`,
    filters: filters(t),
    bytes,
  });
}

/** Lets the person choose the file that came back, and takes it in. @returns null = cancelled */
export async function takeInPicked(speech: {
  t: Translate;
  language: Language;
}): Promise<MergeOutcome | null> {
  const [file] = await call('dialog.open', { filters: filters(speech.t), multiple: false });
  return file ? takeIn(file.bytes, speech.language) : null;
}

/** Takes in a file that was dropped on the view. */
export async function takeInDropped(file: File, language: Language): Promise<MergeOutcome> {
  const { bytes } = await fileContent(file, ARCHIVE_LIMITS.file);
  return takeIn(bytes, language);
}

/** One step of undo. @throws ProblemError saying why the file is not taken in; nothing has been changed then */
async function takeIn(bytes: Uint8Array, language: Language): Promise<MergeOutcome> {
  const { stateJson } = await unpackInWorker(bytes);
  const returned = JSON.parse(stateJson) as WorkspaceState;
  const own = await readOnce((db) => db.workspace.toCollection().first());
  if (!own) throw new ProblemError('no-workspace');
  const { coder } = copyIn(returned, own, language);
  return commit({ key: 'change.coders.merge', params: { coder } }, (draft) =>
    mergeCopy(draft, returned, language),
  );
}
