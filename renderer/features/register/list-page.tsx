import { Button, CloseButton, Group, Loader, Menu, Select, Table, Text, TextInput } from '@mantine/core';
import { IconArrowRight, IconFilterOff, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { z } from 'zod';
import { foldText } from '#shared/fold/fold.ts';
import type { MessageKey } from '#shared/i18n/index.ts';
import type { Id, LocalText } from '#shared/model/basics.ts';
import { useKept } from '../../store/index.ts';
import { type ColumnSort, directionOf, nextSort } from '../../ui/column-sort.ts';
import { useCommands } from '../../ui/commands.ts';
import { ContextMenu, type MenuPlace, placeOfMenu } from '../../ui/context-menu.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links, type RegisterList } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { SortButton } from '../../ui/sort-button.tsx';
import { listCommands, newRow } from './commands.ts';
import { RegisterTabs } from './register-tabs.tsx';
import classes from './register-view.module.css';
import { type Removable, useRemoval } from './use-removal.tsx';

/** A row as its list shows it. */
export interface Listed {
  readonly id: Id;
  readonly code?: string;
  readonly name: LocalText;
  readonly kind: string;
  /** What its columns hold, by their ids. */
  readonly cells: Readonly<Record<string, string>>;
  /** What else it is found by. */
  readonly also: readonly string[];
}

/** A column beside the name; where the cells do not sort as they read, `sortBy` says by what. */
export interface Column {
  readonly id: string;
  readonly label: MessageKey;
  readonly width: number;
  readonly sortBy?: (row: Listed) => string;
}

export interface ListPageProps {
  readonly list: RegisterList;
  /** Undefined while they are read. */
  readonly rows: readonly Listed[] | undefined;
  readonly columns: readonly Column[];
  /** Kinds to narrow the list to, in their order, in words. */
  readonly kinds: readonly { readonly value: string; readonly label: string }[];
  readonly icon: ComponentType<{ size?: number | string; stroke?: number }>;
  readonly form: (onClose: () => void) => ReactNode;
  /** Beside the count. */
  readonly aside?: ReactNode;
}

const Filter = z.object({ text: z.string(), kind: z.string().nullable() });
const NO_FILTER = { text: '', kind: null };

/** A list of the register: narrowed by words and kind, by kind or sorted by its heads; a name opens its page. */
export function ListPage({ list, rows, columns, kinds, icon, form, aside }: ListPageProps) {
  const { t, local, language } = useSpeech();
  const [params] = useSearchParams();
  const [filter, setFilter] = useKept(`register.${list}.filter`, Filter, NO_FILTER);
  const [sort, setSort] = useState<ColumnSort<string>>(null);
  const removal = useRemoval();
  useCommands(listCommands, { 'register.new': () => go(newRow(list)) }, { global: true });
  const shown = useMemo(() => {
    const wanted = foldText(filter.text);
    const passing = (rows ?? []).filter(
      (row) =>
        (filter.kind === null || row.kind === filter.kind) &&
        [...Object.values(row.name), ...Object.values(row.cells), ...row.also].some((text) =>
          foldText(text).includes(wanted),
        ),
    );
    const column = columns.find(({ id }) => id === sort?.column);
    const key = (row: Listed) => column?.sortBy?.(row) ?? row.cells[column?.id ?? ''] ?? '';
    const place = ({ kind }: Listed) => (sort === null ? kinds.findIndex(({ value }) => value === kind) : 0);
    const by = new Intl.Collator(language, { numeric: true });
    passing.sort(
      (a, b) =>
        place(a) - place(b) ||
        by.compare(key(a), key(b)) ||
        by.compare(local(a.name), local(b.name)) ||
        a.id.localeCompare(b.id),
    );
    return sort?.down ? passing.reverse() : passing;
  }, [rows, filter, sort, columns, kinds, local, language]);
  const title = t(`register.tab.${list}`);
  return (
    <Page
      title={t('register.title')}
      description={t(`register.text.${list}`)}
      toolbar={<RegisterTabs here={list} />}
      actions={
        rows &&
        rows.length > 0 && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => go(newRow(list))}>
            {t(`register.add.${list}`)}
          </Button>
        )
      }
    >
      {!rows && <Loader aria-label={title} />}
      {rows?.length === 0 && (
        <EmptyState
          icon={icon}
          title={t(`register.empty.${list}`)}
          action={
            <Button leftSection={<IconPlus size={16} />} onClick={() => go(newRow(list))}>
              {t(`register.add.${list}`)}
            </Button>
          }
        >
          {t(`register.empty.${list}.text`)}
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <>
          <Filters filter={filter} kinds={kinds} onFilter={setFilter}>
            {shown.length === rows.length
              ? t('register.count', { count: rows.length })
              : t('register.countOf', { shown: shown.length, total: rows.length })}
            {aside}
          </Filters>
          {shown.length === 0 ? (
            <EmptyState
              compact
              icon={IconFilterOff}
              title={t('register.noneFound')}
              action={
                <Button variant="default" onClick={() => setFilter(NO_FILTER)}>
                  {t('register.clearFilters')}
                </Button>
              }
            />
          ) : (
            <ListTable
              list={list}
              rows={shown}
              columns={columns}
              sort={sort}
              onSort={setSort}
              onRemove={removal.remove}
            />
          )}
        </>
      )}
      {removal.dialog}
      {params.get('new') && form(() => go(links.register(list)))}
    </Page>
  );
}

