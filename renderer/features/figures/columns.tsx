import { breakAt, type GridRow } from '#shared/figure-table/rows.ts';
import { cellWords, type FigureWords } from '#shared/figure-table/spoken.ts';
import { cellText, unitText, valueText } from '#shared/figures/value-text.ts';
import type { Language, Translate } from '#shared/i18n/index.ts';
import { textIn } from '#shared/model/basics.ts';
import type { SheetColumn } from '../../ui/sheet-grid/sheet.ts';
import { FigureValue } from './cell.tsx';
import classes from './figures.module.css';
import { Trend } from './trend.tsx';
import type { Figures } from './use-figures.ts';

/** What the words of the table depend on, beside its rows. */
export type ColumnsFor = Pick<Figures, 'columns' | 'periodName'> & {
  readonly state: Pick<Figures['state'], 'organisations'>;
};

/** Words of a row: what it counts, in which part, through what, whose. */
export interface RowWords {
  readonly name: string;
  readonly part: string;
  readonly whose: string;
  readonly unit: string;
}

export function rowWords(
  row: GridRow,
  { state }: Pick<ColumnsFor, 'state'>,
  { t, language }: { readonly t: Translate; readonly language: Language },
): RowWords {
  const { indicator, arrangement, cell, role, of } = row;
  const organisation = state.organisations.find(({ id }) => id === of);
  const through = arrangement && textIn(arrangement.name, language);
  return {
    name: textIn(indicator.name, language) || t('figureGrid.unnamed'),
    part: [
      role === 'target' ? t('figureGrid.target') : '',
      cellText(indicator, cell, language),
      through ? t('figureGrid.through', { name: through }) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    whose:
      of === undefined
        ? t('figureGrid.varies')
        : organisation
          ? textIn(organisation.name, language)
          : t('figureGrid.unstated'),
    unit: unitText(indicator, language, t),
  };
}

/** The columns of the table of figures: what is counted, whose, in what, year by year, and how it went. */
export function figureColumns(
  figures: ColumnsFor,
  speech: { readonly t: Translate; readonly language: Language },
): SheetColumn<GridRow>[] {
  const { t, language } = speech;
  const wordsOf = (row: GridRow) => rowWords(row, figures, speech);
  const figureWords = (row: GridRow): FigureWords => ({
    t,
    language,
    period: figures.periodName,
    unit: wordsOf(row).unit,
  });
  const rowName = (row: GridRow) => {
    const { name, part, whose } = wordsOf(row);
    return [name, part, row.role === 'target' ? '' : whose].filter(Boolean).join(', ');
  };
  const text = (key: 'name' | 'whose' | 'unit') => (row: GridRow) => wordsOf(row)[key];
  return [
    {
      key: 'indicator',
      name: t('figureGrid.column.indicator'),
      width: 250,
      frozen: true,
      editable: false,
      sortable: true,
      render: (row) => {
        const { name, part } = wordsOf(row);
        return (
          <span title={[name, part].filter(Boolean).join(' · ')}>
            <span className={classes.name} data-alone={part === '' || undefined}>
              {name}
            </span>
            {part && <span className={classes.part}>{part}</span>}
          </span>
        );
      },
      text: (row) => [wordsOf(row).name, wordsOf(row).part].filter(Boolean).join(' · '),
    },
    {
      key: 'whose',
      name: t('figureGrid.column.whose'),
      width: 124,
      editable: false,
      sortable: true,
      render: (row) => (
        <span className={classes.name} data-alone title={text('whose')(row)}>
          {text('whose')(row)}
        </span>
      ),
      text: text('whose'),
    },
    {
      key: 'unit',
      name: t('figureGrid.column.unit'),
      width: 92,
      editable: false,
      render: text('unit'),
      text: text('unit'),
    },
    ...figures.columns.map(({ key, period }): SheetColumn<GridRow> => {
      const name = figures.periodName(period);
      return {
        key,
        name,
        head: <span className={classes.value}>{name}</span>,
        width: 96,
        editable: true,
        sortable: true,
        render: (row) => <FigureValue cell={row.cells.get(key)} />,
        text: (row) =>
          row.cells
            .get(key)
            ?.standing.map((one) => valueText(one, t))
            .join(' ≠ ') ?? '',
        spoken: (row) =>
          t('figureGrid.spoken', {
            row: rowName(row),
            period: name,
            value: cellWords(row.cells.get(key), figureWords(row)).join('. '),
          }),
        className: (row) => {
          const cell = row.cells.get(key);
          const found = cell && breakAt(cell);
          const broken = found === 'boundary' || found?.effect === 'no';
          return [row.role === 'target' ? classes.target : '', broken ? classes.broken : '']
            .filter(Boolean)
            .join(' ');
        },
      };
    }),
    {
      key: 'trend',
      name: t('figureGrid.column.trend'),
      width: 126,
      editable: false,
      render: (row) => (row.role === 'actual' ? <Trend row={row} /> : null),
      text: () => '',
    },
  ];
}
