import type { OpenedArchive } from '#shared/archive/archive.ts';
import type { UnpackedArchive } from '../../store/workspace.ts';

/** What was read of a workspace file, for the window to pass on. */
export function asUnpacked({ state, journal, ...rest }: OpenedArchive): UnpackedArchive {
  return {
    ...rest,
    stateJson: JSON.stringify(state),
    journalLines: journal.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
  };
}
