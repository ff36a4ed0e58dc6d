import { Button } from '@mantine/core';
import { IconClipboard, IconPlus, IconTable } from '@tabler/icons-react';
import { type ClipboardEvent as ReactClipboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { SortColumn } from 'react-data-grid';
import { useSearchParams } from 'wouter';
import { tabSeparated } from '#shared/delimited.ts';
import { bareNumbers } from '#shared/figure-table/bare.ts';
import type { GridRow } from '#shared/figure-table/rows.ts';
import { typedText } from '#shared/figure-table/typed-text.ts';
import { foldText } from '#shared/fold/fold.ts';
import { type Id, textIn } from '#shared/model/basics.ts';
import type { Clipboard } from '#shared/pasted/read.ts';
import { isTyping } from '../../ui/commands.ts';
import type { MenuPlace } from '../../ui/context-menu.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { type SheetColumn, SheetGrid } from '../../ui/sheet-grid/sheet-grid.tsx';
import type { CellKey } from '../../ui/sheet-grid/use-entry.ts';
import { CellMenu } from './cell-menu.tsx';
import { figureColumns, rowWords } from './columns.tsx';
import { FigureDrawer } from './figure-drawer.tsx';
import classes from './figures.module.css';
import { IndicatorDialog } from './indicator-dialog.tsx';
import { Legend } from './legend.tsx';
import { NewIndicator } from './new-indicator.tsx';
import { BareDialog, type BarePaste } from './paste/bare-dialog.tsx';
import { PasteDialog } from './paste/paste-dialog.tsx';
import { Toolbar } from './toolbar.tsx';
import { useFigureActs } from './use-figure-acts.tsx';
import { type Figures, useFigures } from './use-figures.ts';
import { useSource } from './use-source.ts';

const keyOfRow = ({ key }: GridRow) => key;

/** The table of figures: typed into, pasted into and read as a spreadsheet is. */
export default function FiguresView() {
  const { t } = useSpeech();
  const figures = useFigures();
  const [params] = useSearchParams();
  const [pasted, setPasted] = useState<Clipboard | null>(null);
  usePasteAnywhere(setPasted);
  const close = () => {
    setPasted(null);
    if (params.size > 0) go(links.figures());
  };
  if (!figures) return <Page title={t('figureGrid.title')}>{null}</Page>;
  return (
    <>
      {figures.rows.length === 0 ? (
        <Page title={t('figureGrid.title')}>
          <EmptyState
            icon={IconTable}
            title={t('figureGrid.empty.title')}
            action={
              <Button.Group>
                <Button
                  leftSection={<IconClipboard size={16} />}
                  onClick={() => go(links.figures({ paste: true }))}
                >
                  {t('figureGrid.paste')}
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconPlus size={16} />}
                  onClick={() => go(links.figures({ newIndicator: true }))}
                >
                  {t('figureGrid.newIndicator')}
                </Button>
              </Button.Group>
            }
          >
            {t('figureGrid.empty.text')}
          </EmptyState>
        </Page>
      ) : (
        <FigureTable
          // A link to another indicator narrows anew.
          key={params.get('indicator')}
          figures={figures}
          onPaste={setPasted}
          openId={params.get('figure')}
          indicatorId={params.get('indicator')}
        />
      )}
      {params.has('new') && <NewIndicator workspace={figures.workspace} onClose={close} />}
      {(pasted !== null || params.has('paste')) && (
        <PasteDialog figures={figures} clipboard={pasted} onRead={setPasted} onClose={close} />
      )}
    </>
  );
}

/** A table pasted where nothing is being typed into: the first step of bringing it in. */
function usePasteAnywhere(onPaste: (clipboard: Clipboard) => void) {
  const latest = useRef(onPaste);
  latest.current = onPaste;
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const { clipboardData } = event;
      if (!clipboardData || isTyping(event.target) || event.defaultPrevented) return;
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      latest.current({
        text: clipboardData.getData('text/plain'),
        html: clipboardData.getData('text/html'),
      });
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
}

interface FigureTableProps {
  readonly figures: Figures;
  readonly onPaste: (clipboard: Clipboard) => void;
  readonly openId: string | null;
  /** What the table is narrowed to at first; null = everything. */
  readonly indicatorId: string | null;
}

function FigureTable({ figures, onPaste, openId, indicatorId }: FigureTableProps) {
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
  const [bare, setBare] = useState<BarePaste | null>(null);
  const [edited, setEdited] = useState<Id | null>(null);
  const [opened, setOpened] = useState<CellKey | null>(null);
  const columns = useMemo(() => figureColumns(figures, speech), [figures, speech]);
  const rows = useMemo(
    () => shownRows(figures, speech, { filter, whose, sort }),
    [figures, speech, filter, whose, sort],
  );
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
              if (table) setBare({ table, cellAt: cellsFrom(at, rows, columns) });
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
      {bare && (
        <BareDialog
          {...bare}
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
          onClose={() => setMenu(null)}
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

/** The cells to the right of one and below it, in the order in which the table stands now. */
function cellsFrom(
  at: CellKey,
  rows: readonly GridRow[],
  columns: readonly SheetColumn<GridRow>[],
): BarePaste['cellAt'] {
  const top = rows.findIndex(({ key }) => key === at.row);
  const left = columns.findIndex(({ key }) => key === at.column);
  return (down, across) => {
    const [row, column] = [rows[top + down], columns[left + across]];
    return row && column?.editable ? { row: row.key, column: column.key } : null;
  };
}

/** The cell that a figure stands in. */
function cellOf({ rows }: Figures, figureId: string | null): CellKey | null {
  if (figureId === null) return null;
  for (const row of rows)
    for (const [column, { standing, setAside, replaced }] of row.cells)
      if ([...standing, ...setAside, ...replaced].some(({ id }) => id === figureId))
        return { row: row.key, column };
  return null;
}

interface Shown {
  readonly filter: string;
  readonly whose: string | null;
  readonly sort: readonly SortColumn[];
}

/** The rows that fit the filters, in the order that was asked for. */
function shownRows(
  figures: Figures,
  speech: Parameters<typeof rowWords>[2],
  { filter, whose, sort }: Shown,
): readonly GridRow[] {
  const sought = foldText(filter.trim());
  const fits = (row: GridRow) => {
    if (
      whose !== null &&
      ![...row.cells.values()].some(({ standing }) => standing.some(({ of }) => of === whose))
    )
      return false;
    if (sought === '') return true;
    return foldText(Object.values(rowWords(row, figures, speech)).join(' ')).includes(sought);
  };
  const rows = figures.rows.filter(fits);
  const [by] = sort;
  if (!by) return rows;
  const way = by.direction === 'ASC' ? 1 : -1;
  const collator = new Intl.Collator(speech.language);
  const value = (row: GridRow) => row.cells.get(by.columnKey)?.standing[0].value ?? null;
  return [...rows].sort((a, b) => {
    if (by.columnKey === 'indicator' || by.columnKey === 'whose') {
      const key = by.columnKey === 'indicator' ? 'name' : 'whose';
      return way * collator.compare(rowWords(a, figures, speech)[key], rowWords(b, figures, speech)[key]);
    }
    const [left, right] = [value(a), value(b)];
    // Rows without a number stand below, whichever way it is sorted.
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return way * (left - right);
  });
}
