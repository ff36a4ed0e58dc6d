import { useMemo } from 'react';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { Arrangement } from '#shared/model/arrangement.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Round } from '#shared/model/round.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import type { Contacts } from '#shared/suppliers/contacts.ts';
import type { Present } from '#shared/suppliers/next.ts';
import type { SupplierWords } from '#shared/suppliers/row-words.ts';
import type { SupplierRow } from '#shared/suppliers/rows.ts';
import { closedRounds, severitiesIn } from '#shared/suppliers/severity.ts';
import { today } from '../../platform/today.ts';
import { useRows } from '../../store/index.ts';
import { useKeptTables } from '../../store/kept-tables.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { useOrder } from './use-order.ts';

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

const TABLES = ['organisations', 'entries', 'arrangements', 'workspace'] as const;

/** Live; undefined while it is read for the first time. @param roundId absent = the latest closed round */
export function useSuppliers(roundId?: IdOf<'rounds'> | null): Suppliers | undefined {
  const { t, language, local } = useSpeech();
  const severities = useSeverities(roundId ?? null);
  const stored = useKeptTables(TABLES);
  const order = useOrder(stored, severities?.of, language);
  return useMemo(() => {
    const workspace = stored?.workspace[0];
    if (!stored || !workspace || !severities || !order) return undefined;
    const names = new Map(severities.issues.map((issue) => [issue.id, local(issue.name)]));
    const convention = workspace.fiscalYear;
    return {
      ...order,
      programmes: stored.arrangements.filter(({ kind }) => kind === 'supplier-programme'),
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
      languages: workspace.languages,
    };
  }, [stored, severities, order, t, language, local]);
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
