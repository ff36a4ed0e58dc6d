import {
  ActionIcon,
  Button,
  Group,
  Menu,
  Popover,
  Select,
  Stack,
  Switch,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconColumns, IconDots, IconFilter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { RISK_FACTORS, type RiskFactor } from '#shared/model/organisation.ts';
import { CONTACT_KINDS, type ContactKind } from '#shared/suppliers/contacts.ts';
import { NO_SUPPLIER_FILTER, type SupplierFilter } from '#shared/suppliers/rows.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { PartialDateField } from '../../ui/partial-date-field.tsx';
import { RoundSelect } from '../../ui/round-select.tsx';
import { HIDEABLE, type Look } from './use-look.ts';
import type { Suppliers } from './use-suppliers.ts';

export interface FilterBarProps {
  readonly suppliers: Suppliers;
  readonly look: Look;
  readonly onLook: (change: Partial<Look>) => void;
  readonly shown: number;
  readonly onCopy: () => void;
  readonly onSave: () => void;
}

/** What the table is narrowed to, its columns, the round whose severities it reads, and ways out of it. */
export function FilterBar({ suppliers, look, onLook, shown, onCopy, onSave }: FilterBarProps) {
  const { t } = useSpeech();
  const { filter } = look;
  const chosen = Object.entries(filter).filter(([name, value]) => name !== 'text' && value !== null).length;
  const change = (fields: Partial<SupplierFilter>) => onLook({ filter: { ...filter, ...fields } });
  const total = suppliers.rows.filter(({ former }) => former === (filter.former === true)).length;
  return (
    <Group gap="xs">
      <TextInput
        w={220}
        size="xs"
        leftSection={<IconSearch size={14} />}
        placeholder={t('suppliers.filter.text')}
        aria-label={t('suppliers.filter.text')}
        value={filter.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <Popover position="bottom-start" width={460} trapFocus returnFocus>
        <Popover.Target>
          <Button size="xs" variant="default" leftSection={<IconFilter size={14} />}>
            {chosen > 0 ? t('suppliers.filter.chosen', { count: chosen }) : t('suppliers.filter')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <FilterFields suppliers={suppliers} filter={filter} onChange={change} />
        </Popover.Dropdown>
      </Popover>
      {(chosen > 0 || filter.text !== '') && (
        <Button size="xs" variant="subtle" onClick={() => onLook({ filter: NO_SUPPLIER_FILTER })}>
          {t('suppliers.filter.clear')}
        </Button>
      )}
      <Columns look={look} onLook={onLook} />
      {suppliers.round && (
        <RoundSelect
          rounds={suppliers.rounds}
          value={suppliers.round.id}
          onChange={(roundId) => onLook({ roundId })}
        />
      )}
      <Menu position="bottom-start">
        <Menu.Target>
          <Tooltip label={t('common.more')}>
            <ActionIcon size={30} variant="default" aria-label={t('common.more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onCopy}>{t('suppliers.copyTable')}</Menu.Item>
          <Menu.Item onClick={onSave}>{t('suppliers.saveTable')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Text size="sm" c="dimmed" role="status">
        {shown === total ? t('suppliers.count', { count: total }) : t('suppliers.countOf', { shown, total })}
      </Text>
    </Group>
  );
}

function Columns({ look, onLook }: Pick<FilterBarProps, 'look' | 'onLook'>) {
  const { t } = useSpeech();
  return (
    <Menu closeOnItemClick={false} position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns size={14} />}>
          {t('suppliers.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {HIDEABLE.map((column) => {
          const isHidden = look.hidden.includes(column);
          return (
            <Menu.CheckboxItem
              key={column}
              checked={!isHidden}
              onChange={() =>
                onLook({
                  hidden: isHidden ? look.hidden.filter((one) => one !== column) : [...look.hidden, column],
                })
              }
            >
              {t(`suppliers.column.${column}`)}
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

interface FilterFieldsProps {
  readonly suppliers: Suppliers;
  readonly filter: SupplierFilter;
  readonly onChange: (fields: Partial<SupplierFilter>) => void;
}

function FilterFields({ suppliers, filter, onChange }: FilterFieldsProps) {
  const { t, local } = useSpeech();
  const used = new Set(
    suppliers.rows.flatMap(({ supplier }) => supplier.atStake.map(({ issueId }) => issueId)),
  );
  const field = <V extends string>(
    label: string,
    value: V | null,
    data: { readonly value: V; readonly label: string }[],
    change: (value: V | null) => void,
  ) => (
    <Select
      clearable
      searchable
      size="xs"
      comboboxProps={{ withinPortal: false }}
      label={label}
      data={data}
      value={value}
      onChange={(next) => change(next as V | null)}
    />
  );
  return (
    <Stack gap="xs" tabIndex={-1} data-autofocus>
      {field(
        t('suppliers.programme'),
        filter.programmeId,
        suppliers.programmes.map(({ id, name }) => ({ value: id, label: local(name) })),
        (programmeId) => onChange({ programmeId }),
      )}
      {field(
        t('suppliers.filter.issue'),
        filter.issueId,
        suppliers.issues
          .filter(({ id }) => used.has(id))
          .map(({ id, name }) => ({ value: id, label: local(name) })),
        (issueId) => onChange({ issueId }),
      )}
      {field<RiskFactor>(
        t('suppliers.filter.factor'),
        filter.factor,
        RISK_FACTORS.map((value) => ({ value, label: t(`suppliers.factor.${value}`) })),
        (factor) => onChange({ factor }),
      )}
      {field<'factor' | 'issue'>(
        t('suppliers.filter.unknown'),
        filter.unknown,
        (['factor', 'issue'] as const).map((value) => ({
          value,
          label: t(`suppliers.filter.unknown.${value}`),
        })),
        (unknown) => onChange({ unknown }),
      )}
      <Switch
        size="xs"
        label={t('suppliers.filter.former')}
        checked={filter.former === true}
        onChange={(event) => onChange({ former: event.currentTarget.checked || null })}
      />
      <Without filter={filter} onChange={onChange} />
    </Stack>
  );
}

/** No visit (say) since a day: both are asked for, and the day may be known in part. */
function Without({ filter: { without }, onChange }: Omit<FilterFieldsProps, 'suppliers'>) {
  const { t, day } = useSpeech();
  const [typed, setTyped] = useState(without ? day(without.since) : '');
  const kind = without?.kind ?? 'visit';
  const put = (next: ContactKind, text: string) => {
    const { date } = typedDate(text);
    onChange({ without: date === null ? null : { kind: next, since: firstDay(date) } });
  };
  return (
    <Group grow align="flex-start" gap="xs">
      <Select
        size="xs"
        comboboxProps={{ withinPortal: false }}
        allowDeselect={false}
        label={t('suppliers.filter.without')}
        data={CONTACT_KINDS.map((value) => ({ value, label: t(`suppliers.column.${value}`) }))}
        value={kind}
        onChange={(value) => value && put(value as ContactKind, typed)}
      />
      <PartialDateField
        size="xs"
        label={t('suppliers.filter.since')}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          put(kind, text);
        }}
      />
    </Group>
  );
}

/** The first day that a date known in part can mean. */
function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}
