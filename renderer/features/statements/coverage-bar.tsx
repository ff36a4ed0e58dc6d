import { Text } from '@mantine/core';
import { COVER_STATES, type Coverage } from '#shared/statement/coverage.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './statements.module.css';

/** How far a statement is, in words and as a bar. */
export function CoverageBar({ coverage: { counts, places } }: { coverage: Coverage }) {
  const { t } = useSpeech();
  return (
    <div data-testid="coverage">
      <div className={classes.bar} aria-hidden="true">
        {[...COVER_STATES].reverse().map((state) => (
          <div
            key={state}
            className={classes.share}
            data-state={state}
            style={{ flexGrow: counts[state], flexBasis: 0 }}
          />
        ))}
      </div>
      <Text size="xs" c="dimmed" mt={4} role="status">
        {t('statement.counts', {
          answered: counts.answered,
          partly: counts.partly,
          missing: counts.missing,
          open: counts.open,
          none: counts['not-applicable'],
          all: places.length,
        })}
      </Text>
    </div>
  );
}
