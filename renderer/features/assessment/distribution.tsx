import { Text, Tooltip } from '@mantine/core';
import type { DimensionSummary } from '#shared/assessment/aggregate.ts';
import type { Id } from '#shared/model/basics.ts';
import { pointsOf, type ScaleSize } from '#shared/model/scale.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './distribution.module.css';

export interface DistributionProps {
  /** Of how many points the scale is. */
  readonly size: ScaleSize;
  readonly summary: DimensionSummary;
  readonly names: ReadonlyMap<Id, string>;
  /** The impact is happening: likelihood is not asked. */
  readonly actual: boolean;
}

/** How the scores of one dimension lie: a dot an assessor, with median, range, IQR and n in words. */
export function Distribution({ size, summary, names, actual }: DistributionProps) {
  const { t } = useSpeech();
  const { dimension, median, upper, min, max, n, quartiles, divided, abstained, unrated, scores } = summary;
  const facts = [
    min !== null && max !== null && min < max && t('result.range', { min, max }),
    quartiles && n > 1 && t('result.iqr', { iqr: quartiles.iqr }),
    t('result.n', { n }),
    abstained.length > 0 && t('agenda.abstained', { count: abstained.length }),
    unrated.length > 0 && t('agenda.unrated', { count: unrated.length }),
  ].filter((one) => typeof one === 'string');
  return (
    <figure className={classes.box} data-divided={divided || undefined}>
      <figcaption className={classes.head}>
        <Text span size="sm" fw={600}>
          {t(`dimension.${dimension}`)}
        </Text>
        {median !== null && upper !== null && (
          <Text span size="sm" fw={600} className={classes.figure}>
            {median === upper
              ? t('result.value', { value: median })
              : t('result.value.both', { value: median, ranking: upper })}
          </Text>
        )}
      </figcaption>
      {actual ? (
        <Text size="xs" c="dimmed">
          {t('rating.actual.noLikelihood')}
        </Text>
      ) : (
        <>
          <ol className={classes.levels}>
            {pointsOf(size).map((level) => {
              const here = scores.filter(({ value }) => value === level);
              const who = here
                .map(({ assessorId }) => names.get(assessorId) ?? '')
                .join(t('chart.separator'));
              return (
                <li key={level} aria-label={t('agenda.level', { level, count: here.length, who })}>
                  <Tooltip label={who} disabled={here.length === 0} multiline maw={240}>
                    <span className={classes.stack}>
                      {here.map(({ assessorId }) => (
                        <i key={assessorId} />
                      ))}
                    </span>
                  </Tooltip>
                  <span className={classes.level} aria-hidden>
                    {level}
                  </span>
                </li>
              );
            })}
          </ol>
          <Text size="xs" c="dimmed">
            {facts.join(' · ')}
          </Text>
        </>
      )}
    </figure>
  );
}
