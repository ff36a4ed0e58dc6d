import { Alert, Button } from '@mantine/core';
import { IconEyeOff, IconFileText } from '@tabler/icons-react';
import { describeProblem } from '#shared/i18n/index.ts';
import type { Problem } from '#shared/model/problem.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';

/** Why a page of a round cannot be shown; a round that is gone, or that is being rated, is no failure. */
export function RoundProblem({ problem }: { problem: Problem }) {
  const { t } = useSpeech();
  if (problem.code === 'round-blind')
    return (
      <EmptyState icon={IconEyeOff} title={t('matrix.blind.title')}>
        {describeProblem(t, problem)}
      </EmptyState>
    );
  if (problem.code !== 'row-missing') return <Alert color="red">{describeProblem(t, problem)}</Alert>;
  return (
    <EmptyState
      icon={IconFileText}
      title={t('reports.missing.title')}
      action={<Button onClick={() => go(links.rounds())}>{t('reports.empty.rounds')}</Button>}
    >
      {t('reports.missing')}
    </EmptyState>
  );
}
