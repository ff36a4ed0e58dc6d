import type { JournalEntry } from '#shared/change/change-set.ts';
import type { IdOf } from '#shared/model/id.ts';
import { problemOf } from '#shared/model/problem.ts';
import type { PackedHits } from '#shared/search/packed-hits.ts';
import type { Answer, FoundRanges, RangeUnit, SearchRequest } from '#shared/search/request.ts';
import { isSearched } from '#shared/search/rows.ts';
import { onCommitted, onWorkspaceStatus, workspaceStatus } from '../../store/index.ts';
import { SearchClient, type SearchProgress } from './client.ts';

/** How long the first screen of a workspace has the machine to itself before reading begins, in milliseconds. */
const HEAD_START = 400;

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

/** Where one dialogue has hits, in the order of its text. @returns null, @throws as `ask` */
export async function inDialogue(
  request: SearchRequest,
  dialogueId: IdOf<'dialogues'>,
  signal?: AbortSignal,
): Promise<PackedHits | null> {
  begin?.();
  return client ? client.inDialogue(request, dialogueId, signal) : null;
}

/** The ranges of turns that hold hits, to be coded. @throws as `ask` */
export async function places(
  request: SearchRequest,
  unit: RangeUnit,
  limit: number,
  signal?: AbortSignal,
): Promise<FoundRanges> {
  begin?.();
  return (await client?.places(request, unit, limit, signal)) ?? { places: [], more: 0 };
}

/** Reads the open workspace afresh, after reading it has failed. */
export function retry(): void {
  if (openId === null || status.progress.state !== 'failed') return;
  client?.close();
  void read(openId);
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
    void read(storeId);
  };
}

async function read(storeId: string): Promise<void> {
  const mine = new SearchClient(tell, () => tell(status.progress));
  client = mine;
  tell({ state: 'reading', share: 0 });
  try {
    await mine.open(storeId);
  } catch (thrown) {
    if (client === mine) tell({ state: 'failed', problem: problemOf(thrown) });
  }
}

/** The worker looks into the journal itself. */
function followEntry({ changes }: JournalEntry): void {
  if (changes.some(({ table }) => isSearched(table))) void client?.follow();
}

function tell(progress: SearchProgress): void {
  status = { progress, version: status.version + 1 };
  for (const listener of listeners) listener();
}
