import { useSearchParams } from 'wouter';
import { z } from 'zod';
import type { FiscalYear } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { checklists } from '#shared/statement/checklists.ts';
import { useKept } from '../../store/index.ts';
import { go, links } from '../../ui/links.ts';

/** Which statement is looked at, and where in it. */
export interface Chosen {
  readonly checklist: string;
  readonly of: IdOf<'organisations'> | null;
  readonly year: FiscalYear;
  /** Key of a place, or of a panel beside the requirements; null = nothing is open. */
  readonly at: string | null;
}

const Kept = z.object({
  checklist: z.string(),
  of: z.string().nullable(),
  year: z.number().nullable(),
  at: z.string().nullable(),
});

/**
 * What the address asks for, else what was looked at last in this workspace.
 * @param usualYear the year to begin with
 * @param isThere whether an organisation is still in the register; the company stands in for one that is gone
 */
export function useChosen(
  usualYear: FiscalYear,
  isThere: (of: IdOf<'organisations'>) => boolean,
): {
  readonly chosen: Chosen;
  readonly choose: (fields: Partial<Chosen>) => void;
} {
  const [query] = useSearchParams();
  const [first] = checklists();
  const [kept, keep] = useKept('statements', Kept, {
    checklist: first?.id ?? '',
    of: null,
    year: null,
    at: null,
  });
  const wanted = query.get('checklist');
  const checklist = checklists().find(({ id }) => id === (wanted ?? kept.checklist))?.id ?? first?.id ?? '';
  const wantedOf = wanted === null ? kept.of : query.get('of');
  const of = wantedOf !== null && isThere(wantedOf) ? wantedOf : null;
  const chosen: Chosen =
    wanted === null
      ? { ...kept, checklist, of, year: kept.year ?? usualYear }
      : {
          checklist,
          of,
          year: Number(query.get('year')) || usualYear,
          at: query.get('at'),
        };
  return {
    chosen,
    choose: (fields) => {
      const next = { ...chosen, ...fields };
      keep(next);
      const { at, ...rest } = next;
      go(links.statements({ ...rest, ...(at === null ? {} : { at }) }));
    },
  };
}
