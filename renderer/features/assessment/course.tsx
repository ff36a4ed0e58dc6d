import { Anchor, Badge, Button, Group, Popover, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { resultsShown } from '#shared/assessment/blindness.ts';
import { groupOf } from '#shared/assessment/group-views.ts';
import { panelOf } from '#shared/assessment/panel.ts';
import { useNames } from '../../store/index.ts';
import { ActsHead } from '../../ui/acts-head.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import classes from './course.module.css';
import { LeftList } from './left-list.tsx';
import { goRate } from './rater.ts';
import { RoundLog } from './round-log.tsx';
import type { RoundRows } from './round-rows.ts';
import { STAGES, type Standing, standings } from './stages.ts';

/** How a round goes: what each stage means, who is how far, and every move so far. No figure of a rating is shown. */
export function Course({ rows }: { rows: RoundRows }) {
  const { t, local } = useSpeech();
  const { round, based } = rows;
  const now = STAGES.indexOf(round.stage);
  return (
    <Stack gap="xl">
      <ol className={classes.stages}>
        {STAGES.map((stage, index) => (
          <li key={stage} data-now={index === now || undefined}>
            <Text size="sm" fw={600}>
              {index + 1}. {t(`round.stage.${stage}`)}
            </Text>
            <Text size="xs" {...(index === now ? {} : { c: 'dimmed' })}>
              {t(`stage.${stage}.means`)}
            </Text>
          </li>
        ))}
      </ol>
      <section>
        <Title order={2} size="h4" mb="xs">
          {t('course.progress')}
        </Title>
        <ProgressTable rows={rows} />
        {!panelOf(round).some(({ voice }) => groupOf(voice) === 'affected') && (
          <Text size="sm" c="dimmed" mt="xs">
            {t('course.noAffected')}
          </Text>
        )}
      </section>
      <section>
        <Title order={2} size="h4" mb="xs">
          {t('course.history')}
        </Title>
        {based && (
          <Text size="sm" mb="xs">
            {t('course.based')}{' '}
            <Anchor component="button" type="button" size="sm" onClick={() => go(links.round(based.id))}>
              {local(based.name)}
            </Anchor>
          </Text>
        )}
        <History rows={rows} />
      </section>
      <RoundLog rows={rows} />
      {local(round.note) && (
        <section>
          <Title order={2} size="h4" mb="xs">
            {t('round.field.note')}
          </Title>
          <Text size="sm">{local(round.note)}</Text>
        </section>
      )}
    </Stack>
  );
}

/** Who is how far: issues answered, grave scores without a reason, and when they said that they are done. */
export function ProgressTable({ rows }: { rows: RoundRows }) {
  const { t, day } = useSpeech();
  const { round } = rows;
  const { accessOf } = useNames(rows);
  return (
    <Table verticalSpacing={8} data-testid="round-progress">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="32%">{t('result.assessor')}</Table.Th>
          <Table.Th>{t('round.assessor.voice')}</Table.Th>
          <Table.Th w={190}>{t('course.answered')}</Table.Th>
          <Table.Th>{t('course.open')}</Table.Th>
          <Table.Th>{t('course.finished')}</Table.Th>
          <ActsHead />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {standings(rows, accessOf).map((one) => (
          <Table.Tr key={one.assessor.id}>
            <Table.Td>
              <Text size="sm" fw={500}>
                {one.assessor.name}
              </Text>
              {one.assessor.conflict && (
                <Text size="xs" c="dimmed">
                  {t('course.conflict', { text: one.assessor.conflict })}
                </Text>
              )}
              {one.asked < round.issueIds.length && (
                <Text size="xs" c="dimmed">
                  {t('course.recused', { count: round.issueIds.length - one.asked })}
                </Text>
              )}
            </Table.Td>
            <Table.Td>{t(`voice.${one.assessor.voice}`)}</Table.Td>
            <Table.Td>
              <Group gap="xs" wrap="nowrap">
                <Progress
                  value={one.asked === 0 ? 0 : (100 * one.answered) / one.asked}
                  size="md"
                  flex={1}
                  aria-label={t('course.answered')}
                />
                <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                  {t('assessment.progress', { answered: one.answered, asked: one.asked })}
                </Text>
              </Group>
            </Table.Td>
            <Table.Td>
              <LeftOpenLink rows={rows} standing={one} />
            </Table.Td>
            <Table.Td>
              {one.finishedAt ? (
                <Badge color="green" leftSection={<IconCheck size={12} />}>
                  {t('course.finished.on', { day: day(one.finishedAt) })}
                </Badge>
              ) : (
                <Text size="sm" c="dimmed">
                  {resultsShown(round) ? '–' : t('course.notYet')}
                </Text>
              )}
            </Table.Td>
            <Table.Td ta="right">
              {round.stage !== 'open' && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconPencil size={14} />}
                  onClick={() =>
                    goRate(round.id, one.unanswered[0] ?? round.issueIds[0] ?? '', one.assessor.id)
                  }
                >
                  {t(round.stage === 'closed' ? 'course.see' : 'course.rate')}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What somebody left open, as a count that opens into the list. */
function LeftOpenLink({ rows, standing }: { rows: RoundRows; standing: Standing }) {
  const { t } = useSpeech();
  const { unanswered, unexplained, assessor } = standing;
  if (unanswered.length + unexplained.length === 0) return null;
  return (
    <Popover position="bottom-start" withArrow width={340} trapFocus returnFocus>
      <Popover.Target>
        <Anchor component="button" type="button" size="sm" ta="start">
          {[
            unanswered.length > 0 && t('course.unanswered', { count: unanswered.length }),
            unexplained.length > 0 && t('course.unexplained', { count: unexplained.length }),
          ]
            .filter(Boolean)
            .join(t('chart.separator'))}
        </Anchor>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <LeftList rows={rows} assessorId={assessor.id} left={standing} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function History({ rows }: { rows: RoundRows }) {
  const { t, day } = useSpeech();
  const { history } = rows.round;
  if (history.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('course.history.none')}
      </Text>
    );
  return (
    <Table verticalSpacing={6} maw="52rem" data-testid="round-history">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('course.history.when')}</Table.Th>
          <Table.Th>{t('course.history.stage')}</Table.Th>
          <Table.Th>{t('course.history.who')}</Table.Th>
          <Table.Th>{t('course.history.why')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {history.map(({ stage, by, at, why }, index) => {
          const before = history[index - 1]?.stage;
          const reopened = before === 'closed';
          const again = before === 'discussion' && stage === 'rating';
          return (
            <Table.Tr key={at + stage}>
              <Table.Td>{day(at)}</Table.Td>
              <Table.Td>
                {reopened
                  ? t('course.history.reopened', { stage: t(`round.stage.${stage}`) })
                  : t(again ? 'course.history.again' : `round.stage.${stage}`)}
              </Table.Td>
              <Table.Td>{by}</Table.Td>
              <Table.Td>{why}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
