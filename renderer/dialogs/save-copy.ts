import { ProblemError } from '#shared/model/problem.ts';
import { call } from '../platform/bridge.ts';
import { profile } from '../platform/profile.ts';
import { workspaceStatus } from '../store/index.ts';
import { notifyAct } from '../ui/notify-undo.tsx';
import { FILE_EXTENSION } from '../ui/open-workspace-file.ts';
import { notifyProblem, report, speak } from '../ui/report-problem.ts';
import { saveArchive } from '../workers/archive/workspace-file.ts';

/** Saves the open workspace, with its history and original files, as one file of the person's choice. */
export async function saveCopy(): Promise<void> {
  const status = workspaceStatus();
  if (status.state !== 'open') return;
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
    suggestedName: `${fileNameOf(listed?.name ?? status.name)} ${new Date().toISOString().slice(0, 10)}.${FILE_EXTENSION}`,
    filters: [{ name: t('shell.file.kind'), extensions: [FILE_EXTENSION] }],
    bytes,
  });
  if (!path) return;
  notifyAct({
    message: [t('shell.file.saved', { path }), ...notes].join('\n'),
    actLabel: t('shell.file.reveal'),
    act: () => report(() => call('dialog.reveal', { path })),
  });
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
