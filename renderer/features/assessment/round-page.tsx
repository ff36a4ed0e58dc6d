import { Badge, Button, Group, Tabs } from '@mantine/core';
import { IconChartDots, IconChecklist, IconScale } from '@tabler/icons-react';
import { useSearchParams } from 'wouter';
import type { Id } from '#shared/model/basics.ts';
import { useRound } from '../../store/rounds.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { RatingDesk } from './rating-desk.tsx';
import { Results } from './results.tsx';
import { SetUp } from './set-up.tsx';
import { ReceiveSheets } from './sheets/receive-sheets.tsx';
import { SendSheets } from './sheets/send-sheets.tsx';
import { StageControl } from './stage-control.tsx';

const TABS = ['rate', 'results', 'setUp'] as const;
type Tab = (typeof TABS)[number];

/** One round: rating, what follows from it, and how it is set up. */
export function RoundPage({ roundId }: { roundId: Id }) {
  const { t, local } = useSpeech();
  const view = useRound(roundId);
  const [params] = useSearchParams();
  if (!view) return <Page title={t('assessment.title')}>{null}</Page>;
  const { assessment } = view;
  const above = <BackLink to={links.rounds()}>{t('assessment.all')}</BackLink>;
  if (!assessment)
    return (
      <Page title={t('assessment.title')} above={above}>
        <EmptyState icon={IconScale} title={t('assessment.title')}>
          {t('assessment.missing')}
        </EmptyState>
      </Page>
    );
  const { round } = assessment;
  const wished = params.get('tab');
  const tab: Tab =
    TABS.find((one) => one === wished) ??
    (round.stage === 'closed' && !params.has('issue') ? 'results' : 'rate');
  return (
    <Page
      title={round.name}
      above={above}
      aside={
        <Badge color={round.stage === 'closed' ? 'gray' : 'ai'}>{t(`round.stage.${round.stage}`)}</Badge>
      }
      description={local(round.note) || undefined}
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
          <StageControl round={round} />
        </>
      }
    >
      <Tabs value={tab} keepMounted={false} onChange={(next) => go(`${links.round(round.id)}?tab=${next}`)}>
        <Group gap="xs" mb="md" wrap="nowrap">
          <Tabs.List flex={1}>
            {TABS.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`assessment.tab.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <SendSheets roundId={round.id} />
          <ReceiveSheets roundId={round.id} />
        </Group>
        <Tabs.Panel value="rate">
          <RatingDesk view={view} assessment={assessment} />
        </Tabs.Panel>
        <Tabs.Panel value="results">
          <Results view={view} assessment={assessment} />
        </Tabs.Panel>
        <Tabs.Panel value="setUp">
          <SetUp round={round} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
