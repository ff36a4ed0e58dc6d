import { breakAt, type GridRow, isDisputed } from '../../figure-table/rows.ts';
import { doesNotAddUp, type Misfit, wholesOf } from '../../figures/parts.ts';
import { countedFigures } from '../../figures/series.ts';
import { periodText } from '../../figures/value-text.ts';
import type { BreakKind } from '../../model/figure.ts';
import type { SourceId } from '../document.ts';
import type { YearTables, YearWords } from './year-words.ts';

/** What changed in what is counted, and what was corrected since (GRI 2-4, ESRS 2 BP-2). */
export type CountingChange =
  | {
      readonly kind: 'break';
      readonly row: string;
      readonly year: string;
      readonly what: BreakKind;
      readonly effect: 'no' | 'care';
      readonly note: string;
    }
  | {
      readonly kind: 'restated';
      readonly row: string;
      readonly year: string;
      readonly before: string;
      readonly now: string;
      readonly why: string;
    }
  | {
      readonly kind: 'disputed';
      readonly row: string;
      readonly year: string;
      readonly said: readonly {
        readonly text: string;
        readonly source: SourceId | null;
        readonly stands: boolean;
      }[];
      readonly why: string;
    }
  | { readonly kind: 'misfit'; readonly row: string; readonly year: string; readonly how: Misfit };

/** What changed along a line in the years shown: breaks, restatements, sources that differ. */
export function changesOf(row: GridRow, words: YearWords): CountingChange[] {
  const name = words.row(row);
  const shown = [...row.cells.values()].filter(({ period }) => words.years.includes(period.fiscalYear));
  return shown.flatMap((cell): CountingChange[] => {
    const place = { row: name, year: periodText(cell.period, words.t, words.yearOf) };
    const found: CountingChange[] = [];
    const broken = breakAt(cell);
    if (broken === 'boundary')
      found.push({ kind: 'break', ...place, what: 'boundary', effect: 'no', note: '' });
    else if (broken)
      found.push({
        ...{ kind: 'break', ...place, what: broken.kind, effect: broken.effect },
        note: words.tell(broken.note),
      });
    for (const figure of cell.standing) {
      const before = cell.replaced.find(({ id }) => id === figure.replaces);
      if (before && !words.hidden.has(figure.id) && !words.hidden.has(before.id))
        found.push({
          ...{ kind: 'restated', ...place, before: words.value(before), now: words.value(figure) },
          why: words.tell(figure.why),
        });
    }
    const said = [...cell.standing, ...cell.setAside].filter(({ id }) => !words.hidden.has(id));
    if (isDisputed(cell) || cell.setAside.length > 0)
      found.push({
        ...{ kind: 'disputed', ...place },
        said: said.map((one) => ({
          text: words.value(one),
          source: words.source(one),
          stands: one.standing === 'stands',
        })),
        why: cell.setAside.map(({ standingWhy }) => words.tell(standingWhy)).find(Boolean) ?? '',
      });
    return found;
  });
}

/** Numbers that a source prints against its own breakdown. */
export function misfitsOf(state: YearTables, words: YearWords): CountingChange[] {
  const counted = countedFigures(state.figures).filter(
    ({ id, period }) => words.years.includes(period.fiscalYear) && !words.hidden.has(id),
  );
  return state.indicators.flatMap((indicator) =>
    wholesOf(
      indicator,
      counted.filter(({ indicatorId }) => indicatorId === indicator.id),
    ).flatMap((one): CountingChange[] => {
      const how = doesNotAddUp(one);
      if (how === null || !one.whole) return [];
      return [
        {
          ...{ kind: 'misfit', row: words.tell(indicator.name), how },
          year: periodText(one.whole.period, words.t, words.yearOf),
        },
      ];
    }),
  );
}
