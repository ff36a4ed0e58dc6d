import { Kbd, Text, UnstyledButton } from '@mantine/core';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import { CategoryMark } from '../../../ui/category-mark.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import classes from './desk.module.css';

/** The keys 1–9 and the issues that they code to; a click does the same. */
export function QuickLegend({
  issues,
  digitOf,
  onCode,
}: {
  issues: ReadonlyMap<Id, Issue>;
  digitOf: ReadonlyMap<Id, number>;
  onCode: (issueId: IdOf<'issues'>) => void;
}) {
  const { t, local } = useSpeech();
  return (
    <section
      className={classes.legend}
      aria-label={t('desk.quick.title')}
      data-testid="quick-keys"
      data-print="hide"
    >
      {digitOf.size === 0 && (
        <Text size="xs" c="dimmed" style={{ gridColumn: '1 / -1' }}>
          {t('desk.quick.empty')}
        </Text>
      )}
      {[...digitOf].map(([issueId, digit]) => {
        const issue = issues.get(issueId);
        if (!issue) return null;
        return (
          <UnstyledButton
            key={issueId}
            className={classes.quick}
            tabIndex={-1}
            title={t('desk.quick.code', { issue: local(issue.name), key: digit })}
            // What is selected in the text stays selected, and the keys go on acting on it.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onCode(issueId)}
          >
            <Kbd size="xs">{digit}</Kbd>
            <CategoryMark category={issue.category} />
            <span className={classes.quickName}>{local(issue.name)}</span>
          </UnstyledButton>
        );
      })}
    </section>
  );
}
