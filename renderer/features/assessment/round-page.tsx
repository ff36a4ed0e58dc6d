import { Anchor, Button, Group, Tabs } from '@mantine/core';
import { IconChartDots, IconChecklist, IconScale } from '@tabler/icons-react';
import { useSearchParams } from 'wouter';
import type { IdOf } from '#shared/model/id.ts';
import type { Round } from '#shared/model/round.ts';
import { isSignedOff } from '#shared/model/signed-off.ts';
import { useRows } from '../../store/index.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { SignedOffNote } from '../../ui/signed-off-note.tsx';
import { Course } from './course.tsx';
import { Discussion } from './discussion.tsx';
import { RatingDesk } from './rating-desk.tsx';
import { Results } from './results.tsx';
import { type RoundRows, useRoundRows } from './round-rows.ts';
import { SetUp } from './set-up.tsx';
import { ReceiveSheets } from './sheets/receive-sheets.tsx';
import { SendSheets } from './sheets/send-sheets.tsx';
import { StageControl } from './stage-control.tsx';
import { StageStepper } from './stage-stepper.tsx';

const TABS = ['rate', 'discussion', 'results', 'course', 'setUp'] as const;
type Tab = (typeof TABS)[number];

/** What a round is opened for, by its stage. */
const FIRST: Readonly<Record<Round['stage'], Tab>> = {
  open: 'setUp',
  rating: 'rate',
  discussion: 'discussion',
  closed: 'results',
};

/** One round: rating, discussion, what follows, how it goes, and how it is set up. */
export function RoundPage({ roundId }: { roundId: IdOf<'rounds'> }) {
  const { t, local } = useSpeech();
  const rows = useRoundRows(roundId);
  const [params] = useSearchParams();
  if (rows === undefined) return <Page title={t('assessment.title')}>{null}</Page>;
  const above = <BackLink to={links.rounds()}>{t('assessment.all')}</BackLink>;
  if (rows === null)
    return (
      <Page title={t('assessment.title')} above={above}>
        <EmptyState icon={IconScale} title={t('assessment.title')}>
          {t('assessment.missing')}
        </EmptyState>
      </Page>
    );
  const { round } = rows;
  // A copy for one assessor is made to rate in; the rest belongs to the office.
  const tabs: readonly Tab[] = rows.copy ? ['rate'] : TABS;
  const wished = params.get('tab');
  const tab: Tab =
    tabs.find((one) => one === wished) ?? (params.has('issue') || rows.copy ? 'rate' : FIRST[round.stage]);
  return (
    <Page
      title={local(round.name)}
      above={above}
      toolbar={<StageStepper round={round} />}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconChartDots size={16} />}
            onClick={() => go(links.matrix(round.id))}
          >
            {t('assessment.matrix')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconChecklist size={16} />}
            onClick={() => go(links.decisions(round.id))}
          >
            {t('assessment.decisions')}
          </Button>
          {rows.copy === null && <StageControl rows={rows} />}
        </>
      }
    >
      {round.stage === 'closed' && <AsClosed rows={rows} />}
      <Tabs value={tab} keepMounted={false} onChange={(next) => go(`${links.round(round.id)}?tab=${next}`)}>
        <Group gap="xs" mb="md">
          <Tabs.List flex="1 1 26rem">
            {tabs.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`assessment.tab.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Group gap="xs">
            <SendSheets roundId={round.id} />
            <ReceiveSheets roundId={round.id} />
          </Group>
        </Group>
        <Tabs.Panel value="rate">
          <RatingDesk rows={rows} />
        </Tabs.Panel>
        <Tabs.Panel value="discussion">
          <Discussion rows={rows} />
        </Tabs.Panel>
        <Tabs.Panel value="results">
          <Results rows={rows} />
        </Tabs.Panel>
        <Tabs.Panel value="course">
          <Course rows={rows} />
        </Tabs.Panel>
        <Tabs.Panel value="setUp">
          <SetUp rows={rows} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

/** Since when and by whom everything here stands still, and what was changed of its decisions since. */
function AsClosed({ rows: { round, record } }: { rows: RoundRows }) {
  const { t } = useSpeech();
  const signedOff = isSignedOff(record ?? undefined);
  const amendments = useRows(
    async (db) => (record ? await db.amendments.where('recordId').equals(record.id).count() : 0),
    [record?.id],
  );
  const move = round.history.findLast(({ stage }) => stage === 'closed');
  const key = !record ? 'round.closed.unrecorded' : signedOff ? 'round.closed.frozen' : 'round.signedOff.not';
  return (
    <SignedOffNote
      record={record}
      at={record?.at ?? round.closedAt ?? move?.at}
      by={record?.by ?? move?.by ?? ''}
      text={t(key)}
    >
      {amendments ? (
        <Anchor
          component="button"
          type="button"
          size="sm"
          ms={6}
          onClick={() => go(`${links.decisions(round.id)}?view=amendments`)}
        >
          {t('amendment.count', { count: amendments })}
        </Anchor>
      ) : null}
    </SignedOffNote>
  );
}
