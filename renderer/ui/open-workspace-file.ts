import { createContext } from 'react';

/** Extension of a workspace file. */
export const FILE_EXTENSION = 'hearken';

/** What stands behind it where the file is protected by a passphrase. */
export const PROTECTED_EXTENSION = 'age';

/** Opens a workspace file that was dropped on a view which takes other files. The shell says how. */
export const OpenWorkspaceFile = createContext<(file: File) => Promise<void>>(async () => {});

/** Whether a file is a workspace file, by its name. */
export function isWorkspaceFile({ name }: Pick<File, 'name'>): boolean {
  const lower = name.toLowerCase();
  return lower.endsWith(`.${FILE_EXTENSION}`) || lower.endsWith(`.${PROTECTED_EXTENSION}`);
}
