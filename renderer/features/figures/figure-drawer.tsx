import { Button, Divider, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { partsOf } from '#shared/figure-table/parts.ts';
import type { GridCell, GridRow } from '#shared/figure-table/rows.ts';
import { cellWords } from '#shared/figure-table/spoken.ts';
import { valueText } from '#shared/figures/value-text.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Period } from '#shared/model/figure.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import type { CellKey } from '../../ui/sheet-grid/use-entry.ts';
import { rowWords } from './columns.tsx';
import { BreakForm } from './drawer/break-form.tsx';
import { History } from './drawer/history.tsx';
import { Parts } from './drawer/parts.tsx';
import { Printed } from './drawer/printed.tsx';
import { Sources } from './drawer/sources.tsx';
import { Targets } from './drawer/targets.tsx';
import { Through } from './drawer/through.tsx';
import type { Figures } from './use-figures.ts';

export interface FigureDrawerProps {
  readonly figures: Figures;
  readonly cell: CellKey | null;
  readonly onIndicator: (indicatorId: Id) => void;
  readonly onClose: () => void;
}

/** What is known of one cell: what stands, by which source, what it was before, and where it is printed. */
export function FigureDrawer({ figures, cell, onIndicator, onClose }: FigureDrawerProps) {
  const { t } = useSpeech();
  const row = figures.rows.find(({ key }) => key === cell?.row);
  return (
    <Drawer
      opened={row !== undefined && cell !== null}
      onClose={onClose}
      position="right"
      size={480}
      title={t('figureDrawer.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {row && cell && (
        <Details
          key={`${cell.row} ${cell.column}`}
          figures={figures}
          row={row}
          onIndicator={() => onIndicator(row.indicatorId)}
          column={cell.column}
          cell={row.cells.get(cell.column)}
          period={figures.columns.find(({ key }) => key === cell.column)?.period ?? null}
        />
      )}
    </Drawer>
  );
}

interface DetailsProps {
  readonly figures: Figures;
  readonly row: GridRow;
  readonly onIndicator: () => void;
  readonly column: string;
  readonly cell: GridCell | undefined;
  /** Null = the row as a whole was asked for. */
  readonly period: Period | null;
}

function Details({ figures, row, onIndicator, column, cell, period }: DetailsProps) {
  const speech = useSpeech();
  const { t, language } = speech;
  const { name, part, whose, unit } = rowWords(row, figures, speech);
  const words = cellWords(cell, { t, language, period: figures.periodName, unit });
  const [value, ...more] = words;
  const ofIndicator = figures.rows.filter(({ indicatorId }) => indicatorId === row.indicatorId);
  const parts = cell ? partsOf(row, cell, ofIndicator, column) : [];
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={600}>{name}</Text>
          <Button
            size="compact-xs"
            variant="default"
            style={{ flex: 'none' }}
            onClick={onIndicator}
            data-testid="edit-indicator"
          >
            {t('figureIndicator.edit')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {[part, whose, period && figures.periodName(period)].filter(Boolean).join(' · ')}
        </Text>
        {period && (
          <Text size="xl" fw={600} data-testid="figure-value">
            {cell && cell.standing.length > 1
              ? cell.standing.map((one) => valueText(one, t)).join(' ≠ ')
              : value}
          </Text>
        )}
        {period &&
          more.map((line) => (
            <Text key={line} size="sm">
              {line}
            </Text>
          ))}
      </Stack>
      {row.periods.length > 0 && <Through figures={figures} row={row} />}
      {cell && (
        <>
          {parts.length > 0 && (
            <Part title={t('figureDrawer.parts')}>
              <Parts found={parts} />
            </Part>
          )}
          <Part title={t('figureDrawer.sources')}>
            <Sources figures={figures} row={row} cell={cell} />
          </Part>
          {row.role === 'actual' && (
            <Part title={t('figureDrawer.break')}>
              <BreakForm row={row} figure={cell.standing[0]} />
            </Part>
          )}
          {cell.replaced.length > 0 && (
            <Part title={t('figureDrawer.history')}>
              <History cell={cell} />
            </Part>
          )}
        </>
      )}
      <Part title={t('figureDrawer.targets')}>
        <Targets figures={figures} row={row} />
      </Part>
      <Part title={t('figureDrawer.printed')}>
        <Printed indicatorId={row.indicatorId} figureIds={(cell?.standing ?? []).map(({ id }) => id)} />
      </Part>
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Divider />
      <Title order={3} size="h6">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