interface FiltersProps {
  readonly filter: z.infer<typeof Filter>;
  readonly kinds: ListPageProps['kinds'];
  readonly onFilter: (filter: z.infer<typeof Filter>) => void;
  readonly children: ReactNode;
}

function Filters({ filter, kinds, onFilter, children }: FiltersProps) {
  const { t } = useSpeech();
  return (
    <Group gap="sm" mb="sm" data-print="hide">
      <TextInput
        size="sm"
        w={260}
        aria-label={t('register.filter.text')}
        placeholder={t('register.filter.text')}
        data-own-escape
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        rightSection={
          filter.text !== '' && (
            <CloseButton
              size="sm"
              aria-label={t('register.filter.clear')}
              onClick={() => onFilter({ ...filter, text: '' })}
            />
          )
        }
      />
      <Select
        size="sm"
        w={220}
        aria-label={t('register.filter.kind')}
        placeholder={t('register.filter.kind')}
        clearable
        clearButtonProps={{ 'aria-label': t('register.filter.anyKind') }}
        data={[...kinds]}
        value={filter.kind}
        onChange={(kind) => onFilter({ ...filter, kind })}
      />
      <Text size="sm" c="dimmed" role="status">
        {children}
      </Text>
    </Group>
  );
}

interface ListTableProps extends Pick<ListPageProps, 'list' | 'columns'> {
  readonly rows: readonly Listed[];
  readonly sort: ColumnSort<string>;
  readonly onSort: (sort: ColumnSort<string>) => void;
  readonly onRemove: (row: Removable) => void;
}

function ListTable({ list, rows, columns, sort, onSort, onRemove }: ListTableProps) {
  const { t } = useSpeech();
  const heads: readonly (Omit<Column, 'width'> & { readonly width?: number })[] = [
    { id: 'name', label: 'register.column.name' },
    ...columns,
  ];
  return (
    <div className={classes.frame}>
      <Table
        aria-label={t(`register.tab.${list}`)}
        layout="fixed"
        verticalSpacing="xs"
        highlightOnHover
        miw={260 + columns.reduce((sum, { width }) => sum + width, 0)}
      >
        <Table.Thead>
          <Table.Tr>
            {heads.map(({ id, label, width }) => (
              <Table.Th key={id} {...(width ? { w: width } : {})} aria-sort={directionOf(sort, id) ?? 'none'}>
                <SortButton
                  label={t(label)}
                  direction={directionOf(sort, id)}
                  onClick={() => onSort(nextSort(sort, id))}
                />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <ListRow key={row.id} list={list} row={row} columns={columns} onRemove={onRemove} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function ListRow({
  list,
  row,
  columns,
  onRemove,
}: Pick<ListTableProps, 'list' | 'columns' | 'onRemove'> & { readonly row: Listed }) {
  const { t, local, language } = useSpeech();
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null);
  const { id, code, name, cells } = row;
  const to = links.registered(list, id);
  const shown = local(name);
  const other = Object.entries(name).find(([tag, text]) => tag !== language && text !== shown);
  return (
    <Table.Tr data-testid="register-row" onContextMenu={(event) => setMenuAt(placeOfMenu(event))}>
      <Table.Td>
        <PlaceLink to={to} fz="sm" fw={500}>
          {shown || code}
        </PlaceLink>
        {other && (
          <Text size="xs" c="dimmed" lang={other[0]} truncate>
            {other[1]}
          </Text>
        )}
        {menuAt && (
          <ContextMenu at={menuAt} onClose={() => setMenuAt(null)}>
            <Menu.Item leftSection={<IconArrowRight size={14} />} onClick={() => go(to)}>
              {t('register.open')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size={14} />}
              onClick={() => onRemove({ table: list, id, name, ...(code === undefined ? {} : { code }) })}
            >
              {t('register.remove')}
            </Menu.Item>
          </ContextMenu>
        )}
      </Table.Td>
      {columns.map((column) => (
        <Table.Td key={column.id} fz="sm" c="dimmed">
          {cells[column.id]}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
