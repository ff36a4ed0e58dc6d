import { type ClipboardEvent as ReactClipboardEvent, useMemo, useState } from 'react';
import type { SortColumn } from 'react-data-grid';
import { tabSeparated } from '#shared/delimited.ts';
import { type BareTable, bareNumbers } from '#shared/figure-table/bare.ts';
import type { GridRow } from '#shared/figure-table/rows.ts';
import { typedText } from '#shared/figure-table/typed-text.ts';
import { type Id, textIn } from '#shared/model/basics.ts';
import type { Clipboard } from '#shared/pasted/read.ts';
import type { MenuPlace } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { SheetGrid } from '../../ui/sheet-grid/sheet-grid.tsx';
import type { CellKey } from '../../ui/sheet-grid/use-entry.ts';
import { CellMenu } from './cell-menu.tsx';
import { figureColumns } from './columns.tsx';
import { FigureDrawer } from './figure-drawer.tsx';
import classes from './figures.module.css';
import { IndicatorDialog } from './indicator-dialog.tsx';
import { Legend } from './legend.tsx';
import { BareDialog } from './paste/bare-dialog.tsx';
import { RemoveRowsDialog } from './remove-rows-dialog.tsx';
import { cellOf, cellsFrom, shownRows } from './shown-rows.ts';
import { Toolbar } from './toolbar.tsx';
import { useFigureActs } from './use-figure-acts.tsx';
import type { Figures } from './use-figures.ts';
import { useSource } from './use-source.ts';

const keyOfRow = ({ key }: GridRow) => key;

interface FigureTableProps {
  readonly figures: Figures;
  readonly onPaste: (clipboard: Clipboard) => void;
  readonly openId: string | null;
  /** What the table is narrowed to at first; null = everything. */
  readonly indicatorId: string | null;
}

/** The table itself, with what is done in its cells. */
export function FigureTable({ figures, onPaste, openId, indicatorId }: FigureTableProps) {
  const speech = useSpeech();
  const { t, language } = speech;
  const source = useSource(figures);
  const acts = useFigureActs(figures, source.cited);
  const [filter, setFilter] = useState(() =>
    textIn(figures.state.indicators.find(({ id }) => id === indicatorId)?.name, language),
  );
  const [whose, setWhose] = useState<string | null>(null);
  const [sort, setSort] = useState<SortColumn[]>([]);
  const [menu, setMenu] = useState<{ cells: readonly CellKey[]; at: MenuPlace } | null>(null);
  const [bare, setBare] = useState<{ table: BareTable; at: CellKey } | null>(null);
  const [removed, setRemoved] = useState<readonly string[] | null>(null);
  const [edited, setEdited] = useState<Id | null>(null);
  const [opened, setOpened] = useState<CellKey | null>(null);
  const { columns: periods, periodName } = figures;
  const { organisations } = figures.state;
  // An edit leaves them as they are, so that the rows that it does not touch are not drawn anew.
  const columns = useMemo(
    () => figureColumns({ columns: periods, periodName, state: { organisations } }, speech),
    [periods, periodName, organisations, speech],
  );
  const rows = useMemo(
    () => shownRows(figures, speech, { filter, whose, sort }),
    [figures, speech, filter, whose, sort],
  );
  const cellAt = useMemo(() => bare && cellsFrom(bare.at, rows, columns), [bare, rows, columns]);
  const wanted = useMemo(() => cellOf(figures, openId), [figures, openId]);
  const indicator = figures.state.indicators.find(({ id }) => id === edited);
  const open = opened ?? wanted;
  const textOf = (row: GridRow, column: string) => {
    const [first] = row.cells.get(column)?.standing ?? [];
    return first ? typedText(first) : '';
  };
  return (
    <Page
      title={t('figureGrid.title')}
      description={t('figureGrid.description')}
      fill
      toolbar={
        <Toolbar
          figures={figures}
          rows={rows}
          columns={columns}
          filter={filter}
          onFilter={setFilter}
          whose={whose}
          onWhose={setWhose}
          source={source}
          onPaste={() => go(links.figures({ paste: true }))}
        />
      }
    >
      <div className={classes.body}>
        <div className={classes.grid}>
          <SheetGrid<GridRow>
            label={t('figureGrid.label')}
            rows={rows}
            columns={columns}
            rowKey={keyOfRow}
            rowHeight={46}
            draftKey="figures.cells"
            typedText={textOf}
            refusalOf={acts.refusalOf}
            onTake={acts.take}
            sort={sort}
            onSort={setSort}
            onClear={acts.clear}
            onFill={acts.fill}
            onPaste={(at, clipboard) => {
              // Numbers alone go into the cells from this one on; a table with heads is looked at first.
              const table = bareNumbers(clipboard.text, figures.workspace.fiscalYear);
              if (table) setBare({ table, at });
              else if (/[\t\n\r]/.test(clipboard.text.trim())) onPaste(clipboard);
              else if (acts.refusalOf(at, clipboard.text) === null) void acts.take(at, clipboard.text);
              else onPaste(clipboard);
            }}
            onCopy={copyCells}
            onDetails={setOpened}
            onMenu={(cells, at) => setMenu({ cells, at })}
          />
        </div>
        <Legend rows={rows} />
      </div>
      {bare && cellAt && figures.isWhole && (
        <BareDialog
          table={bare.table}
          cellAt={cellAt}
          figures={figures}
          acts={acts}
          typedFrom={figures.state.sources.find(({ id }) => id === source.sourceId) ?? null}
          onClose={() => setBare(null)}
        />
      )}
      {menu && (
        <CellMenu
          {...menu}
          acts={acts}
          onDetails={setOpened}
          onIndicator={(cell) =>
            setEdited(figures.rows.find(({ key }) => key === cell.row)?.indicatorId ?? null)
          }
          onRemoveRows={setRemoved}
          onClose={() => setMenu(null)}
        />
      )}
      {removed && figures.isWhole && (
        <RemoveRowsDialog
          figures={figures}
          rows={figures.rows.filter(({ key }) => removed.includes(key))}
          onClose={() => setRemoved(null)}
        />
      )}
      <FigureDrawer
        figures={figures}
        cell={open}
        onIndicator={setEdited}
        onClose={() => {
          setOpened(null);
          if (openId) go(links.figures());
        }}
      />
      {indicator && (
        <IndicatorDialog
          key={indicator.id}
          figures={figures}
          indicator={indicator}
          onClose={() => setEdited(null)}
        />
      )}
      {acts.dialog}
    </Page>
  );
}

function copyCells(cells: readonly (readonly string[])[], { clipboardData }: ReactClipboardEvent) {
  clipboardData.setData('text/plain', tabSeparated(cells));
}
