import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { amendmentWords } from '#shared/assessment/amendment-words.ts';
import type { Amendment } from '#shared/model/amendment.ts';
import { textIn } from '#shared/model/basics.ts';
import type { SignedRecord } from '#shared/model/signed-off.ts';
import type { RoundView } from '../../store/rounds.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './decisions.module.css';

export interface AmendmentsProps {
  readonly record: SignedRecord;
  readonly amendments: readonly Amendment[];
  readonly view: RoundView;
  readonly yearOf: (fiscalYear: number) => string;
}

/** What was changed of decisions and indicators since the round was signed off, the first amendment first. */
export function Amendments({ record, amendments, view, yearOf }: AmendmentsProps) {
  const { t, language } = useSpeech();
  const words = useMemo(
    () =>
      amendmentWords(record, amendments, language, {
        subject: (id) => textIn((view.issues.get(id) ?? view.themes.get(id))?.name, language),
        year: yearOf,
      }),
    [record, amendments, view, yearOf, language],
  );
  return (
    <Stack gap="sm" maw="60rem" data-testid="amendments">
      <Text size="sm" c="dimmed">
        {t(words.length === 0 ? 'amendment.none' : 'amendment.list')}
      </Text>
      <ol className={classes.log}>
        {words.map(({ id, number, date, by, why, changes }) => (
          <li key={id}>
            <div className={classes.when}>
              <span>{t('amendment.heading', { number })}</span>
              <span>{date}</span>
              <span>{by || t('decisions.log.nobody')}</span>
            </div>
            <div className={classes.what}>
              {changes.map(({ headline, details }) => (
                <div key={headline}>
                  <Text size="sm" fw={600}>
                    {headline}
                  </Text>
                  {details.map((detail) => (
                    <Text key={detail} size="sm" className={classes.detail}>
                      {detail}
                    </Text>
                  ))}
                </div>
              ))}
              <Text size="sm" c="dimmed" className={classes.detail}>
                {t('amendment.because', { why })}
              </Text>
            </div>
          </li>
        ))}
      </ol>
    </Stack>
  );
}
