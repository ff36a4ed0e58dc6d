import { Button, Group, Menu, Text } from '@mantine/core';
import { IconArrowRight, IconCalendarPlus, IconCopy, IconSquareCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Id } from '#shared/model/basics.ts';
import { standingText } from '#shared/suppliers/row-words.ts';
import { ContextMenu } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import classes from './suppliers.module.css';
import type { Suppliers } from './use-suppliers.ts';
import type { TableActs } from './use-table-acts.ts';

/** Why the active supplier stands where it stands. */
export function Standing({
  suppliers: { rows, words },
  id,
}: {
  readonly suppliers: Suppliers;
  readonly id: Id | null;
}) {
  const { t } = useSpeech();
  const places = useMemo(() => new Map(rows.map((row, at) => [row.id, at])), [rows]);
  const at = id === null ? undefined : places.get(id);
  const row = at === undefined ? undefined : rows[at];
  if (!row || at === undefined) return null;
  const place = row.place === null ? t('suppliers.noPlace') : String(row.place);
  return (
    <Text className={classes.standing} lineClamp={3} aria-live="polite" data-testid="supplier-standing">
      <b>{t('suppliers.standing', { place, name: row.name })}</b>{' '}
      {standingText(row, rows[at - 1] ?? null, words)}
    </Text>
  );
}

interface ChosenProps {
  readonly table: TableActs;
  readonly onPlan: (ids: readonly Id[]) => void;
}

export function ChosenBar({ table, onPlan, onCopy }: ChosenProps & { readonly onCopy: () => void }) {
  const { t } = useSpeech();
  return (
    <Group gap="xs" mb="xs" data-testid="suppliers-chosen">
      <Text size="sm" fw={500}>
        {t('suppliers.chosen', { count: table.chosen.length })}
      </Text>
      <Button size="xs" leftSection={<IconCalendarPlus size={14} />} onClick={() => onPlan(table.chosen)}>
        {t('suppliers.plan')}
      </Button>
      <Button size="xs" variant="default" leftSection={<IconCopy size={14} />} onClick={onCopy}>
        {t('suppliers.copyTable')}
      </Button>
      <Button size="xs" variant="subtle" onClick={table.clear}>
        {t('suppliers.clear')}
      </Button>
    </Group>
  );
}

interface RowMenuProps extends ChosenProps {
  readonly menu: NonNullable<TableActs['menu']>;
  readonly onCopy: (id: Id) => void;
}

/** What can be done with one supplier of the table. */
export function RowMenu({ table, menu: { id, at }, onPlan, onCopy }: RowMenuProps) {
  const { t } = useSpeech();
  return (
    <ContextMenu at={at} onClose={table.closeMenu} testId="supplier-menu">
      <Menu.Item leftSection={<IconArrowRight size={15} />} onClick={() => go(links.supplier(id))}>
        {t('suppliers.key.open')}
      </Menu.Item>
      <Menu.Item leftSection={<IconCalendarPlus size={15} />} onClick={() => onPlan([id])}>
        {t('suppliers.plan')}
      </Menu.Item>
      <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => onCopy(id)}>
        {t('suppliers.copyRow')}
      </Menu.Item>
      <Menu.Item leftSection={<IconSquareCheck size={15} />} onClick={() => table.onTick(id, false)}>
        {t(table.ticked.has(id) ? 'suppliers.untick' : 'suppliers.key.tick')}
      </Menu.Item>
    </ContextMenu>
  );
}
