import { ActionIcon, Badge, Button, Group, Menu, Table, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { needsReason } from '#shared/edit/decision.ts';
import type { DecisionLevel } from '#shared/model/decision.ts';
import type { Thresholds } from '#shared/model/round.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import classes from './decisions.module.css';
import type { Subject } from './subject.ts';
import { reasonText } from './words.ts';

export interface SubjectTableProps {
  readonly subjects: readonly Subject[];
  readonly thresholds: Thresholds;
  readonly onOpen: (subject: Subject) => void;
  readonly onAccept: (subject: Subject) => void;
  readonly onRemove: (subject: Subject) => void;
}

/** Themes or issues in their order: what is suggested and why, what was decided and why. */
export function SubjectTable({ subjects, thresholds, onOpen, onAccept, onRemove }: SubjectTableProps) {
  const { t, local } = useSpeech();
  return (
    <Table.ScrollContainer minWidth={800}>
      <Table fz="sm" verticalSpacing={6} layout="fixed" highlightOnHover data-testid="decisions">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={64}>{t('decisions.column.place')}</Table.Th>
            <Table.Th>{t('decisions.column.subject')}</Table.Th>
            <Table.Th w={140}>{t('decisions.column.suggestion')}</Table.Th>
            <Table.Th w={172}>{t('decisions.column.level')}</Table.Th>
            <Table.Th w="27%">{t('decisions.column.why')}</Table.Th>
            <Table.Th w={44} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {subjects.map((one) => (
            <Row
              key={one.subject.id}
              one={one}
              name={local(one.name)}
              reason={reasonText(t, one.suggestion, thresholds)}
              onOpen={() => onOpen(one)}
              onAccept={() => onAccept(one)}
              onRemove={() => onRemove(one)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface RowProps {
  readonly one: Subject;
  readonly name: string;
  readonly reason: string;
  readonly onOpen: () => void;
  readonly onAccept: () => void;
  readonly onRemove: () => void;
}

function Row({ one, name, reason, onOpen, onAccept, onRemove }: RowProps) {
  const { t, local, day } = useSpeech();
  const { decision, suggestion, subject } = one;
  return (
    <Table.Tr data-subject={subject.id}>
      <Table.Td>
        {one.rank === null ? '–' : t(one.tied ? 'result.rank.tied' : 'result.rank', { rank: one.rank })}
        {one.tier !== null && (
          <Text size="xs" c="dimmed">
            {t('chart.tier', { tier: one.tier })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={8} wrap="nowrap" align="baseline">
          {one.category && <CategoryMark category={one.category} title />}
          <div>
            <button type="button" className={classes.name} onClick={onOpen}>
              {name}
            </button>
            {subject.kind === 'theme' && (
              <Text size="xs" c="dimmed">
                {one.best
                  ? t('decisions.theme.best', { issue: local(one.best), count: one.members })
                  : t('decisions.theme.unrated', { count: one.members })}
              </Text>
            )}
            {one.themes.length > 0 && (
              <Text size="xs" c="dimmed">
                {t('decisions.inTheme', { theme: one.themes.map(local).join(t('chart.separator')) })}
              </Text>
            )}
          </div>
        </Group>
      </Table.Td>
      <Table.Td>
        {suggestion.level && <Text size="sm">{t(`level.${suggestion.level}`)}</Text>}
        <Text size="xs" c="dimmed">
          {reason}
        </Text>
      </Table.Td>
      <Table.Td>
        {decision ? (
          <Group gap={6} wrap="nowrap">
            <LevelBadge level={decision.level} />
            {needsReason(decision) && decision.suggested && (
              <Tooltip label={t('decisions.departs', { level: t(`level.${decision.suggested}`) })}>
                <IconAlertTriangle
                  size={16}
                  aria-label={t('decisions.departs', { level: t(`level.${decision.suggested}`) })}
                  role="img"
                />
              </Tooltip>
            )}
          </Group>
        ) : suggestion.level ? (
          <Group gap={4} wrap="nowrap">
            <Button
              size="compact-xs"
              variant="light"
              leftSection={<IconCheck size={12} />}
              aria-label={`${t('decisions.accept')}: ${name}`}
              onClick={onAccept}
            >
              {t('decisions.accept')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={onOpen}>
              {t('decisions.decide')}
            </Button>
          </Group>
        ) : (
          <Button size="compact-xs" variant="default" onClick={onOpen}>
            {t('decisions.decide')}
          </Button>
        )}
        {decision && decision.suggested !== suggestion.level && decision.suggested && (
          <Text size="xs" c="dimmed">
            {t('decisions.stale', { level: t(`level.${decision.suggested}`) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" lineClamp={3}>
          {decision?.why}
        </Text>
        <Text size="xs" c="dimmed">
          {[
            decision?.owner,
            decision?.reviewDate && t('decisions.reviewOn', { date: day(decision.reviewDate) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={`${t('common.more')}: ${name}`}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={14} />} onClick={onOpen}>
              {t('decisions.decide')}
            </Menu.Item>
            {subject.kind === 'issue' && (
              <Menu.Item onClick={() => go(links.issue(subject.id))}>{t('matrix.panel.openIssue')}</Menu.Item>
            )}
            {decision && (
              <Menu.Item leftSection={<IconTrash size={14} />} onClick={onRemove}>
                {t('decisions.remove')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  );
}

const LOOKS: Readonly<Record<DecisionLevel, { readonly variant: string; readonly color: string }>> = {
  'monitor-closely': { variant: 'filled', color: 'ai' },
  monitor: { variant: 'light', color: 'ai' },
  watch: { variant: 'outline', color: 'ai' },
  none: { variant: 'outline', color: 'gray' },
};

function LevelBadge({ level }: { level: DecisionLevel }) {
  const { t } = useSpeech();
  return <Badge {...LOOKS[level]}>{t(`level.${level}`)}</Badge>;
}
