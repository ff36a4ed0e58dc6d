import { useSearchParams } from 'wouter';
import { z } from 'zod';
import type { Answer } from '#shared/model/answer.ts';
import type { FiscalYear } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { checklists } from '#shared/statement/checklists.ts';
import { useKept } from '../../store/index.ts';
import { go, links } from '../../ui/links.ts';
import { atKey } from './at.ts';

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
 * @param answers in which one is looked up that the address names
 * @param isThere whether an organisation is still in the register; the company stands in for one that is gone
 */
export function useChosen(
  usualYear: FiscalYear,
  isThere: (of: IdOf<'organisations'>) => boolean,
  answers: readonly Answer[],
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
  const answer = answers.find(({ id }) => id === query.get('answer'));
  const asked: Chosen = answer
    ? { ...answer, year: answer.fiscalYear, at: atKey(answer.requirement, answer.subject) }
    : wanted === null
      ? { ...kept, year: kept.year ?? usualYear }
      : {
          checklist: wanted,
          of: query.get('of'),
          year: Number(query.get('year')) || usualYear,
          at: query.get('at'),
        };
  const chosen: Chosen = {
    ...asked,
    checklist: checklists().find(({ id }) => id === asked.checklist)?.id ?? first?.id ?? '',
    of: asked.of !== null && isThere(asked.of) ? asked.of : null,
  };
  return {
    chosen,
    choose: (fields) => {
      const { checklist, of, year, at: here } = chosen;
      const next = { checklist, of, year, at: here, ...fields };
      keep(next);
      const { at, ...rest } = next;
      go(links.statements({ ...rest, ...(at === null ? {} : { at }) }));
    },
  };
}
