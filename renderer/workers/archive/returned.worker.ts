import '../../platform/jitless.ts';
import { checkWorkable, type OpenedArchive, unpackArchive } from '#shared/archive/archive.ts';
import type { Change, JournalEntry } from '#shared/change/change-set.ts';
import type { IndexedState } from '#shared/change/state.ts';
import { type Language, translator } from '#shared/i18n/index.ts';
import { type Differences, differencesOf } from '#shared/merge/differences.ts';
import type { Reason } from '#shared/merge/fold.ts';
import { sidesOfToday } from '#shared/merge/of-today.ts';
import type { Choice } from '#shared/merge/placing.ts';
import { type Merging, resolveMerge } from '#shared/merge/resolve.ts';
import { type ReviewItem, reviewItems } from '#shared/merge/review.ts';
import type { Sides } from '#shared/merge/sides.ts';
import { sidesOf } from '#shared/merge/unknown.ts';
import { noted, ProblemError } from '#shared/model/problem.ts';
import { upgradeEntry, upgradeState } from '#shared/model/upgrade.ts';
import { originOf, readStoreWithLog } from '../../store/rows.ts';
import type { UnpackedArchive } from '../../store/workspace.ts';
import { exposeService, moving } from '../expose.ts';
import { asUnpacked } from './unpacked.ts';

/** What a workspace file is, and in what it differs from a workspace of the library that it is a copy of. */
export interface ReturnedCopy {
  readonly name: string;
  readonly savedAt: string;
  /** Who changed it last, and when; the name is empty where none was given. */
  readonly changedBy: string;
  readonly changedAt: string;
  /** The last entry of its log. */
  readonly until: string;
  /** Null = no workspace of the library that work could be brought back to. */
  readonly kin: { readonly storeId: string; readonly items: readonly ReviewItem[] } | null;
}

/** What is to be written to bring a copy back. */
export interface ReturnedWork {
  readonly changes: readonly Change[];
  /** Original files of the copy. */
  readonly files: readonly { readonly sha256: string; readonly bytes: Uint8Array }[];
  readonly overruled: readonly (readonly [key: string, reason: Reason])[];
}

let archive: OpenedArchive | null = null;
let compared: {
  readonly sides: Sides;
  readonly differences: Differences;
  readonly stored: IndexedState;
} | null = null;

function opened(): OpenedArchive {
  if (!archive) throw new ProblemError('no-workspace');
  return archive;
}

/** The workspace of the library that a file is a copy of. Blind copies and small ones have ways back of their own. */
async function kinOf({ state, journal }: OpenedArchive, stores: readonly string[]): Promise<string | null> {
  const [workspace] = state.workspace;
  if (!workspace || workspace.copy !== null) return null;
  for (const storeId of stores) {
    try {
      const origin = await originOf(storeId);
      if (origin?.id === workspace.id && origin.first === journal[0]?.id) return storeId;
    } catch (thrown) {
      // A workspace that cannot be read is none to merge into; opening it says why.
      noted(thrown, 'kin');
    }
  }
  return null;
}

async function compare(
  storeId: string,
  theirs: OpenedArchive,
  language: Language,
): Promise<ReviewItem[] | null> {
  const stored = await readStoreWithLog(storeId);
  const journal = stored.journal.map((entry) => upgradeEntry(entry) as JournalEntry);
  const parted = sidesOf({ state: upgradeState(stored.state), journal }, theirs);
  if (!parted) return null;
  const sides = await sidesOfToday(parted);
  compared = { sides, differences: differencesOf(sides), stored: parted.mine };
  return reviewItems(compared.differences.list, { t: translator(language), language, sides });
}

const service = {
  /**
   * Reads a workspace file and compares it with the workspace that it is a copy of.
   * @param stores the library; the one that is open first
   */
  read: async (
    bytes: Uint8Array,
    stores: readonly string[],
    language: Language,
    onProgress: (done: number) => void,
  ): Promise<ReturnedCopy> => {
    archive = await unpackArchive(bytes);
    checkWorkable(archive);
    onProgress(0.6);
    const storeId = await kinOf(archive, stores);
    onProgress(0.7);
    const items = storeId === null ? null : await compare(storeId, archive, language);
    const last = archive.journal.at(-1);
    return {
      name: archive.name,
      savedAt: archive.savedAt,
      changedBy: last?.actor ?? '',
      changedAt: last?.at ?? archive.savedAt,
      until: last?.id ?? '',
      kin: storeId !== null && items !== null ? { storeId, items } : null,
    };
  },

  /** What is to be written, as chosen. Nothing is written here. */
  resolve: async (
    choices: readonly (readonly [string, Choice])[],
    merging: Merging,
  ): Promise<ReturnedWork> => {
    if (!compared) throw new ProblemError('no-workspace');
    const { sides, differences, stored } = compared;
    const { changes, overruled } = await resolveMerge(sides, differences, new Map(choices), merging, stored);
    return { changes, files: opened().files, overruled: [...overruled] };
  },

  /** The file as it was read, to be opened as a workspace of its own. */
  unpacked: (): UnpackedArchive => {
    const unpacked = asUnpacked(opened());
    return moving(
      unpacked,
      unpacked.files.map(({ bytes }) => bytes.buffer as ArrayBuffer),
    );
  },
};
export type ReturnedService = typeof service;

exposeService(service);
