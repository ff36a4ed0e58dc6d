import { ActionIcon, Button, Group, Menu, Table, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconCheck, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import type { Thresholds } from '#shared/model/round.ts';
import { ActsHead } from '../../ui/acts-head.tsx';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import classes from './decisions.module.css';
import { LevelBadge } from './level-badge.tsx';
import { StandingText } from './standing-text.tsx';
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
  const { ref, width } = useElementSize();
  const narrow = width > 0 && width < NARROW;
  return (
    <div ref={ref}>
      <Table
        fz="sm"
        verticalSpacing={6}
        layout="fixed"
        className={classes.table ?? ''}
        highlightOnHover
        data-testid="decisions"
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={68}>{t('decisions.column.place')}</Table.Th>
            <Table.Th>{t('decisions.column.subject')}</Table.Th>
            <Table.Th w={narrow ? 124 : 140}>{t('decisions.column.suggestion')}</Table.Th>
            <Table.Th w={narrow ? 160 : 196}>{t('decisions.column.level')}</Table.Th>
            {!narrow && <Table.Th w="30%">{t('decisions.column.why')}</Table.Th>}
            <ActsHead width={44} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {subjects.map((one) => (
            <Row
              key={one.subject.id}
              one={one}
              narrow={narrow}
              name={local(one.name)}
              reason={reasonText(t, one.suggestion, thresholds)}
              onOpen={() => onOpen(one)}
              onAccept={() => onAccept(one)}
              onRemove={() => onRemove(one)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** In CSS pixels: below it the reasons stand under their subjects, and nothing has to be scrolled sideways. */
const NARROW = 800;

interface RowProps {
  readonly one: Subject;
  readonly narrow: boolean;
  readonly name: string;
  readonly reason: string;
  readonly onOpen: () => void;
  readonly onAccept: () => void;
  readonly onRemove: () => void;
}

function Row({ one, narrow, name, reason, onOpen, onAccept, onRemove }: RowProps) {
  const { t, local } = useSpeech();
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
        <Group gap={8} wrap="nowrap" align="flex-start">
          {one.category && (
            <span className={classes.mark}>
              <CategoryMark category={one.category} title />
            </span>
          )}
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
            {narrow && <Reasons one={one} />}
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
          <>
            <LevelBadge decision={decision} />
            <StandingText status={one.standing?.status} />
          </>
        ) : suggestion.level ? (
          <Group gap={4}>
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
              {t('decisions.decideOtherwise')}
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
      {!narrow && (
        <Table.Td>
          <Reasons one={one} />
        </Table.Td>
      )}
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
              <Menu.Item onClick={() => go(links.issue(String(subject.id)))}>
                {t('matrix.panel.openIssue')}
              </Menu.Item>
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

/** Why it was decided so, what is done, what others said, who answers for it and when it is looked at again. */
function Reasons({ one: { decision } }: { one: Subject }) {
  const { t, local, day } = useSpeech();
  if (!decision) return null;
  const measure = local(decision.measure);
  const aside = [
    decision.owner,
    decision.reviewDate && t('decisions.reviewOn', { date: day(decision.reviewDate) }),
  ].filter(Boolean);
  return (
    <>
      {decision.why && (
        <Text size="sm" lineClamp={3}>
          {decision.why}
        </Text>
      )}
      {measure && (
        <Text size="sm" lineClamp={2}>
          {t('decisions.measure', { measure })}
        </Text>
      )}
      {decision.dissent && (
        <Text size="sm" fs="italic" lineClamp={2}>
          {t('decisions.dissent', { dissent: decision.dissent })}
        </Text>
      )}
      {aside.length > 0 && (
        <Text size="xs" c="dimmed">
          {aside.join(' · ')}
        </Text>
      )}
    </>
  );
}
