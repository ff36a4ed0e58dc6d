import { useMemo, useSyncExternalStore } from 'react';
import type { TableName } from '#shared/model/tables.ts';
import { useObservable } from '../platform/observable.ts';
import { reopenings } from './database.ts';
import { useWorkspaceStatus } from './hooks.ts';
import { type Kept, KeptTables, type ReadFirst } from './table-keeper.ts';
import { currentStore, onWorkspaceStatus, workspaceStatus } from './workspace.ts';

/** Of which store and opening tables are kept, and what is kept by the tables; closing and another opening let them go. */
let keptOf = '';
const kept = new Map<string, KeptTables<TableName>>();

function letGo(): void {
  for (const one of kept.values()) one.close();
  kept.clear();
}

onWorkspaceStatus(() => {
  if (workspaceStatus().state !== 'open') letGo();
});

function keptTables<T extends TableName>(
  storeId: string | null,
  tables: readonly T[],
  readFirst: ReadFirst<T> | null = null,
): KeptTables<T> {
  const of = `${storeId} ${reopenings.get()}`;
  if (of !== keptOf) {
    letGo();
    keptOf = of;
  }
  const known = kept.get(tables.join());
  if (known) return known as unknown as KeptTables<T>;
  const fresh = new KeptTables<T>(
    () => {
      const store = currentStore();
      return store?.storeId === storeId ? store.db : null;
    },
    tables,
    readFirst,
  );
  kept.set(tables.join(), fresh as unknown as KeptTables<TableName>);
  return fresh;
}

function useStoreId(): string | null {
  const status = useWorkspaceStatus();
  useObservable(reopenings);
  return status.state === 'open' ? status.storeId : null;
}

/** Every row of some tables, live, and kept while the workspace is open. @returns undefined while they are read for the first time */
export function useKeptTables<T extends TableName>(tables: readonly T[]): Kept<T> | undefined {
  const own = keptTables(useStoreId(), tables);
  return useSyncExternalStore(own.subscribe, own.get);
}

/** How a view keeps whole tables, of which it shows some rows first. */
export interface KeptFor<T extends TableName> {
  readonly tables: readonly T[];
  readonly readFirst: ReadFirst<T>;
}

/** As `useKeptTables`, with the rows that are shown first until all are read. */
export function useKeptInParts<T extends TableName>({
  tables,
  readFirst,
}: KeptFor<T>): { readonly rows: Kept<T>; readonly isWhole: boolean } | undefined {
  const own = keptTables(useStoreId(), tables, readFirst);
  const whole = useSyncExternalStore(own.watch, own.get);
  const first = useSyncExternalStore(own.watch, own.getFirst);
  const rows = whole ?? first;
  return useMemo(() => rows && { rows, isWhole: rows === whole }, [rows, whole]);
}

/**
 * Reads tables in an idle moment of every workspace that is opened, before a view asks for them.
 * @param use what a view will make of them, made in another idle moment
 */
export function readAhead<T extends TableName>(
  { tables, readFirst }: KeptFor<T>,
  use: (kept: Kept<T>) => void,
): void {
  let ahead: string | null = null;
  const read = () => {
    const status = workspaceStatus();
    const storeId = status.state === 'open' ? status.storeId : null;
    if (storeId === ahead) return;
    ahead = storeId;
    if (storeId !== null)
      requestIdleCallback(() => {
        const now = workspaceStatus();
        if (now.state !== 'open' || now.storeId !== storeId) return;
        const own = keptTables(storeId, tables, readFirst);
        const stop = own.subscribe(() => {
          const rows = own.get();
          if (!rows) return;
          stop();
          requestIdleCallback(() => use(rows));
        });
      });
  };
  onWorkspaceStatus(read);
  read();
}
