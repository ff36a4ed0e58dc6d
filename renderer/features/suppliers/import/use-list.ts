import { useEffect, useRef, useState } from 'react';
import { problemOf } from '#shared/model/problem.ts';
import { type ColumnUse, guessListMapping, type ListMapping } from '#shared/suppliers/list/mapping.ts';
import type { RowOutcome } from '#shared/suppliers/list/offers.ts';
import type { SupplierListTable } from '#shared/suppliers/list/read-list.ts';
import { openStoreId } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { offersInWorker, readListInWorker } from '../../../workers/suppliers/client.ts';
import { rememberColumns, withRemembered } from './remembered.ts';

export interface ListFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A list that is being brought in, as far as it is read. */
export interface SupplierList {
  readonly file: ListFile | null;
  readonly table: SupplierListTable | null;
  readonly mapping: ListMapping | null;
  /** Null = they are being worked out. */
  readonly outcomes: readonly RowOutcome[] | null;
  /** How far reading is, 0 to 1; null = nothing is read. */
  readonly reading: number | null;
  readonly open: (file: ListFile, sheet?: string | null) => void;
  readonly setColumn: (column: number, use: ColumnUse) => void;
  readonly cancel: () => void;
}

/** Reads a list and works out what it would bring in, both beside the window; a later request ends the one before. */
export function useList(): SupplierList {
  const attempt = useAttempt();
  const [file, setFile] = useState<ListFile | null>(null);
  const [table, setTable] = useState<SupplierListTable | null>(null);
  const [mapping, setMapping] = useState<ListMapping | null>(null);
  const [outcomes, setOutcomes] = useState<readonly RowOutcome[] | null>(null);
  const [reading, setReading] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const begin = (): AbortSignal => {
    running.current?.abort();
    running.current = new AbortController();
    setReading(0);
    return running.current.signal;
  };
  /** What was given up is no failure; what a later request replaced says nothing any more. */
  const run = (signal: AbortSignal, work: () => Promise<void>) =>
    void attempt(async () => {
      try {
        await work();
      } catch (thrown) {
        if (problemOf(thrown).code !== 'task-cancelled') throw thrown;
      }
    }).finally(() => {
      if (running.current?.signal === signal) setReading(null);
    });
  const offer = async (of: SupplierListTable, by: ListMapping, signal: AbortSignal) => {
    setMapping(by);
    setOutcomes(null);
    const found = await offersInWorker(openStoreId(), of, by, signal, setReading);
    if (!signal.aborted) setOutcomes(found);
  };

  return {
    file,
    table,
    mapping,
    outcomes,
    reading,
    open: (chosen, sheet = null) => {
      const signal = begin();
      run(signal, async () => {
        const read = await readListInWorker(chosen, sheet, signal);
        setFile(chosen);
        setTable(read);
        await offer(read, withRemembered(guessListMapping(read)), signal);
      });
    },
    setColumn: (column, use) => {
      if (!table || !mapping) return;
      const columns = mapping.columns.map((one, at) => (at === column ? use : one));
      const next = { ...mapping, columns };
      rememberColumns(next);
      const signal = begin();
      run(signal, () => offer(table, next, signal));
    },
    cancel: () => {
      running.current?.abort();
      setReading(null);
    },
  };
}
