import { Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import type { Suggestion } from '#shared/assessment/suggestion.ts';
import { type Across, lensOf, type PictureId } from '#shared/chart/lens.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { TriedIssue } from '../../charts/use-exploring.ts';
import { type Observable, useObservable } from '../../platform/observable.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './matrix.module.css';

interface WhatIfPanelProps {
  readonly tried: Observable<TriedIssue | null>;
  readonly assessment: RoundAssessment;
  readonly lens: PictureId;
  readonly nameOf: (issueId: IdOf<'issues'>) => string;
  readonly themeName: (themeId: IdOf<'themes'>) => string;
  readonly onReset: () => void;
}

/** The recorded place beside the tried one. It watches the trial itself: dragging paints nothing else of the panel. */
export function WhatIfPanel({ tried, assessment, lens, nameOf, themeName, onReset }: WhatIfPanelProps) {
  const { t } = useSpeech();
  const now = useObservable(tried);
  const issue = assessment.issues.find(({ issueId }) => issueId === now?.result.issueId);
  if (!now || !issue) return null;
  const { result, position } = now;
  const { was, would } = result;
  const own = lensOf(lens);
  const value = (one: number | null) => (one === null ? '–' : t('result.value', { value: one }));
  const across = (one: Across) =>
    typeof one === 'number'
      ? value(one)
      : one === 'after'
        ? t('result.happening')
        : t('matrix.tried.unknown');
  const level = ({ level: one }: Suggestion) =>
    one === null ? t('chart.whatIf.nothing') : t(`level.${one}`);
  const acrossLabel =
    own.explores === 'likelihood'
      ? t('dimension.likelihood')
      : own.explores === 'effect'
        ? t('matrix.column.effect')
        : null;
  const rows: readonly (readonly [label: string, recorded: string, tried: string])[] = [
    [t('dimension.severity'), value(own.height(issue)), value(position.severity)],
    ...(acrossLabel === null
      ? []
      : [[acrossLabel, across(own.across(issue)), across(position.across)] as const]),
    [t('matrix.tried.place', { of: result.of }), value(was.rank), value(would.rank)],
    [t('matrix.tried.tier'), value(was.tier), value(would.tier)],
    [t('matrix.tried.suggestion'), level(was.suggestion), level(would.suggestion)],
    ...result.themes.map(
      ({ themeId, was: before, would: after }) =>
        [
          t('matrix.tried.theme', { theme: themeName(themeId) }),
          value(before.rank),
          value(after.rank),
        ] as const,
    ),
  ];
  return (
    <Paper withBorder p="xs" mb="md" role="status" data-testid="what-if">
      <Title order={2} size="h5">
        {t('matrix.tried.title', { name: nameOf(result.issueId) })}
      </Title>
      <Table verticalSpacing={2} horizontalSpacing={4} fz="xs" my={6} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Th ta="center" w="30%">
              {t('matrix.tried.recorded')}
            </Table.Th>
            <Table.Th ta="center" w="30%">
              {t('matrix.tried.tried')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([label, recorded, other]) => (
            <Table.Tr key={label}>
              <Table.Th fw={400} style={{ whiteSpace: 'normal' }}>
                {label}
              </Table.Th>
              <Table.Td ta="center">{recorded}</Table.Td>
              <Table.Td ta="center" {...(recorded === other ? {} : { className: classes.median })}>
                {other}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {issue.delay && <Text size="xs">{t('chart.whatIf.delay')}</Text>}
      <Group justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {t('chart.whatIf.notSaved')}
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          miw="max-content"
          leftSection={<IconArrowBackUp size={14} />}
          onClick={onReset}
        >
          {t('chart.whatIf.reset')}
        </Button>
      </Group>
    </Paper>
  );
}
