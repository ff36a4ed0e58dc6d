import { typedFigure } from '../figures/typed-figure.ts';
import type { Id } from '../model/basics.ts';
import type { Figure } from '../model/figure.ts';
import type { ReturnedRow } from './from-workbook.ts';
import { sumOf } from './long-sheet.ts';
import { saidBy, saysTheSame, targetSaidBy, type Wanted } from './offers.ts';
import type { CellProblem } from './proposal.ts';
import { typedText } from './typed-text.ts';

/** Why a row of a sheet that came back offers nothing. */
export type ReturnedProblem = CellProblem | 'unknown-id' | 'id-twice' | 'blank' | 'restated';

/** A row that was edited in the sheet: what it offers, or why it offers nothing. */
export type ReturnedOffer = {
  readonly row: number;
  readonly text: string;
  readonly existing: Figure | null;
} & (
  | {
      readonly problem: null;
      readonly wanted: Wanted;
      /** The number was changed in the workspace as well since the sheet was written. */
      readonly changedHere: boolean;
    }
  | { readonly problem: ReturnedProblem }
);

/** What a sheet offers that came back; rows that nobody edited offer nothing. */
export function returnedOffers(rows: readonly ReturnedRow[], figures: readonly Figure[]): ReturnedOffer[] {
  const byId = new Map<Id, Figure>(figures.map((one) => [one.id, one]));
  const replaced = new Set(figures.flatMap(({ replaces }) => replaces ?? []));
  const seen = new Set<string>();
  return rows.flatMap((row): ReturnedOffer[] => {
    if (row.id === '' && row.value === '' && row.fault === null) return [];
    const existing = byId.get(row.id) ?? null;
    const refused = (problem: ReturnedProblem) => [{ row: row.row, text: row.value, existing, problem }];
    if (!existing) return refused('unknown-id');
    if (seen.has(row.id)) return refused('id-twice');
    seen.add(row.id);
    if (row.fault === null && sumOf(row.id, row.value) === row.sum) return [];
    if (row.fault !== null) return refused(row.fault);
    if (row.value === '') return refused('blank');
    const typed = typedFigure(row.value);
    if (typed.kind === 'refused') return refused(typed.problem);
    if (typed.kind === 'ask') return refused('dash');
    const said = existing.role === 'target' ? targetSaidBy(typed) : saidBy(typed);
    if (!said) return refused('unclear');
    if (saysTheSame(existing, said)) return [];
    if (replaced.has(existing.id)) return refused('restated');
    const { indicatorId, of, ofBasis, via, cell, role, period, cited, breakBefore, note } = existing;
    const wanted: Wanted = {
      place: { indicatorId, of, ofBasis, via, cell, role },
      ...{ period, cited, breakBefore, note },
      said: { ...said, marks: said.marks.length > 0 ? said.marks : existing.marks },
    };
    return [
      {
        ...{ row: row.row, text: row.value, existing, problem: null, wanted },
        changedHere: sumOf(existing.id, typedText(existing)) !== row.sum,
      },
    ];
  });
}
