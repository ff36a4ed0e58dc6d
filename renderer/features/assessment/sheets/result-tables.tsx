import { Button, Code, Group, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MergeChoice, MergeConflict, MergeStep, RatingField } from '#shared/edit/merge-ratings.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { FIELD_LABEL } from '#shared/sheet/columns.ts';
import type { SheetProblem } from '#shared/sheet/problems.ts';
import { valueText } from '#shared/sheet/value-text.ts';
import { useSpeech } from '../../../ui/i18n.tsx';

type Names = ReadonlyMap<Id, string>;

/** Longest text shown in a cell; the whole one stands in its title. */
const MOST = 160;

function Clipped({ children }: { children: string }) {
  return (
    <Text
      size="xs"
      title={children.length > MOST ? children : undefined}
      style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
    >
      {children.length > MOST ? `${children.slice(0, MOST)}…` : children}
    </Text>
  );
}

function Cell({ address }: { address: string | null }) {
  return address === null ? null : <Code style={{ whiteSpace: 'nowrap' }}>{address}</Code>;
}

/** An answer in words, or that it is not to be seen yet. */
function useAnswer(hidden: boolean) {
  const { t } = useSpeech();
  return (field: RatingField, value: MergeStep['here']) =>
    hidden ? t('seal.hidden') : valueText(t, field, value);
}

function Section({
  title,
  text,
  aside,
  children,
}: {
  title: string;
  text?: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Stack gap={4} component="section">
      <Group justify="space-between" align="flex-end">
        <Title order={3} size="h6">
          {title}
        </Title>
        {aside}
      </Group>
      {text && (
        <Text size="xs" c="dimmed">
          {text}
        </Text>
      )}
      {children}
    </Stack>
  );
}

/** What was changed here and there: both answers, and the one before, to choose between. */
export function ConflictTable({
  conflicts,
  names,
  hidden,
  onChoose,
}: {
  readonly conflicts: readonly MergeConflict[];
  readonly names: Names;
  /** The answers are not to be seen yet; what is chosen is from where they are taken. */
  readonly hidden: boolean;
  readonly onChoose: (choice: MergeChoice, issueId?: IdOf<'issues'>, field?: RatingField) => void;
}) {
  const { t } = useSpeech();
  const said = useAnswer(hidden);
  return (
    <Section
      title={t('sheets.conflicts')}
      text={t('sheets.conflicts.text')}
      aside={
        conflicts.length > 1 && (
          <Group gap="xs">
            {(['here', 'brought'] as const).map((choice) => (
              <Button key={choice} size="compact-xs" variant="default" onClick={() => onChoose(choice)}>
                {t(`sheets.choice.all.${choice}`)}
              </Button>
            ))}
          </Group>
        )
      }
    >
      <Table fz="xs" data-testid="conflicts">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('sheets.column.cell')}</Table.Th>
            <Table.Th>{t('sheets.column.issue')}</Table.Th>
            <Table.Th>{t('sheets.column.field')}</Table.Th>
            <Table.Th>{t('sheets.column.base')}</Table.Th>
            <Table.Th>{t('sheets.column.here')}</Table.Th>
            <Table.Th>{t('sheets.column.brought')}</Table.Th>
            <Table.Th>{t('sheets.column.choice')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {conflicts.map(({ issueId, field, cell, base, here, brought, choice }) => {
            const issue = names.get(issueId) ?? '';
            const label = t(FIELD_LABEL[field]);
            return (
              <Table.Tr key={`${issueId}/${field}`}>
                <Table.Td>
                  <Cell address={cell} />
                </Table.Td>
                <Table.Td>{issue}</Table.Td>
                <Table.Td>{label}</Table.Td>
                <Table.Td c="dimmed">
                  <Clipped>{base === undefined ? '' : said(field, base)}</Clipped>
                </Table.Td>
                <Table.Td>
                  <Clipped>{said(field, here)}</Clipped>
                </Table.Td>
                <Table.Td>
                  <Clipped>{said(field, brought)}</Clipped>
                </Table.Td>
                <Table.Td>
                  <SegmentedControl
                    size="xs"
                    aria-label={t('sheets.choice.of', { issue, field: label })}
                    value={choice ?? ''}
                    onChange={(value) => onChoose(value as MergeChoice, issueId, field)}
                    data={(['here', 'brought'] as const).map((value) => ({
                      value,
                      label: t(`sheets.choice.${value}`),
                    }))}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

/** What could not be read, or calls for a look: the cell, why, and what stands there. */
export function ProblemTable({
  kind,
  problems,
}: {
  readonly kind: SheetProblem['level'];
  readonly problems: readonly SheetProblem[];
}) {
  const { t } = useSpeech();
  const hasRaw = problems.some(({ raw }) => raw !== '');
  return (
    <Section
      title={t(kind === 'error' ? 'sheets.problems' : 'sheets.remarks')}
      {...(kind === 'error' && { text: t('sheets.problems.text') })}
    >
      <Table fz="xs" data-testid={kind === 'error' ? 'problems' : 'remarks'}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={130}>{t('sheets.column.cell')}</Table.Th>
            <Table.Th>{t(kind === 'error' ? 'sheets.column.problem' : 'sheets.column.remark')}</Table.Th>
            {hasRaw && <Table.Th w="40%">{t('sheets.column.raw')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {problems.map(({ code, cell, params, raw }) => (
            <Table.Tr key={`${cell}/${code}/${params.issue ?? ''}/${params.column ?? ''}`}>
              <Table.Td>
                <Cell address={cell} />
              </Table.Td>
              <Table.Td>{t(`sheets.problem.${code}`, params)}</Table.Td>
              {hasRaw && (
                <Table.Td>
                  <Clipped>{raw}</Clipped>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

/** What will be taken in. */
export function ChangeTable({
  changes,
  names,
  hidden,
}: {
  readonly changes: readonly MergeStep[];
  readonly names: Names;
  /** The answers are not to be seen yet. */
  readonly hidden: boolean;
}) {
  const { t } = useSpeech();
  const said = useAnswer(hidden);
  return (
    <Section title={t('sheets.changes')}>
      <Table fz="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={130}>{t('sheets.column.cell')}</Table.Th>
            <Table.Th>{t('sheets.column.issue')}</Table.Th>
            <Table.Th>{t('sheets.column.field')}</Table.Th>
            <Table.Th>{t('sheets.column.here')}</Table.Th>
            <Table.Th>{t('sheets.column.brought')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map(({ issueId, field, cell, here, brought }) => (
            <Table.Tr key={`${issueId}/${field}`}>
              <Table.Td>
                <Cell address={cell} />
              </Table.Td>
              <Table.Td>{names.get(issueId)}</Table.Td>
              <Table.Td>{t(FIELD_LABEL[field])}</Table.Td>
              <Table.Td c="dimmed">
                <Clipped>{said(field, here)}</Clipped>
              </Table.Td>
              <Table.Td>
                <Clipped>{said(field, brought)}</Clipped>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
