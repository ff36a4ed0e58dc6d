import type { Draft } from '../change/draft.ts';
import type { Figure } from '../model/figure.ts';
import type { IdOf } from '../model/id.ts';
import { removeIfUnused } from './decision.ts';
import { removeFigure } from './figure.ts';

/** A row of the table of figures: its indicator, and all that is stated in it, earlier values too. */
export interface FigureLine {
  readonly indicatorId: IdOf<'indicators'>;
  readonly figureIds: readonly IdOf<'figures'>[];
}

/**
 * Removes rows of the table of figures. An indicator goes with its last row, unless a decision or a commitment measures
 * by it.
 * @returns how many indicators went
 * @throws ProblemError as `removeFigure`
 */
export async function removeFigureLines(draft: Draft, lines: readonly FigureLine[]): Promise<number> {
  for (const { figureIds } of lines) await removeFigures(draft, figureIds);
  let gone = 0;
  for (const indicatorId of new Set(lines.map((line) => line.indicatorId)))
    if (await removeIfUnused(draft, indicatorId)) gone += 1;
  return gone;
}

/** A restatement goes before what it restates. */
async function removeFigures(draft: Draft, ids: readonly IdOf<'figures'>[]): Promise<void> {
  const left = new Map<string, Figure>();
  for (const id of ids) left.set(id, await draft.require('figures', id));
  while (left.size > 0) {
    const restated = new Set([...left.values()].map(({ replaces }) => replaces));
    const [next] = [...left.values()].filter(({ id }) => !restated.has(id));
    // Of figures that restate each other in a circle none comes first: removing one is refused.
    const { id } = next ?? ([...left.values()][0] as Figure);
    await removeFigure(draft, id);
    left.delete(id);
  }
}
