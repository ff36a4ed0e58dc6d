import { useMemo } from 'react';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { Arrangement } from '#shared/model/arrangement.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import type { Round } from '#shared/model/round.ts';
import { fiscalYearOf, type Workspace } from '#shared/model/workspace.ts';
import { CONTACT_KINDS, type Contacts, contactsOf } from '#shared/suppliers/contacts.ts';
import type { Present } from '#shared/suppliers/next.ts';
import type { SupplierWords } from '#shared/suppliers/row-words.ts';
import { type SupplierRow, supplierRows } from '#shared/suppliers/rows.ts';
import { closedRounds, severitiesIn } from '#shared/suppliers/severity.ts';
import { today } from '../../platform/today.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** Suppliers in the suggested order, with what is needed to tell of them. */
export interface Suppliers {
  readonly rows: readonly SupplierRow[];
  readonly contacts: ReadonlyMap<Id, Contacts>;
  readonly programmes: readonly Arrangement[];
  readonly issues: readonly Issue[];
  readonly words: SupplierWords;
  readonly present: Present;
  /** Closed rounds, the latest first, and the one whose severities are read; null = none is closed yet. */
  readonly rounds: readonly Round[];
  readonly round: Round | null;
  readonly languages: readonly string[];
}

interface Severities {
  readonly rounds: readonly Round[];
  readonly round: Round | null;
  readonly of: ReadonlyMap<Id, number>;
  readonly issues: readonly Issue[];
}

interface Stored {
  readonly suppliers: readonly Organisation[];
  readonly entries: readonly Entry[];
  readonly programmes: readonly Arrangement[];
  readonly workspace: Workspace;
}

/** Live; undefined while it is read for the first time. @param roundId absent = the latest closed round */
export function useSuppliers(roundId?: IdOf<'rounds'> | null): Suppliers | undefined {
  const { t, language, local } = useSpeech();
  const severities = useSeverities(roundId ?? null);
  const stored = useStored();
  const contacts = useMemo(
    () => stored && contactsOf(stored.entries, stored.workspace.fiscalYear.firstMonth),
    [stored],
  );
  const rows = useMemo(
    () =>
      stored &&
      severities &&
      contacts &&
      supplierRows(stored.suppliers, contacts, (id) => severities.of.get(id), { language, today: today() }),
    [stored, severities, contacts, language],
  );
  return useMemo(() => {
    if (!stored || !severities || !rows || !contacts) return undefined;
    const names = new Map(severities.issues.map((issue) => [issue.id, local(issue.name)]));
    const convention = stored.workspace.fiscalYear;
    return {
      rows,
      contacts,
      programmes: stored.programmes,
      issues: severities.issues,
      words: {
        t,
        language,
        issueName: (id) => names.get(id) ?? '',
        year: (year) => fiscalYearLabel(year, convention, language),
      },
      present: { convention, fiscalYear: fiscalYearOf(today(), convention) },
      rounds: severities.rounds,
      round: severities.round,
      languages: stored.workspace.languages,
    };
  }, [stored, severities, rows, contacts, t, language, local]);
}

function useStored(): Stored | undefined {
  return useRows(async (db): Promise<Stored | undefined> => {
    const [suppliers, entries, programmes, [workspace]] = await Promise.all([
      db.organisations.where('kind').equals('supplier').toArray(),
      db.entries
        .where('kind')
        .anyOf([...CONTACT_KINDS])
        .toArray(),
      db.arrangements.where('kind').equals('supplier-programme').toArray(),
      db.workspace.toArray(),
    ]);
    return workspace && { suppliers, entries, programmes, workspace };
  }, []);
}

/** Apart from the suppliers: a change of theirs is no reason to assess a round anew. */
function useSeverities(wanted: IdOf<'rounds'> | null): Severities | undefined {
  return useRows(
    async (db): Promise<Severities> => {
      const [all, issues, themes] = await Promise.all([
        db.rounds.toArray(),
        db.issues.toArray(),
        db.themes.toArray(),
      ]);
      const rounds = closedRounds(all);
      const round = rounds.find(({ id }) => id === wanted) ?? rounds[0] ?? null;
      if (!round) return { rounds, round, of: new Map(), issues };
      const read = [round.id, ...(round.basedOn ? [round.basedOn] : [])];
      const [ratings, records] = await Promise.all([
        db.ratings.where('roundId').anyOf(read).toArray(),
        db.records.where('roundId').anyOf(read).toArray(),
      ]);
      const tables = { rounds: all, issues, themes, ratings, records, decisions: [] };
      return { rounds, round, of: severitiesIn(tables, round.id), issues };
    },
    [wanted],
  );
}
