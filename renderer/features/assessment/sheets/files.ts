import { ARCHIVE_LIMITS } from '#shared/archive/archive.ts';
import type { Leak, LeakChoices } from '#shared/attribution/leak.ts';
import type { OpenedFile } from '#shared/bridge.ts';
import type { Language, Translate } from '#shared/i18n/index.ts';
import type { IdOf } from '#shared/model/id.ts';
import { ProblemError, problemOf } from '#shared/model/problem.ts';
import type { SheetFormat } from '#shared/sheet/formats.ts';
import type { SheetResult } from '#shared/sheet/read-sheet.ts';
import { call } from '../../../platform/bridge.ts';
import { fileContent } from '../../../platform/file-content.ts';
import { actor, openStoreId, readers, readOnce } from '../../../store/index.ts';
import { saveArchive } from '../../../workers/archive/workspace-file.ts';
import { makeInWorker, readInWorker } from '../../../workers/sheet/client.ts';

/** What a person chose to send. */
export interface SendChoice {
  readonly roundId: IdOf<'rounds'>;
  readonly assessorIds: readonly IdOf<'assessors'>[];
  readonly format: SheetFormat;
  readonly language: Language;
  readonly evidence: boolean;
}

export type SendStage = 'reading' | 'writing' | 'checking' | 'saving';

export interface SendWatch {
  readonly signal: AbortSignal;
  readonly onStage: (stage: SendStage) => void;
  /** Asks about names that are left; null = they went back. */
  readonly onLeaks: (leaks: readonly Leak[]) => Promise<LeakChoices | null>;
}

/**
 * Makes what assessors elsewhere are sent, asks about names that are left in it, and saves it where the person wants.
 * @returns the file's path; null = cancelled
 */
export async function sendSheets(
  choice: SendChoice,
  t: Translate,
  { signal, onStage, onLeaks }: SendWatch,
): Promise<string | null> {
  onStage('reading');
  const storeId = openStoreId();
  const { appVersion, device } = await call('profile.read', undefined);
  const stamp = { at: new Date().toISOString(), actor: actor(), device };
  const request = { ...choice, readers: readers(), app: appVersion, stamp };
  onStage('writing');
  let made = await makeInWorker(storeId, request, {}, signal);
  if ('leaks' in made) {
    onStage('checking');
    const choices = await onLeaks(made.leaks);
    if (choices === null) return null;
    onStage('writing');
    made = await makeInWorker(storeId, request, choices, signal);
    if ('leaks' in made) throw new ProblemError('leaks-undecided', { count: made.leaks.length });
  }
  if (signal.aborted) throw new ProblemError('sheets-cancelled');
  onStage('saving');
  const { name, bytes, kind } = made;
  return call('dialog.save', {
    suggestedName: name,
    filters: [{ name: t(`sheets.kind.${kind}`), extensions: [kind] }],
    bytes,
  });
}

/** Lets the person choose what came back. */
export function pickReturned(t: Translate): Promise<readonly OpenedFile[]> {
  return call('dialog.open', {
    filters: [{ name: t('sheets.kind.any'), extensions: ['xlsx', 'hearken'] }],
    multiple: true,
  });
}

/** A file that came back, read beside the window. What cannot be read says why, beside those that can. */
export async function readReturned(
  file: File | OpenedFile,
  roundId: IdOf<'rounds'>,
  language: Language,
  signal: AbortSignal,
): Promise<SheetResult> {
  try {
    const opened = file instanceof File ? await fileContent(file, ARCHIVE_LIMITS.file) : file;
    const state = await readOnce(async (db) => ({
      workspace: await db.workspace.toArray(),
      rounds: await db.rounds.toArray(),
      issues: await db.issues.toArray(),
    }));
    return await readInWorker(opened, state, { language, roundId }, signal);
  } catch (thrown) {
    return { name: file.name, failure: problemOf(thrown), assessor: null, offer: null, problems: [] };
  }
}

/** Longer names are cut: some systems take 255 bytes, and a Japanese letter is three. */
const LONGEST_NAME = 60;

/** Saves the copy that is open, with what was rated in it, for sending back. @returns the path; null = cancelled */
export async function saveFilledCopy(name: string, t: Translate): Promise<string | null> {
  const bytes = await saveArchive();
  return call('dialog.save', {
    suggestedName: `${name.slice(0, LONGEST_NAME)} ${new Date().toISOString().slice(0, 10)}.hearken`,
    filters: [{ name: t('sheets.kind.hearken'), extensions: ['hearken'] }],
    bytes,
  });
}
