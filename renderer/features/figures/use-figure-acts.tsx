import { type ReactNode, useMemo, useState } from 'react';
import { removeFigure, restateFigure } from '#shared/edit/figure.ts';
import { isPublishedIn, saysTheSame } from '#shared/figure-table/offers.ts';
import type { GridRow } from '#shared/figure-table/rows.ts';
import { typedFigure } from '#shared/figures/typed-figure.ts';
import type { Cited } from '#shared/model/cited.ts';
import { commitAmending } from '../../dialogs/amend.tsx';
import { undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyDone, notifyUndo } from '../../ui/notify-undo.tsx';
import type { CellKey } from '../../ui/sheet-grid/use-entry.ts';
import { numberOf, placeFinder, saidIn, stamp, written } from './cell-edits.ts';
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

/** What is done in the table of figures by typing, filling and removing: each one step of undo. */
export function useFigureActs(figures: Figures | undefined, cited: Cited | null): FigureActs {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  const [asked, setAsked] = useState<Restating | null>(null);

  const find = useMemo(() => (figures ? placeFinder(figures) : () => null), [figures]);
  const placeOf = (cell: CellKey) => find(cell, cited);
  const sources = figures?.state.sources ?? [];
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
        message: t('figureGrid.removed', {
          count: going.length,
          again: going.filter(({ replaces }) => replaces !== null).length,
        }),
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
