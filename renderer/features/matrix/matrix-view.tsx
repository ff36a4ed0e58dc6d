import { Button } from '@mantine/core';
import { IconChartDots, IconEyeOff } from '@tabler/icons-react';
import { hasFinished, resultsShown } from '#shared/assessment/blindness.ts';
import { panelOf } from '#shared/assessment/panel.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Round } from '#shared/model/round.ts';
import { type RoundView, useRound } from '../../store/rounds.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { RoundSelect } from '../../ui/round-select.tsx';
import { RoundMatrix } from './round-matrix.tsx';

/** A round as a picture; every point opens what it rests on. Without `roundId` the latest round. */
export function MatrixView({ roundId }: { roundId: IdOf<'rounds'> | undefined }) {
  const { t } = useSpeech();
  const view = useRound(roundId);
  if (!view) return <Page title={t('matrix.title')}>{null}</Page>;
  const { assessment, seen, rounds } = view;
  if (!assessment || !seen)
    return (
      <Page title={t('matrix.title')}>
        <EmptyState
          icon={IconChartDots}
          title={t('matrix.empty.title')}
          action={<Button onClick={() => go(links.rounds())}>{t('matrix.empty.rounds')}</Button>}
        >
          {roundId !== undefined && rounds.length > 0 ? t('matrix.missing') : t('matrix.empty.text')}
        </EmptyState>
      </Page>
    );
  const { round, counts } = assessment;
  if (counts.unrated === counts.issues)
    return (
      <Page title={t('matrix.title')} aside={<Rounds rounds={rounds} round={round} />}>
        <EmptyState
          icon={IconChartDots}
          title={t('matrix.empty.title')}
          action={<Button onClick={() => go(links.round(round.id))}>{t('matrix.empty.rounds')}</Button>}
        >
          {t('matrix.empty.text')}
        </EmptyState>
      </Page>
    );
  if (!resultsShown(round)) return <Blind rounds={rounds} round={round} />;
  return (
    <RoundMatrix
      key={round.id}
      view={view}
      assessment={assessment}
      seen={seen}
      rounds={<Rounds rounds={rounds} round={round} />}
    />
  );
}

function Rounds({ rounds, round }: { rounds: RoundView['rounds']; round: Round }) {
  return <RoundSelect rounds={rounds} value={round.id} onChange={(id) => go(links.matrix(id))} />;
}

/** Before all are done a picture would lead those who still judge: who is how far is all there is to see. */
function Blind({ rounds, round }: { rounds: RoundView['rounds']; round: Round }) {
  const { t } = useSpeech();
  const done = panelOf(round).filter(({ id }) => hasFinished(round, id)).length;
  return (
    <Page title={t('matrix.title')} aside={<Rounds rounds={rounds} round={round} />}>
      <EmptyState
        icon={IconEyeOff}
        title={t('matrix.blind.title')}
        action={<Button onClick={() => go(links.round(round.id))}>{t('matrix.blind.round')}</Button>}
      >
        {round.stage === 'open'
          ? t('matrix.blind.open')
          : t('matrix.blind.text', { done, of: panelOf(round).length })}
      </EmptyState>
    </Page>
  );
}
