import { Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { FiscalYearConvention } from '#shared/model/workspace.ts';
import type { RoundProgress, YearChain } from '#shared/overview/chain.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { links } from '../../ui/links.ts';
import { PlaceLink } from '../../ui/place-link.tsx';
import classes from './home.module.css';

interface ChainRowProps {
  readonly chain: YearChain;
  readonly convention: FiscalYearConvention | null;
}

/** The year's work from hearing to reporting, each step a link to where it is done. */
export function ChainRow({ chain, convention }: ChainRowProps) {
  const { t, language } = useSpeech();
  const yearOf = (year: number) => (convention ? fiscalYearLabel(year, convention, language) : String(year));
  const { dialogues, advice, unanswered, round, decisions } = chain;
  const roundId = round?.round.id;
  return (
    <section data-testid="home-chain">
      <Title order={2} size="h5" mb={6}>
        {t('home.chain.of', { year: yearOf(chain.year) })}
      </Title>
      <ol className={classes.chain}>
        <Step
          to={links.dialogues()}
          figure={String(dialogues)}
          word={t('home.chain.dialogues', { count: dialogues })}
          testId="home-chain-dialogues"
        />
        <Step
          to={links.adviceList({ year: chain.year })}
          figure={String(advice)}
          word={t('home.chain.advice', { count: advice })}
          hint={
            advice === 0
              ? t('home.chain.advice.none')
              : unanswered > 0
                ? t('home.chain.advice.unanswered', { count: unanswered })
                : t('home.chain.advice.answered')
          }
          hintTo={unanswered > 0 ? links.adviceList({ year: chain.year, status: 'unanswered' }) : undefined}
          testId="home-chain-advice"
        />
        <RoundStep progress={round} />
        <Step
          to={links.decisions(roundId)}
          figure={String(decisions)}
          word={t('home.chain.decisions', { count: decisions })}
          hint={
            decisions > 0
              ? t('home.chain.decisions.for', { year: yearOf(chain.year + 1) })
              : t('home.chain.decisions.none')
          }
          testId="home-chain-decisions"
        />
        <ReportStep progress={round} />
      </ol>
    </section>
  );
}

function RoundStep({ progress }: { progress: RoundProgress | null }) {
  const { t, local, day } = useSpeech();
  if (!progress)
    return (
      <Step
        to={links.newRound()}
        figure={t('home.chain.round.none')}
        word={t('home.chain.round')}
        hint={t('home.chain.round.none.hint')}
        testId="home-chain-round"
      />
    );
  const { round, finished, assessors } = progress;
  const hint =
    round.stage === 'closed'
      ? round.closedAt && t('home.chain.round.closed', { date: day(round.closedAt) })
      : round.stage === 'rating'
        ? t('home.chain.round.finished', { finished, assessors })
        : local(round.name);
  return (
    <Step
      to={links.round(round.id)}
      figure={t(`round.stage.${round.stage}`)}
      word={t('home.chain.round')}
      hint={hint || local(round.name)}
      testId="home-chain-round"
    />
  );
}

function ReportStep({ progress }: { progress: RoundProgress | null }) {
  const { t } = useSpeech();
  const state = !progress ? 'none' : progress.round.stage === 'closed' ? 'final' : 'draft';
  return (
    <Step
      to={progress ? links.report('materiality', progress.round.id) : links.reports()}
      figure={t(`home.chain.report.${state}`)}
      word={t('home.chain.report')}
      hint={t(`home.chain.report.${state}.hint`)}
      testId="home-chain-report"
    />
  );
}

interface StepProps {
  readonly to: string;
  readonly figure: string;
  readonly word: string;
  readonly hint?: string | undefined;
  /** Where the hint leads by itself: something is still to be done there. */
  readonly hintTo?: string | undefined;
  readonly testId: string;
}

function Step({ to, figure, word, hint, hintTo, testId }: StepProps) {
  return (
    <li className={classes.step}>
      <PlaceLink to={to} className={classes.whole ?? ''} testId={testId}>
        <span className={classes.figure} data-words={/\D/.test(figure) || undefined}>
          {figure}
        </span>
        <Text span size="sm" fw={500}>
          {word}
        </Text>
        {hint && !hintTo && (
          <Text span size="xs" className={classes.hint ?? ''}>
            {hint}
          </Text>
        )}
        <IconChevronRight className={classes.chevron} size={14} aria-hidden />
      </PlaceLink>
      {hint && hintTo && (
        <PlaceLink to={hintTo} className={classes.wanting ?? ''} testId={`${testId}-wanting`}>
          {hint}
        </PlaceLink>
      )}
    </li>
  );
}
