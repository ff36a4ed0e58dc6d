import type { JournalEntry } from '#shared/change/change-set.ts';
import { problemOf } from '#shared/model/problem.ts';
import type { Answer, SearchRequest } from '#shared/search/workspace-search.ts';
import { onCommitted, onWorkspaceStatus, readState, workspaceStatus } from '../../store/index.ts';
import { SearchClient, type SearchProgress } from '../../workers/search/client.ts';

/** How long the first screen of a workspace has the machine to itself before reading begins, in milliseconds. */
const HEAD_START = 800;

/** What a view needs to know; a new object whenever anything is different. */
export interface SearchStatus {
  readonly progress: SearchProgress;
  /** Grows with every change that can be found: a view that shows results asks again. */
  readonly version: number;
}

let client: SearchClient | null = null;
let openId: string | null = null;
let status: SearchStatus = { progress: { state: 'idle' }, version: 0 };
let begin: (() => void) | null = null;
const listeners = new Set<() => void>();

export function searchStatus(): SearchStatus {
  return status;
}

export function onSearchStatus(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Asks the open workspace; begins to read it at once if that has not been done.
 * @returns null when no workspace is open, or nothing is read yet
 * @throws ProblemError; an AbortError when `signal` was given up
 */
export async function ask(request: SearchRequest, signal?: AbortSignal): Promise<Answer | null> {
  begin?.();
  return client ? client.ask(request, signal) : null;
}

/** Follows the store from now on: reads each workspace that is opened, and forgets it when it is closed. */
export function startSearch(): void {
  onWorkspaceStatus(attend);
  onCommitted(followEntry);
  attend();
}

function attend(): void {
  const now = workspaceStatus();
  const storeId = now.state === 'open' ? now.storeId : null;
  if (storeId === openId) return;
  openId = storeId;
  begin = null;
  client?.close();
  client = null;
  tell({ state: 'idle' });
  if (storeId === null) return;
  const timer = setTimeout(() => begin?.(), HEAD_START);
  begin = () => {
    clearTimeout(timer);
    begin = null;
    void read();
  };
}

async function read(): Promise<void> {
  const mine = new SearchClient(tell, () => tell(status.progress));
  client = mine;
  tell({ state: 'reading', share: 0 });
  try {
    const state = await readState();
    if (client === mine) await mine.load(state);
  } catch (thrown) {
    if (client === mine) tell({ state: 'failed', problem: problemOf(thrown) });
  }
}

/** The worker takes entries one after another behind the first reading; one it has read already does no harm. */
function followEntry({ changes }: JournalEntry): void {
  void client?.follow(changes);
}

function tell(progress: SearchProgress): void {
  status = { progress, version: status.version + 1 };
  for (const listener of listeners) listener();
}
