import { useEffect } from 'react';
import { ARCHIVE_LIMITS } from '#shared/archive/archive.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { fileContent } from '../platform/file-content.ts';
import { isWorkspaceFile } from '../ui/open-workspace-file.ts';
import { report } from '../ui/report-problem.ts';
import { isOpen } from './session.ts';
import { openFile } from './workspace.ts';

/**
 * A file dropped where no view takes it must not replace the app by its contents; a workspace file is opened wherever
 * it is dropped in an open workspace, as long as the view has no other use for it.
 */
export function useDropGuard(): void {
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = isOpen() ? 'copy' : 'none';
    };
    const drop = (event: DragEvent) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      const files = event.dataTransfer?.files ?? [];
      if (isOpen() && files.length > 0) void report(() => openDropped(files[0] as File));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
}

/** @throws ProblemError `not-a-workspace-file` for a file of another kind */
export async function openDropped(file: File): Promise<void> {
  if (!isWorkspaceFile(file)) throw new ProblemError('not-a-workspace-file', { name: file.name });
  await openFile(await fileContent(file, ARCHIVE_LIMITS.file));
}
