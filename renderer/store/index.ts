import type { Label } from '#shared/change/change-set.ts';
import type { Draft } from '#shared/change/draft.ts';
import type { MessageKey } from '#shared/i18n/index.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import type { ReadDb } from './database.ts';
import type { Stepped } from './store.ts';
import { currentStore, openStore } from './workspace.ts';

export type { ReadDb } from './database.ts';
export { useHistory, useRows, useWorkspaceStatus } from './hooks.ts';
export { openName, type RoundNames, rateAs, readers, useNames } from './names.ts';
export type { OpeningRepair } from './opening.ts';
export { pendingChanges, type Stepped } from './store.ts';
export {
  actor,
  archiveContent,
  closeWorkspace,
  createWorkspace,
  fitsWindow,
  onCommitted,
  onWorkspaceStatus,
  openUnpacked,
  openWorkspace,
  setActor,
  type UnpackedArchive,
  type WorkspaceContent,
  type WorkspaceStatus,
  workspaceStatus,
} from './workspace.ts';

/** The words under which a change stands in undo, in the menu and in the audit log. */
export interface CommitLabel {
  readonly key: MessageKey;
  readonly params?: Label['params'];
}

export { useKept } from './use-kept.ts';

/**
 * Makes a change: one step of undo, safe on disk when the promise resolves. Changes run one after another; do not
 * commit inside a recipe.
 * @returns what the recipe returned; nothing is written when the draft ends as it began
 * @throws ProblemError; nothing has been written then
 */
export async function commit<R>(label: CommitLabel, recipe: (draft: Draft) => Promise<R>): Promise<R> {
  return openStore().commit({ key: label.key, params: label.params ?? {} }, recipe);
}

/** Whether undo or redo has something to act on, known at once: the labels on screen follow a moment later. */
export function canStep(kind: 'undo' | 'redo'): boolean {
  return currentStore()?.can(kind) ?? false;
}

/** Takes the newest change back. @returns its label and what was kept; null = nothing to undo */
export async function undo(): Promise<Stepped | null> {
  return openStore().undo();
}

/** Makes again what was undone last. @returns its label and what was kept; null = nothing to redo */
export async function redo(): Promise<Stepped | null> {
  return openStore().redo();
}

/** Asks the open workspace something once, outside a view. @throws ProblemError `store-closed` when none is open */
export function readOnce<R>(query: (db: ReadDb) => Promise<R>): Promise<R> {
  return query(openStore().db);
}

/** The store that is open, for a worker that reads its database by itself. @throws ProblemError `no-workspace` */
export function openStoreId(): string {
  return openStore().storeId;
}

/** Every row of the open workspace, from one moment: for exports. */
export async function readState(): Promise<WorkspaceState> {
  return openStore().readState();
}
