/**
 * What was typed into forms and is not submitted yet, by the form's key. It is confidential as the dialogues are: it is
 * kept in the folder of the workspace that is open, and in no other place.
 */
import type { CallRequest } from '#shared/bridge.ts';
import { noted } from '#shared/model/problem.ts';
import { call, isInMemory } from './bridge.ts';
import { observable } from './observable.ts';
import { rememberAgain, rememberedWith, watchRemembered } from './remembered.ts';

type Drafts = Readonly<Record<string, unknown>>;

let drafts: Drafts = {};
/** What the disk has acknowledged: a form says that its draft is kept only then. */
export const draftsOnDisk = observable<Drafts>({});
let writing: Promise<void> | null = null;
let open = false;

/** Stands for no form: what a window that keeps nothing on disk remembers, and gives to the next one. */
const DEVICE = 'device';
let stopWatching: () => void = () => undefined;

/** Reads the drafts of the workspace that was just opened. Where they cannot be read, none are written over them. */
export async function openDrafts(storeId: string): Promise<void> {
  try {
    drafts = await call('drafts.read', undefined);
    draftsOnDisk.set(drafts);
    open = true;
    takeRemembered(storeId);
  } catch (thrown) {
    noted(thrown, 'drafts');
  }
}

/** Remembers what the window before remembered with a workspace, and keeps it with the drafts as long as it has to be. */
function takeRemembered(storeId: string): void {
  const carried = drafts[DEVICE] as Readonly<Record<string, string>> | undefined;
  if (carried) rememberAgain(carried);
  if (isInMemory()) stopWatching = watchRemembered(() => carryRemembered(storeId));
  else keepDraft(DEVICE, null);
}

/** Keeps with the drafts what this window remembers with a workspace: the next one cannot read it where it is. */
export function carryRemembered(storeId: string): void {
  keepDraft(DEVICE, rememberedWith(storeId));
}

/** Waits until every draft is on disk, and forgets them here: the workspace is about to be closed. */
export async function closeDrafts(): Promise<void> {
  stopWatching();
  await writing;
  open = false;
  drafts = {};
  draftsOnDisk.set(drafts);
}

/** What was typed under a key and left; null = nothing. */
export function draftOf<T>(key: string): T | null {
  return (drafts[key] as T | undefined) ?? null;
}

/** Keeps a draft, which is plain data, or drops it (null). */
export function keepDraft(key: string, draft: unknown): void {
  if (draft === null && !(key in drafts)) return;
  const { [key]: _before, ...others } = drafts;
  drafts = draft === null ? others : { ...others, [key]: draft };
  if (open) writing ??= writeAll();
}

/** Writes what there is until nothing has changed meanwhile. A draft that the disk refuses is still in the form. */
async function writeAll(): Promise<void> {
  try {
    while (draftsOnDisk.get() !== drafts) {
      const written = drafts;
      await call('drafts.write', written as CallRequest<'drafts.write'>);
      draftsOnDisk.set(written);
    }
  } catch (thrown) {
    // Not shown as kept then; the next change tries again.
    noted(thrown, 'drafts');
  } finally {
    writing = null;
  }
}
