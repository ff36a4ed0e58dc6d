import {
  ActionIcon,
  Button,
  Group,
  Menu,
  Popover,
  SegmentedControl,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconColumns, IconDots, IconFilter, IconSearch } from '@tabler/icons-react';
import type { Issue } from '#shared/model/issue.ts';
import { ADVICE_COLUMNS, type AdviceWords } from '#shared/retrieval/advice-sheet.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { columnsOf } from './columns.ts';
import { chosenFilters, type HeardAdvice } from './filter.ts';
import { FilterFields } from './filter-fields.tsx';
import { FilterPills } from './filter-pills.tsx';
import { REGISTER_FORMS, type RegisterForm } from './order.ts';
import type { Look } from './use-look.ts';
import type { AdviceOutputs } from './use-outputs.tsx';

export interface RegisterBarProps {
  readonly heard: readonly HeardAdvice[];
  readonly issues: readonly Issue[];
  readonly words: AdviceWords;
  readonly look: Look;
  readonly onLook: (change: Partial<Look>) => void;
  readonly shown: number;
  /** Of all, whatever is filtered. */
  readonly overdue: number;
  readonly outputs: AdviceOutputs;
}

/** How the register is looked at: its form, what it is narrowed to, its columns, and ways out of it. */
export function RegisterBar(props: RegisterBarProps) {
  const { heard, look, onLook, shown, overdue, outputs } = props;
  const { t } = useSpeech();
  const { filter, form } = look;
  const chosen = chosenFilters(filter).length;
  return (
    <>
      <Group gap="xs">
        <SegmentedControl
          size="xs"
          aria-label={t('advice.form')}
          value={form}
          onChange={(next) => onLook({ form: next as RegisterForm })}
          data={REGISTER_FORMS.map((value) => ({ value, label: t(`advice.form.${value}`) }))}
        />
        <TextInput
          w={200}
          size="xs"
          leftSection={<IconSearch size={14} />}
          placeholder={t('advice.filter.text')}
          aria-label={t('advice.filter.text')}
          value={filter.text}
          onChange={(event) => onLook({ filter: { ...filter, text: event.currentTarget.value } })}
        />
        <Button
          size="xs"
          variant={filter.due === 'overdue' ? 'light' : 'default'}
          aria-pressed={filter.due === 'overdue'}
          onClick={() => onLook({ filter: { ...filter, due: filter.due === 'overdue' ? null : 'overdue' } })}
        >
          {t('advice.overdue.count', { count: overdue })}
        </Button>
        <Popover position="bottom-start" width={440} trapFocus returnFocus>
          <Popover.Target>
            <Button size="xs" variant="default" leftSection={<IconFilter size={14} />}>
              {chosen > 0 ? t('advice.filter.chosen', { count: chosen }) : t('advice.filter')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <FilterFields {...props} filter={filter} onChange={(next) => onLook({ filter: next })} />
          </Popover.Dropdown>
        </Popover>
        <ColumnsMenu look={look} onLook={onLook} />
        <Outputs outputs={outputs} />
        <Text size="sm" c="dimmed" role="status">
          {shown === heard.length
            ? t('advice.count', { shown })
            : t('advice.countOf', { shown, total: heard.length })}
        </Text>
      </Group>
      <FilterPills {...props} filter={filter} onChange={(next) => onLook({ filter: next })} />
    </>
  );
}

function ColumnsMenu({ look, onLook }: Pick<RegisterBarProps, 'look' | 'onLook'>) {
  const { t } = useSpeech();
  const shown = columnsOf(look);
  const toggle = (column: (typeof ADVICE_COLUMNS)[number]) => {
    const next = ADVICE_COLUMNS.filter((one) => (one === column) !== shown.includes(one));
    onLook({ columns: { ...look.columns, [look.form]: next } });
  };
  const { [look.form]: own, ...others } = look.columns;
  return (
    <Menu closeOnItemClick={false} position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns size={14} />}>
          {t('advice.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ADVICE_COLUMNS.map((column) => (
          <Menu.CheckboxItem
            key={column}
            checked={shown.includes(column)}
            // Without the words nobody would know which advice a row is.
            disabled={column === 'advice'}
            onChange={() => toggle(column)}
          >
            {t(`advice.column.${column}`)}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={!own} onClick={() => onLook({ columns: others, widths: {} })}>
          {t('advice.columns.usual')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Outputs({ outputs }: { outputs: AdviceOutputs }) {
  const { t } = useSpeech();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Tooltip label={t('common.more')}>
          <ActionIcon size={30} variant="default" aria-label={t('common.more')}>
            <IconDots size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={outputs.copy}>{t('advice.copyTable')}</Menu.Item>
        <Menu.Item onClick={outputs.save}>{t('advice.saveTable')}</Menu.Item>
        <Menu.Item onClick={outputs.print}>{t('advice.print')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
