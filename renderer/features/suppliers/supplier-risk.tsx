import {
  ActionIcon,
  Button,
  Group,
  Popover,
  SegmentedControl,
  Stack,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { type Issue, isActive } from '#shared/model/issue.ts';
import { type IssueAtStake, type Organisation, RISK_FACTORS } from '#shared/model/organisation.ts';
import { type Level, levelOf } from '#shared/suppliers/order.ts';
import type { SupplierRow } from '#shared/suppliers/rows.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { IssueBadge } from '../../ui/issue-badge.tsx';
import { IssuePicker } from '../../ui/issue-picker.tsx';
import { go, links } from '../../ui/links.ts';
import { CitedField } from './cited-field.tsx';
import classes from './suppliers.module.css';
import type { SupplierRows } from './use-supplier.ts';
import type { SupplierActs } from './use-supplier-acts.ts';

const LEVELS: readonly Level[] = ['raised', 'not', 'unknown'];

/** The four factors: what is known of each, and on what it rests. */
export function Factors({
  supplier,
  rows,
  acts,
}: {
  readonly supplier: Organisation;
  readonly rows: SupplierRows;
  readonly acts: SupplierActs;
}) {
  const { t } = useSpeech();
  return (
    <section aria-labelledby="supplier-factors">
      <Title order={2} size="h5" id="supplier-factors">
        {t('suppliers.column.factors')}
      </Title>
      {RISK_FACTORS.map((factor) => {
        const name = t(`suppliers.factor.${factor}`);
        return (
          <Group key={factor} className={classes.entry} gap="sm" align="center">
            <Text size="sm" w={90}>
              {name}
            </Text>
            <SegmentedControl
              size="xs"
              aria-label={name}
              value={levelOf(supplier, factor)}
              onChange={(level) => void acts.setFactor(supplier, factor, { level: level as Level })}
              data={LEVELS.map((value) => ({ value, label: t(`suppliers.level.${value}`) }))}
            />
            <div style={{ flex: '1 1 12rem' }}>
              <CitedField
                label={name}
                cited={supplier.factors.find((one) => one.factor === factor)?.cited ?? null}
                sources={rows.sources}
                acts={acts}
                onChange={(cited) => void acts.setFactor(supplier, factor, { cited })}
              />
            </div>
          </Group>
        );
      })}
    </section>
  );
}

export interface StakesProps {
  readonly row: SupplierRow;
  readonly issues: readonly Issue[];
  readonly rows: SupplierRows;
  readonly acts: SupplierActs;
}

/** The issues at stake, the severest first: whether each happens, and on what that rests. */
export function Stakes({ row: { supplier, stakes }, issues, rows, acts }: StakesProps) {
  const { t, local } = useSpeech();
  const issueOf = new Map(issues.map((issue) => [issue.id, issue]));
  const put = (next: readonly IssueAtStake[]) => void acts.change(supplier, { atStake: [...next] });
  const change = (issueId: string, fields: Partial<IssueAtStake>) =>
    put(supplier.atStake.map((one) => (one.issueId === issueId ? { ...one, ...fields } : one)));
  return (
    <section aria-labelledby="supplier-stakes">
      <Group justify="space-between">
        <Title order={2} size="h5" id="supplier-stakes">
          {t('suppliers.column.stakes')}
        </Title>
        <AddIssue
          issues={issues.filter((one) => isActive(one) && !stakes.some(({ issueId }) => issueId === one.id))}
          onAdd={(issueId) => put([...supplier.atStake, { issueId, state: 'potential', cited: null }])}
        />
      </Group>
      {stakes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('suppliers.why.noIssue')}
        </Text>
      )}
      {stakes.map(({ issueId, state, severity }) => {
        const issue = issueOf.get(issueId);
        if (!issue) return null;
        const name = local(issue.name);
        return (
          <Stack key={issueId} className={classes.entry} gap={6}>
            <Group gap="sm" justify="space-between">
              <Group gap="xs">
                <IssueBadge issue={issue} onClick={() => go(links.issue(issueId))} />
                <Text size="sm" c="dimmed">
                  {severity === null
                    ? t('suppliers.severity.unknown')
                    : t('suppliers.severity', { severity })}
                </Text>
              </Group>
              <Group gap="xs">
                <SegmentedControl
                  size="xs"
                  aria-label={name}
                  value={state}
                  onChange={(value) => change(issueId, { state: value as IssueAtStake['state'] })}
                  data={(['actual', 'potential'] as const).map((value) => ({
                    value,
                    label: t(`suppliers.state.${value}`),
                  }))}
                />
                <Tooltip label={t('suppliers.stake.remove', { name })}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('suppliers.stake.remove', { name })}
                    onClick={() => put(supplier.atStake.filter((one) => one.issueId !== issueId))}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                </Tooltip>
              </Group>
            </Group>
            <CitedField
              label={name}
              cited={supplier.atStake.find((one) => one.issueId === issueId)?.cited ?? null}
              sources={rows.sources}
              passages={rows.passages.filter((one) => one.issueId === issueId)}
              acts={acts}
              onChange={(cited) => change(issueId, { cited })}
            />
          </Stack>
        );
      })}
    </section>
  );
}

function AddIssue({
  issues,
  onAdd,
}: {
  readonly issues: readonly Issue[];
  readonly onAdd: (id: string) => void;
}) {
  const { t } = useSpeech();
  const [opened, setOpened] = useState(false);
  const add = (id: string) => {
    setOpened(false);
    onAdd(id);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={360} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => setOpened(!opened)}
        >
          {t('suppliers.stake.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <IssuePicker
          issues={issues}
          onChoose={add}
          onAdvise={add}
          onCancel={() => setOpened(false)}
          hint=""
        />
      </Popover.Dropdown>
    </Popover>
  );
}
