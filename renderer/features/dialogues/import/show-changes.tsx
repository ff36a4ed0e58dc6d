import { Stack, Text } from '@mantine/core';
import type { Changes } from '#shared/transcript/reread.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import classes from './show.module.css';

/** So many names are listed. */
const NAMES = 8;

/** What another reading changes: turns, people, and the lines that somebody else says. */
export function ShowChanges({ told: { turns, people, lines, first } }: { readonly told: Changes }) {
  const { t, list } = useNames();
  const nobody = t('import.show.nobodySpeaks');
  if (lines === 0 && turns.before === turns.after) return <Text size="sm">{t('import.show.same')}</Text>;
  return (
    <Stack gap="xs">
      <Text size="sm">{t('import.show.turns', turns)}</Text>
      {people.added.length > 0 && (
        <Text size="sm">{t('import.show.added', { names: list(people.added) })}</Text>
      )}
      {people.removed.length > 0 && (
        <Text size="sm">{t('import.show.removed', { names: list(people.removed) })}</Text>
      )}
      {first.length > 0 && (
        <>
          <Text size="sm">{t('import.show.lines', { count: lines })}</Text>
          <ol className={classes.changes} data-testid="show-changes">
            {first.map(({ line, text, before, after }) => (
              <li key={line} className={classes.change}>
                <span className={classes.number}>{line}</span>
                <span className={classes.fill}>
                  <Text size="xs" truncate>
                    {text}
                  </Text>
                  <Text size="xs" c="dimmed" truncate>
                    {t('import.show.change', { before: before ?? nobody, after: after ?? nobody })}
                  </Text>
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Stack>
  );
}

function useNames() {
  const { t, language } = useSpeech();
  const list = (names: readonly string[]) => {
    const told = names.slice(0, NAMES);
    const rest = names.length - told.length;
    const all = rest > 0 ? [...told, t('import.show.more', { count: rest })] : told;
    return new Intl.ListFormat(language, { type: 'conjunction' }).format(all);
  };
  return { t, list };
}
