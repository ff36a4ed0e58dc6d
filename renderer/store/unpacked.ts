import type { OpenedArchive } from '#shared/archive/archive.ts';

/** A workspace file that was read and found good; its rows and its log as text, since they are only passed on. */
export interface UnpackedArchive extends Omit<OpenedArchive, 'state' | 'journal'> {
  readonly stateJson: string;
  /** An entry a line. */
  readonly journalLines: string;
}

export function asUnpacked({ state, journal, ...rest }: OpenedArchive): UnpackedArchive {
  return {
    ...rest,
    stateJson: JSON.stringify(state),
    journalLines: journal.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
  };
}
