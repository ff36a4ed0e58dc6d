import type { JournalEntry } from '#shared/change/change-set.ts';
import { RETRIEVED_TABLES } from '#shared/retrieval/retriever.ts';
import { onCommitted, onWorkspaceStatus, workspaceStatus } from '../../store/index.ts';
import { RetrievalClient } from '../../workers/retrieval/client.ts';
import type { StaleTable } from '../../workers/retrieval/retrieval.worker.ts';

let client: RetrievalClient | null = null;
let openId: string | null = null;
/** Grows with every change that an answer may show. */
let version = 0;
const listeners = new Set<() => void>();
const FOLLOWED: ReadonlySet<string> = new Set<StaleTable>([...RETRIEVED_TABLES, 'turns']);

/** The worker of the open workspace; begun when it is first asked, and kept until the workspace is closed. */
export function retrievalClient(): RetrievalClient | null {
  if (client === null && openId !== null) client = new RetrievalClient(openId);
  return client;
}

/** Reads the open workspace afresh in a new worker, after the old one has failed. */
export function retryRetrieval(): void {
  client?.close();
  client = null;
  tell();
}

export function retrievalVersion(): number {
  return version;
}

export function onRetrievalVersion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Follows the store from now on. */
export function startRetrieval(): void {
  onWorkspaceStatus(attend);
  onCommitted(follow);
  attend();
}

function attend(): void {
  const now = workspaceStatus();
  const storeId = now.state === 'open' ? now.storeId : null;
  if (storeId === openId) return;
  openId = storeId;
  client?.close();
  client = null;
  tell();
}

function follow({ changes }: JournalEntry): void {
  const tables = new Set(changes.map(({ table }) => table).filter((table) => FOLLOWED.has(table)));
  if (tables.size === 0) return;
  client?.outdate(tables as Set<StaleTable>);
  tell();
}

function tell(): void {
  version += 1;
  for (const listener of listeners) listener();
}
