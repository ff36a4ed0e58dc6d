import { List, ScrollArea } from '@mantine/core';
import type { CellProblem } from '#shared/figure-table/paste-context.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import type { Figures } from '../use-figures.ts';
import type { Paste } from './use-paste.ts';

/** Cells that are named for one reason; the others are counted. */
const MOST_NAMED = 3;

/** Why cells are refused, each reason once, with the cells: in the table there is room for its first words. */
export function Refusals({ paste, figures }: { readonly paste: Paste; readonly figures: Figures }) {
  const { t } = useSpeech();
  const cellsOf = new Map<CellProblem, string[]>();
  for (const { label, cells } of paste.proposal.rows)
    for (const { problem, fiscalYear } of cells) {
      if (problem === null) continue;
      const year = figures.periodName({ fiscalYear, quarter: null });
      const name = [label, year].filter(Boolean).join(' ');
      const named = cellsOf.get(problem);
      if (named) named.push(name);
      else cellsOf.set(problem, [name]);
    }
  if (cellsOf.size === 0) return null;
  return (
    <ScrollArea.Autosize mah={110} type="auto">
      <List size="sm" data-testid="paste-refused">
        {[...cellsOf].map(([problem, names]) => (
          <List.Item key={problem}>
            {t('figurePaste.refused', {
              cells: names.slice(0, MOST_NAMED).join(t('retrieval.separator')),
              more: Math.max(0, names.length - MOST_NAMED),
              why: t(`figureGrid.refused.${problem}`),
            })}
          </List.Item>
        ))}
      </List>
    </ScrollArea.Autosize>
  );
}
