import { Badge, Group, Switch, Table, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { VOICES } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { PassageQuery } from '#shared/model/view.ts';
import type { CoverageGroup, Heard } from '#shared/retrieval/coverage.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './retrieval.module.css';
import type { Ask } from './use-query.ts';
import type { Retrieval } from './use-retrieval.ts';

export interface CoverageViewProps {
  readonly groups: readonly CoverageGroup[];
  readonly query: PassageQuery;
  readonly retrieval: Retrieval;
  readonly onAsk: Ask;
}

/** A row's name is no column heading: it may break, and stands in full ink. */
const ROW_HEAD = { whiteSpace: 'normal', color: 'var(--mantine-color-text)' } as const;

/** Whose voices were heard on each issue and category, and whose were not. */
export function CoverageView({ groups, query, retrieval: { words }, onAsk }: CoverageViewProps) {
  const { t } = useSpeech();
  const [gapsOnly, setGapsOnly] = useState(false);
  const all = groups.flatMap(({ issues }) => issues);
  const withoutExternal = all.filter(({ gap }) => gap === 'external').length;
  const withoutRightsholder = all.filter(({ gap }) => gap !== null).length;
  const open = (issueIds: readonly IdOf<'issues'>[], more: Partial<PassageQuery> = {}) =>
    onAsk({ query: { ...query, about: [...query.about, [...issueIds]], ...more }, form: 'list' });

  return (
    <>
      <Group justify="space-between" mb="xs" gap="sm">
        <Text size="sm" role="status">
          {t('retrieval.coverage.summary', {
            issues: all.length,
            external: withoutExternal,
            rightsholder: withoutRightsholder,
          })}
        </Text>
        <Switch
          size="xs"
          label={t('retrieval.coverage.gapsOnly')}
          checked={gapsOnly}
          onChange={(event) => setGapsOnly(event.currentTarget.checked)}
        />
      </Group>
      <Table stickyHeader data-testid="coverage" className={classes.coverage}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('retrieval.column.issues')}</Table.Th>
            {VOICES.map((voice) => (
              <Table.Th key={voice} scope="col" ta="end">
                {t(`retrieval.coverage.${voice}`)}
              </Table.Th>
            ))}
            <Table.Th scope="col" ta="end">
              {t('retrieval.coverage.places')}
            </Table.Th>
            <Table.Th scope="col">{t('retrieval.coverage.gap')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.flatMap((group) => {
            const ids = group.issues.map(({ issueId }) => issueId);
            const shown = gapsOnly ? group.issues.filter(({ gap }) => gap !== null) : group.issues;
            if (shown.length === 0) return [];
            const name = t(`category.${group.category}`);
            return [
              <Table.Tr key={group.category} className={classes.categoryRow}>
                <Table.Th scope="row" fw={600} style={ROW_HEAD}>
                  <Group gap={6} wrap="nowrap">
                    <CategoryMark category={group.category} />
                    {name}
                  </Group>
                </Table.Th>
                <Counts heard={group} name={name} onOpen={(more) => open(ids, more)} />
              </Table.Tr>,
              ...shown.map((row) => (
                <Table.Tr key={row.issueId}>
                  <Table.Th scope="row" fw={400} pl={28} style={ROW_HEAD}>
                    {words.issue(row.issueId)}
                  </Table.Th>
                  <Counts
                    heard={row}
                    name={words.issue(row.issueId)}
                    onOpen={(more) => open([row.issueId], more)}
                  />
                </Table.Tr>
              )),
            ];
          })}
        </Table.Tbody>
      </Table>
    </>
  );
}

interface CountsProps {
  readonly heard: Heard;
  readonly name: string;
  readonly onOpen: (more: Partial<PassageQuery>) => void;
}

function Counts({ heard, name, onOpen }: CountsProps) {
  const { t } = useSpeech();
  return (
    <>
      {VOICES.map((voice) => (
        <Table.Td key={voice} ta="end">
          <Figure
            count={heard.people[voice]}
            label={t('retrieval.coverage.cell', {
              name,
              voice: t(`retrieval.coverage.${voice}`),
              count: heard.people[voice],
            })}
            onOpen={() =>
              onOpen(
                voice === 'company' ? { side: 'company', voices: [] } : { side: 'external', voices: [voice] },
              )
            }
          />
        </Table.Td>
      ))}
      <Table.Td ta="end">
        <Figure
          count={heard.places}
          label={t('retrieval.cross.own', {
            row: name,
            column: name,
            count: heard.places,
            unit: 'words',
          })}
          onOpen={() => onOpen({})}
        />
      </Table.Td>
      <Table.Td>
        {heard.gap && (
          <Badge size="sm" color={heard.gap === 'external' ? 'red' : 'orange'}>
            {t(`retrieval.gap.${heard.gap}`)}
          </Badge>
        )}
      </Table.Td>
    </>
  );
}

function Figure({ count, label, onOpen }: { count: number; label: string; onOpen: () => void }) {
  if (count === 0) return <span className={classes.none}>0</span>;
  return (
    <UnstyledButton className={classes.figure} aria-label={label} onClick={onOpen}>
      {count}
    </UnstyledButton>
  );
}
