import { useEffect, useState } from 'react';
import {
  concernsDecisions,
  decisionLog,
  type LoggedEntry,
  type LogLine,
} from '#shared/assessment/decision-log.ts';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { onCommitted, readOnce } from '../../store/index.ts';

/** The decision log, newest first: the journal is read once, then followed. @returns undefined while it is read */
export function useDecisionLog(): readonly LogLine[] | undefined {
  const [entries, setEntries] = useState<readonly LoggedEntry[]>();
  useEffect(() => {
    let gone = false;
    const later: LoggedEntry[] = [];
    const stop = onCommitted((entry) => {
      if (!concernsDecisions(entry)) return;
      later.push(ofDecisions(entry));
      setEntries((before) => before && withLater(before, later));
    });
    void readOnce(async (db) => {
      const found: LoggedEntry[] = [];
      // One by one: an entry may hold a whole dialogue, and nothing but decisions is kept of it.
      await db.journal.orderBy('seq').each((entry) => {
        if (concernsDecisions(entry)) found.push(ofDecisions(entry));
      });
      return found;
    }).then((found) => {
      if (!gone) setEntries(withLater(found, later));
    });
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return entries && decisionLog(entries);
}

function ofDecisions({ seq, at, actor, kind, changes }: JournalEntry): LoggedEntry {
  return { seq, at, actor, kind, changes: changes.filter(({ table }) => table === 'decisions') };
}

function withLater(entries: readonly LoggedEntry[], later: readonly LoggedEntry[]): LoggedEntry[] {
  const known = new Set(entries.map(({ seq }) => seq));
  return [...entries, ...later.filter(({ seq }) => !known.has(seq))];
}
