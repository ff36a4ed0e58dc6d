import { type ReactNode, useState } from 'react';
import type { Draft } from '#shared/change/draft.ts';
import { addFigure, changeFigure, citedAsEntered, removeFigure, restateFigure } from '#shared/edit/figure.ts';
import { isPublishedIn, type Said, saidBy, saysTheSame, targetSaidBy } from '#shared/figure-table/offers.ts';
import type { GridRow } from '#shared/figure-table/rows.ts';
import { typedFigure } from '#shared/figures/typed-figure.ts';
import type { Cited } from '#shared/model/cited.ts';
import type { Figure, Period } from '#shared/model/figure.ts';
import { commitAmending } from '../../dialogs/amend.tsx';
import { actor, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyDone, notifyUndo } from '../../ui/notify-undo.tsx';
import type { CellKey } from '../../ui/sheet-grid/use-entry.ts';
import type { Figures } from './use-figures.ts';
import { type Restating, WhyDialog } from './why-dialog.tsx';

export interface FigureActs {
  /** Why a text cannot stand in a cell, in words. */
  readonly refusalOf: (cell: CellKey, text: string) => string | null;
  readonly take: (cell: CellKey, text: string) => Promise<boolean>;
  readonly clear: (cells: readonly CellKey[]) => void;
  readonly fill: (steps: readonly { readonly from: CellKey; readonly to: CellKey }[]) => void;
  readonly dialog: ReactNode;
}

/** A cell of the table with the figure that a change of it is about. */
interface Place {
  readonly row: GridRow;
  readonly period: Period;
  readonly existing: Figure | null;
}

/** What is done in the table of figures by typing, filling and removing: each one step of undo. */
export function useFigureActs(figures: Figures | undefined, cited: Cited | null): FigureActs {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  const [asked, setAsked] = useState<Restating | null>(null);

  const placeOf = (cell: CellKey): Place | null => {
    const row = figures?.rows.find(({ key }) => key === cell.row);
    const period = figures?.columns.find(({ key }) => key === cell.column)?.period;
    if (!row || !period) return null;
    const standing = row.cells.get(cell.column)?.standing ?? [];
    const own = cited === null ? standing[0] : standing.find((one) => one.cited?.sourceId === cited.sourceId);
    return { row, period, existing: own ?? null };
  };
  const sources = figures?.state.sources ?? [];
  const saidIn = ({ role }: GridRow, text: string): Said | null =>
    role === 'target' ? targetSaidBy(typedFigure(text)) : saidBy(typedFigure(text));
  const label = (row: GridRow) => ({ indicator: local(row.indicator.name) });

  const clear = (cells: readonly CellKey[]) => {
    const all = cells.flatMap((cell) => placeOf(cell)?.row.cells.get(cell.column)?.standing ?? []);
    const replaced = new Set(figures?.state.figures.flatMap(({ replaces }) => replaces ?? []));
    const going = all.filter((one) => !isPublishedIn(one, sources) && !replaced.has(one.id));
    const left = all.length - going.length;
    if (left > 0) notifyDone(t('figureGrid.remove.kept', { count: left }));
    if (going.length === 0) return;
    void attempt(async () => {
      const label = { key: 'change.figures.remove', params: { count: going.length } } as const;
      const done = await commitAmending(label, async (draft) => {
        for (const { id } of going) await removeFigure(draft, id);
      });
      if (!done) return;
      notifyUndo({
        message: t('figureGrid.removed', { count: going.length }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });
  };

  return {
    refusalOf: (cell, text) => {
      const place = placeOf(cell);
      const typed = typedFigure(text);
      if (!place || typed.kind === 'blank') return null;
      if (typed.kind === 'refused') return t(`figureGrid.refused.${typed.problem}`);
      if (typed.kind === 'ask') return t('figureGrid.refused.dash');
      if (place.row.role === 'target' && saidIn(place.row, text) === null)
        return t('figureGrid.refused.target');
      const isPercent = typed.kind === 'value' && typed.percent && place.row.indicator.unit !== 'percent';
      return isPercent ? t('figureGrid.refused.percent') : null;
    },

    take: async (cell, text) => {
      const place = placeOf(cell);
      if (!place) return false;
      const { row, existing } = place;
      const said = saidIn(row, text);
      if (!said) {
        clear([cell]);
        return true;
      }
      if (existing && saysTheSame(existing, said)) return true;
      if (existing && isPublishedIn(existing, sources)) {
        const source = sources.find(({ id }) => id === existing.cited?.sourceId);
        const why = await new Promise<string | null>((answer) =>
          setAsked({ figure: existing, said, source: local(source?.title), answer }),
        );
        setAsked(null);
        if (why === null) return false;
        const stored = await attempt(() =>
          commitAmending({ key: 'change.figures.restate', params: label(row) }, (draft) =>
            restateFigure(draft, existing.id, said, why, stamp()),
          ),
        );
        return stored === true;
      }
      const stored = await attempt(() =>
        commitAmending({ key: 'change.figures.type', params: label(row) }, (draft) =>
          written(draft, place, said, cited),
        ),
      );
      return stored === true;
    },

    clear,

    fill: (steps) => {
      const todo = steps.flatMap(({ from, to }) => {
        const source = placeOf(from);
        const target = placeOf(to);
        const said = source?.row.cells.get(from.column)?.standing[0];
        if (!said || !target || target.row.role !== source.row.role) return [];
        return target.existing && saysTheSame(target.existing, said) ? [] : [{ target, said }];
      });
      const open = todo.filter(({ target }) => !target.existing || !isPublishedIn(target.existing, sources));
      const left = todo.length - open.length;
      if (left > 0) notifyDone(t('figureGrid.fill.partly', { done: open.length, left }));
      if (open.length === 0) return;
      void attempt(() =>
        commitAmending({ key: 'change.figures.fill', params: { count: open.length } }, async (draft) => {
          for (const { target, said } of open) await written(draft, target, numberOf(said), cited);
        }),
      );
    },

    dialog: asked && <WhyDialog key={asked.figure.id} {...asked} />,
  };
}

const stamp = () => ({ by: actor(), at: new Date().toISOString() });

function numberOf({ value, most, outOf, precision, status, compare }: Figure): Said {
  return { value, most, outOf, precision, status, compare, marks: [] };
}

/** Puts a number into a cell: over the one of the same source, else beside what others say. */
async function written(
  draft: Draft,
  { row, period, existing }: Place,
  said: Said,
  cited: Cited | null,
): Promise<Figure> {
  const { marks, ...number } = said;
  if (existing) return changeFigure(draft, existing.id, marks.length > 0 ? said : number, stamp());
  const of = row.of ?? lastOf(row);
  const needsSource = row.role === 'actual' && said.value !== null;
  return addFigure(
    draft,
    {
      ...{ indicatorId: row.indicatorId, via: row.via, cell: row.cell, role: row.role, period },
      ...{ of, ofBasis: of === null ? 'unstated' : 'stated' },
      ...said,
      cited: needsSource ? (cited ?? (await citedAsEntered(draft))) : cited,
    },
    stamp(),
  );
}

/** Whose the last figure of a row is. */
function lastOf({ cells }: GridRow): Figure['of'] {
  return [...cells.values()].at(-1)?.standing[0].of ?? null;
}
