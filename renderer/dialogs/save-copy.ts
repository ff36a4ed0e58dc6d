import { ProblemError } from '#shared/model/problem.ts';
import { call } from '../platform/bridge.ts';
import { profile } from '../platform/profile.ts';
import { workspaceStatus } from '../store/index.ts';
import { encryptionTask } from '../ui/encryption.ts';
import { notifyAct } from '../ui/notify-undo.tsx';
import { FILE_EXTENSION, PROTECTED_EXTENSION } from '../ui/open-workspace-file.ts';
import { notifyProblem, report, speak } from '../ui/report-problem.ts';
import { protectInWorker } from '../workers/archive/client.ts';
import { saveArchive } from '../workers/archive/workspace-file.ts';

/** Saves the open workspace as a file; of an encrypted one, it is said first that the file is not. */
export async function saveCopy(): Promise<void> {
  const status = workspaceStatus();
  if (status.state === 'open' && status.sealed) encryptionTask.set({ kind: 'copy' });
  else await savePlainCopy();
}

/** Asks for a passphrase, under which the open workspace is saved as a file. */
export function askForProtectedCopy(): void {
  encryptionTask.set({ kind: 'protect-copy' });
}

/** Saves the open workspace, with its history and original files, as one file of the person's choice. */
export async function savePlainCopy(): Promise<void> {
  const filter = { name: speak()('shell.file.kind'), extensions: [FILE_EXTENSION] };
  await save(FILE_EXTENSION, filter, async (bytes) => bytes);
}

/** The same under a passphrase. @returns false = the person went back, and nothing was saved */
export function saveProtectedCopy(passphrase: string): Promise<boolean> {
  const filter = { name: speak()('encryption.protect.kind'), extensions: [PROTECTED_EXTENSION] };
  return save(`${FILE_EXTENSION}.${PROTECTED_EXTENSION}`, filter, (bytes) =>
    protectInWorker(bytes, passphrase),
  );
}

async function save(
  extension: string,
  filter: { readonly name: string; readonly extensions: string[] },
  finish: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<boolean> {
  const status = workspaceStatus();
  if (status.state !== 'open') return false;
  const t = speak();
  const listed = profile.get()?.library.find(({ storeId }) => storeId === status.storeId);
  const notes: string[] = [];
  const inLine = (names: readonly string[]) => names.join(t('chart.separator'));
  const bytes = await saveArchive(({ missing, withheld: { sealed, left } }) => {
    if (missing.length > 0)
      notifyProblem(
        new ProblemError('originals-missing', { count: missing.length, names: missing.join(', ') }),
      );
    if (sealed.length > 0) notes.push(t('seal.copy.sealed', { names: inLine(sealed) }));
    if (left.length > 0) notes.push(t('seal.copy.left', { names: inLine(left) }));
  });
  const path = await call('dialog.save', {
    suggestedName: `${fileNameOf(listed?.name ?? status.name)} ${new Date().toISOString().slice(0, 10)}.${extension}`,
    filters: [filter],
    bytes: await finish(bytes),
  });
  if (!path) return false;
  notifyAct({
    message: [t('shell.file.saved', { path }), ...notes].join('\n'),
    actLabel: t('shell.file.reveal'),
    act: () => report(() => call('dialog.reveal', { path })),
  });
  return true;
}

/** A name without what file systems refuse. */
function fileNameOf(name: string): string {
  const cleaned = [...name.normalize('NFC')]
    .map((sign) => (sign < ' ' || '\\/:*?"<>|'.includes(sign) ? ' ' : sign))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '');
  return cleaned.slice(0, 80) || 'Hearken';
}
