import { Button, Group, Menu, Select, Text, TextInput } from '@mantine/core';
import { IconClipboard, IconDownload, IconPlus, IconSearch } from '@tabler/icons-react';
import type { GridRow } from '#shared/figure-table/rows.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import type { SheetColumn } from '../../ui/sheet-grid/sheet.ts';
import type { Figures } from './use-figures.ts';
import { useOutputs } from './use-outputs.ts';
import type { TypedSource } from './use-source.ts';

export interface ToolbarProps {
  readonly figures: Figures;
  readonly rows: readonly GridRow[];
  readonly columns: readonly SheetColumn<GridRow>[];
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly whose: string | null;
  readonly onWhose: (whose: string | null) => void;
  readonly source: TypedSource;
  readonly onPaste: () => void;
}

/** What is shown of the table, what typed figures are cited from, and ways in and out. */
export function Toolbar(props: ToolbarProps) {
  const { figures, rows, filter, onFilter, whose, onWhose, source, onPaste } = props;
  const { t, local } = useSpeech();
  const { organisations, sources } = figures.state;
  const outputs = useOutputs(props);
  return (
    <Group gap="xs">
      <TextInput
        w={190}
        size="xs"
        leftSection={<IconSearch size={14} />}
        placeholder={t('figureGrid.filter')}
        aria-label={t('figureGrid.filter')}
        value={filter}
        onChange={({ currentTarget }) => onFilter(currentTarget.value)}
      />
      {organisations.length > 1 && (
        <Select
          w={170}
          size="xs"
          aria-label={t('figureGrid.column.whose')}
          placeholder={t('figureGrid.whose.all')}
          clearable
          data={organisations.map(({ id, name }) => ({ value: id, label: local(name) || '–' }))}
          value={whose}
          onChange={onWhose}
        />
      )}
      {sources.length > 0 && (
        <Select
          w={230}
          size="xs"
          aria-label={t('figureGrid.source')}
          placeholder={t('figureGrid.source.asThere')}
          leftSectionWidth={74}
          leftSection={
            <Text size="xs" c="dimmed">
              {t('figureGrid.source.short')}
            </Text>
          }
          clearable
          data={sources.map(({ id, title }) => ({ value: id, label: local(title) || '–' }))}
          value={source.sourceId}
          onChange={source.choose}
        />
      )}
      <Button size="xs" leftSection={<IconClipboard size={14} />} onClick={onPaste}>
        {t('figureGrid.paste')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() => go(links.figures({ newIndicator: true }))}
      >
        {t('figureGrid.newIndicator')}
      </Button>
      <Menu>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={14} />}
            disabled={!figures.isWhole}
          >
            {t('figureGrid.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={outputs.long}>{t('figureGrid.export.long')}</Menu.Item>
          <Menu.Item onClick={outputs.wide}>{t('figureGrid.export.wide')}</Menu.Item>
          <Menu.Item onClick={outputs.csv}>{t('figureGrid.export.csv')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {rows.length === 0 && figures.isWhole && (
        <Text size="sm" c="dimmed" role="status">
          {t('figureGrid.nothing')}
        </Text>
      )}
    </Group>
  );
}
