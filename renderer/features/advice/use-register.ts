import { useMemo } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { AdviceColumn, AdviceRow, AdviceWords } from '#shared/retrieval/advice-sheet.ts';
import { today } from '../../platform/today.ts';
import type { Quote } from '../../store/quotes.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { columnsOf } from './columns.ts';
import { type HeardAdvice, passes } from './filter.ts';
import { grouped, type RegisterGroup, sorted } from './order.ts';
import { useToldLater } from './use-advice.ts';
import type { Look } from './use-look.ts';

export interface RegisterRow extends AdviceRow {
  readonly quotes: readonly Quote[];
}

/** What the register shows of all advice, in the order in which it is shown. */
export interface Register {
  readonly groups: readonly RegisterGroup<RegisterRow>[];
  readonly rows: readonly RegisterRow[];
  readonly order: readonly Id[];
  readonly columns: readonly AdviceColumn[];
}

export function useRegister(heard: readonly HeardAdvice[], look: Look, words: AdviceWords): Register {
  const { language } = useSpeech();
  const { filter, form, sort } = look;
  const columns = columnsOf(look);
  const later = useToldLater(columns.includes('later'));
  return useMemo(() => {
    const day = today();
    const shown = heard
      .filter((one) => passes(one, filter, day))
      .map((one): RegisterRow => ({ ...one, later: later.get(one.advice.id) ?? null }));
    const groups = grouped(sorted(shown, sort, words, language), form, language);
    const rows = groups.flatMap((group) => group.rows);
    return { groups, rows, order: rows.map(({ advice }) => advice.id), columns };
  }, [heard, filter, form, sort, later, words, language, columns]);
}
