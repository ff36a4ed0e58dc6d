import { Tooltip } from '@mantine/core';
import { IconCheck, IconLock } from '@tabler/icons-react';
import { panelOf } from '#shared/assessment/panel.ts';
import type { Round } from '#shared/model/round.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './stage-stepper.module.css';
import { finishedCount, STAGES } from './stages.ts';

/** Where a round stands between set-up and closing, and what each stage means. */
export function StageStepper({ round }: { round: Round }) {
  const { t } = useSpeech();
  const now = STAGES.indexOf(round.stage);
  const done = finishedCount(round);
  return (
    <ol className={classes.steps} aria-label={t('stage.label')}>
      {STAGES.map((stage, index) => (
        <li
          key={stage}
          className={classes.step}
          data-state={index < now ? 'done' : index === now ? 'now' : 'later'}
          aria-current={index === now ? 'step' : undefined}
        >
          <Tooltip label={t(`stage.${stage}.means`)} multiline w={280}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what a stage means is read by keyboard too */}
            <span className={classes.body} tabIndex={0}>
              <span className={classes.dot} aria-hidden>
                {index < now ? (
                  <IconCheck size={12} stroke={3} />
                ) : stage === 'closed' && index === now ? (
                  <IconLock size={12} stroke={2.5} />
                ) : (
                  index + 1
                )}
              </span>
              <span>{t(`round.stage.${stage}`)}</span>
              {stage === 'rating' && index === now && (
                <span className={classes.count}>{t('stage.done', { done, all: panelOf(round).length })}</span>
              )}
            </span>
          </Tooltip>
        </li>
      ))}
    </ol>
  );
}
