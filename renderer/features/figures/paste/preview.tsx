import { NativeSelect } from '@mantine/core';
import { memo, useMemo } from 'react';
import { type Column, DataGrid } from 'react-data-grid';
import type { ColumnUse } from '#shared/figure-table/mapping.ts';
import { headsOf } from '#shared/figure-table/mapping.ts';
import type { ProposedCell, ProposedRow } from '#shared/figure-table/proposal.ts';
import { valueText } from '#shared/figures/value-text.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { gridClass } from '../../../ui/sheet-grid/look.ts';
import { rowWords } from '../columns.tsx';
import type { Figures } from '../use-figures.ts';
import classes from './paste.module.css';
import type { Paste } from './use-paste.ts';

const USES = ['label', 'part', 'whose', 'unit', 'none'] as const;

/** The pasted table as it was read: what its columns and rows are, and what each cell would do. */
export function Preview({ paste, figures }: { paste: Paste; figures: Figures }) {
  const speech = useSpeech();
  const { t } = speech;
  const { table, mapping, proposal } = paste;
  const lines = useMemo(
    () =>
      figures.rows
        .filter(({ role }) => role === 'actual')
        .map((row) => ({
          value: row.key,
          label: Object.values(rowWords(row, figures, { t, language: speech.language }))
            .filter(Boolean)
            .join(' · '),
        })),
    [figures, t, speech.language],
  );
  const columns = mapping.columns.map(
    (use, column): Column<ProposedRow> => ({
      key: String(column),
      name: headsOf(table, mapping.headRows, column),
      width: use.use === 'year' ? 118 : 190,
      renderHeaderCell: ({ tabIndex }) => (
        <ColumnHead paste={paste} figures={figures} column={column} tabIndex={tabIndex} />
      ),
      renderCell: ({ row }) => {
        const cell = row.cells.find((one) => one.column === column);
        if (cell) return <Cell cell={cell} />;
        return (
          <span className={classes.plain}>{table.rows[mapping.headRows + row.index]?.[column]?.text}</span>
        );
      },
    }),
  );
  const target: Column<ProposedRow> = {
    key: 'target',
    name: t('figurePaste.belongs'),
    width: 230,
    frozen: true,
    renderCell: ({ row, tabIndex }) => (
      <NativeSelect
        size="xs"
        aria-label={t('figurePaste.belongs.of', { row: row.label })}
        tabIndex={tabIndex}
        data={[
          { value: 'new', label: t('figurePaste.belongs.new', { name: row.label }) },
          { value: 'none', label: t('figurePaste.belongs.none') },
          ...lines,
        ]}
        value={paste.choices[row.index] ?? 'none'}
        onChange={({ currentTarget }) => paste.setRow(row.index, currentTarget.value)}
      />
    ),
  };
  const height = Math.min(380, 62 + proposal.rows.length * 42);
  return (
    <div style={{ height }} data-testid="paste-preview">
      <DataGrid
        className={gridClass}
        aria-label={t('figurePaste.preview')}
        columns={[target, ...columns]}
        rows={proposal.rows}
        rowKeyGetter={({ index }) => index}
        rowHeight={42}
        headerRowHeight={60}
      />
    </div>
  );
}

interface ColumnHeadProps {
  readonly paste: Paste;
  readonly figures: Figures;
  readonly column: number;
  readonly tabIndex: number;
}

function ColumnHead({ paste, figures, column, tabIndex }: ColumnHeadProps) {
  const { t } = useSpeech();
  const { table, mapping } = paste;
  const use = mapping.columns[column];
  const heads = headsOf(table, mapping.headRows, column);
  const years = yearsToChoose(figures);
  return (
    <div>
      <div className={classes.head}>{heads || '–'}</div>
      <NativeSelect
        size="xs"
        aria-label={t('figurePaste.column.of', { head: heads || String(column + 1) })}
        tabIndex={tabIndex}
        data={[
          ...USES.map((value) => ({ value, label: t(`figurePaste.column.${value}`) })),
          ...years.flatMap((fiscalYear) =>
            (['actual', 'target'] as const).map((role) => ({
              value: `${fiscalYear} ${role}`,
              label: t(`figurePaste.column.${role}`, {
                year: figures.periodName({ fiscalYear, quarter: null }),
              }),
            })),
          ),
        ]}
        value={use?.use === 'year' ? `${use.fiscalYear} ${use.role}` : (use?.use ?? 'none')}
        onChange={({ currentTarget }) => paste.setColumn(column, columnUse(currentTarget.value))}
      />
    </div>
  );
}

function columnUse(value: string): ColumnUse {
  const known = USES.find((one) => one === value);
  if (known) return { use: known };
  const [year, role] = value.split(' ');
  return { use: 'year', fiscalYear: Number(year), role: role === 'target' ? 'target' : 'actual' };
}

/** Fiscal years that a column can be said to be of. */
function yearsToChoose({ columns }: Figures): number[] {
  const years = columns.map(({ period }) => period.fiscalYear);
  const [first, last] = [Math.min(...years) - 12, Math.max(...years) + 12];
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

/** What is read in a cell, and what it would do; why it is refused. */
const Cell = memo(function Cell({ cell }: { cell: ProposedCell }) {
  const { t } = useSpeech();
  const { problem, verdict, text } = cell;
  if (problem !== null) {
    const words = t(`figureGrid.refused.${problem}`);
    return (
      <span className={classes.cell} data-kind="refused" title={words}>
        <span>{text}</span>
        <span className={classes.verdict}>{words}</span>
      </span>
    );
  }
  const kind = verdict?.kind ?? 'left';
  const existing = verdict && verdict.kind !== 'new' && verdict.kind !== 'same' ? verdict.existing : null;
  return (
    <span className={classes.cell} data-kind={kind}>
      <span>{text}</span>
      <span className={classes.verdict}>
        {existing
          ? t(`figurePaste.verdict.${kind === 'changed' ? 'changed' : 'disputed'}`, {
              value: valueText(existing, t),
            })
          : t(`figurePaste.verdict.${kind === 'new' || kind === 'same' ? kind : 'left'}`)}
      </span>
    </span>
  );
});
