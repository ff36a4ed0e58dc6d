import type { Id } from '../model/basics.ts';
import { type Organisation, RISK_FACTORS, type RiskFactor } from '../model/organisation.ts';
import { CONTACT_KINDS, type ContactKind, type Contacts, NO_CONTACTS } from './contacts.ts';
import { type Level, levelOf } from './order.ts';

const LEVELS = ['raised', 'unknown', 'not'] as const satisfies Level[];

/** What suppliers may have had: a way of looking at them, or a programme that they take part in. */
export type CoverColumn =
  | { readonly by: 'kind'; readonly kind: ContactKind }
  | { readonly by: 'programme'; readonly programmeId: Id };

/** Suppliers with a factor at a level, and how many of them had what each column names. */
export interface CoverRow {
  readonly factor: RiskFactor;
  readonly level: Level;
  readonly whole: number;
  /** One a column. */
  readonly had: readonly number[];
}

export interface Coverage {
  readonly columns: readonly CoverColumn[];
  /** Every factor at every level, whether or not there is a supplier. */
  readonly rows: readonly CoverRow[];
  readonly suppliers: number;
}

export const KIND_COLUMNS: readonly CoverColumn[] = CONTACT_KINDS.map((kind) => ({ by: 'kind', kind }));

/** Of suppliers with each factor raised, not raised or unknown, how many had a visit, survey, audit, declaration or programme. */
export function coverageOf(
  suppliers: readonly Pick<Organisation, 'id' | 'factors'>[],
  contacts: ReadonlyMap<Id, Contacts>,
  columns: readonly CoverColumn[] = KIND_COLUMNS,
): Coverage {
  const had = suppliers.map(({ id }) => {
    const own = contacts.get(id) ?? NO_CONTACTS;
    return columns.map((column) =>
      column.by === 'kind' ? own.latest[column.kind] !== undefined : tookPart(own, column.programmeId),
    );
  });
  const rows = RISK_FACTORS.flatMap((factor) =>
    LEVELS.map((level): CoverRow => {
      const counts = columns.map(() => 0);
      let whole = 0;
      suppliers.forEach((supplier, at) => {
        if (levelOf(supplier, factor) !== level) return;
        whole++;
        had[at]?.forEach((has, column) => {
          if (has) counts[column] = (counts[column] ?? 0) + 1;
        });
      });
      return { factor, level, whole, had: counts };
    }),
  );
  return { columns, rows, suppliers: suppliers.length };
}

/** Whether something of a programme was done there; what is only planned is no coverage. */
function tookPart({ doneIn }: Contacts, programmeId: Id): boolean {
  return doneIn.has(programmeId);
}
