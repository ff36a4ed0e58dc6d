import { useMemo, useSyncExternalStore } from 'react';
import type { TableName } from '#shared/model/tables.ts';
import { useObservable } from '../platform/observable.ts';
import { reopenings } from './database.ts';
import { useWorkspaceStatus } from './hooks.ts';
import { type Kept, KeptTables, type ReadFirst } from './kept-tables.ts';
import { currentStore, onWorkspaceStatus, workspaceStatus } from './workspace.ts';

/** Of which store and opening the tables are kept, and those; another one lets them go. */
let keptOf = '';
let kept: KeptTables<TableName> | null = null;

function keptTables<T extends TableName>(
  storeId: string | null,
  tables: readonly T[],
  readFirst: ReadFirst<T> | null,
): KeptTables<T> {
  const of = `${storeId} ${reopenings.get()} ${tables.join()}`;
  if (of === keptOf && kept) return kept as unknown as KeptTables<T>;
  kept?.close();
  keptOf = of;
  const own = new KeptTables<T>(
    () => {
      const store = currentStore();
      return store?.storeId === storeId ? store.db : null;
    },
    tables,
    readFirst,
  );
  kept = own as unknown as KeptTables<TableName>;
  return own;
}

/** How a view keeps whole tables. */
export interface KeptFor<T extends TableName> {
  readonly tables: readonly T[];
  readonly readFirst: ReadFirst<T>;
}

/**
 * Every row of some tables, live; those of one view are kept at a time. Until all are read, those that are shown first.
 * @returns undefined while these are read
 */
export function useKeptTables<T extends TableName>({
  tables,
  readFirst,
}: KeptFor<T>): { readonly rows: Kept<T>; readonly isWhole: boolean } | undefined {
  const status = useWorkspaceStatus();
  useObservable(reopenings);
  const own = keptTables(status.state === 'open' ? status.storeId : null, tables, readFirst);
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
