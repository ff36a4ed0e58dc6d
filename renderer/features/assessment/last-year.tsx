import { Anchor, Group, Text, Title } from '@mantine/core';
import {
  type LastResult,
  type LastResults,
  lastClosedRound,
  lastResults,
} from '#shared/assessment/last-result.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { IdOf } from '#shared/model/id.ts';
import { DIMENSIONS } from '#shared/model/round.ts';
import { type ScaleSize, scaleSize } from '#shared/model/scale.ts';
import { useObservable } from '../../platform/observable.ts';
import { preference } from '../../platform/preference.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './desk.module.css';
import type { RoundRows } from './round-rows.ts';

/** Whether the last results stand beside the rating. */
const shown = preference('hearken.rating.last', true);

interface LastYearProps {
  readonly rows: RoundRows;
  readonly issueId: IdOf<'issues'>;
}

/**
 * What came of an issue in the closed round before and what was decided on it. A figure seen first draws the next one
 * towards it: whoever wants to judge without it hides it, for as long as they like.
 */
export function LastYear({ rows: { round, workspace }, issueId }: LastYearProps) {
  const { t, language } = useSpeech();
  const open = useObservable(shown.value);
  const last = useLastResults(round.id);
  if (!last) return null;
  const year = fiscalYearLabel(last.round.fiscalYear, workspace.fiscalYear, language);
  const result = last.of.get(issueId);
  return (
    <section className={classes.last} data-testid="last-result">
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Title order={2} size="h5">
          {t('rating.last', { year })}
        </Title>
        <Anchor
          component="button"
          type="button"
          size="xs"
          aria-expanded={open}
          onClick={() => shown.set(!open)}
        >
          {t(open ? 'rating.last.hide' : 'rating.last.show')}
        </Anchor>
      </Group>
      {open &&
        (result ? (
          <Result
            size={scaleSize(round)}
            result={result}
            last={last}
            yearOf={(one) => fiscalYearLabel(one, workspace.fiscalYear, language)}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {t('rating.last.none')}
          </Text>
        ))}
      <Text size="xs" c="dimmed" mt={4}>
        {t(open ? 'rating.last.hint' : 'rating.last.hidden')}
      </Text>
    </section>
  );
}

interface ResultProps {
  /** Of how many points the scale of this round is. */
  readonly size: ScaleSize;
  readonly result: LastResult;
  readonly last: LastResults;
  readonly yearOf: (fiscalYear: number) => string;
}

function Result({ size, result: { issue, decision, theme }, last, yearOf }: ResultProps) {
  const { t, local } = useSpeech();
  const { rank, tied, tier } = issue;
  const then = scaleSize(last.round);
  return (
    <>
      <Text size="sm">
        {rank === null
          ? t('rating.last.unrated')
          : [
              t('rating.last.place', {
                place: t(tied ? 'result.rank.tied' : 'result.rank', { rank }),
                of: last.ranked,
              }),
              ...(tier === null ? [] : [t('chart.tier', { tier })]),
            ].join(' · ')}
      </Text>
      <dl className={classes.figures}>
        {DIMENSIONS.map((dimension) => {
          const figure = issue.dimensions[dimension].median;
          const happening = dimension === 'likelihood' && issue.nature === 'actual';
          return (
            <div key={dimension}>
              <dt>{t(`dimension.${dimension}.short`)}</dt>
              <dd>{happening ? t('result.happening') : (figure ?? '–')}</dd>
            </div>
          );
        })}
      </dl>
      {then !== size && (
        <Text size="xs" c="dimmed">
          {t('rating.last.scale', { then, now: size })}
        </Text>
      )}
      <Text size="sm">
        {!decision
          ? t('rating.last.undecided')
          : t(theme ? 'issue.round.decided.theme' : 'issue.round.decided', {
              year: yearOf(decision.fiscalYear),
              level: t(`level.${decision.level}`),
              theme: local(theme?.name),
            })}
      </Text>
    </>
  );
}

/** Live, but for what was said in dialogues: figures and decisions do not rest on it. */
function useLastResults(roundId: IdOf<'rounds'>): LastResults | null {
  const found = useRows(
    async (db) => {
      const rounds = await db.rounds.toArray();
      const round = rounds.find(({ id }) => id === roundId);
      const last = round && lastClosedRound(rounds, round);
      if (!last) return null;
      const of = [last.id];
      const [records, ratings, decisions, issues, themes] = await Promise.all([
        db.records.where('roundId').anyOf(of).toArray(),
        db.ratings.where('roundId').anyOf(of).toArray(),
        db.decisions.where('roundId').anyOf(of).toArray(),
        db.issues.toArray(),
        db.themes.toArray(),
      ]);
      return lastResults({ rounds, records, ratings, decisions, issues, themes }, roundId);
    },
    [roundId],
  );
  return found ?? null;
}
