import { Anchor, Group, Switch, Text } from '@mantine/core';
import { Fragment, memo } from 'react';
import type { Answer } from '#shared/search/request.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import classes from './search.module.css';

/** Other names of a concept that are told; the rest is counted. */
const TOLD = 6;

export interface NotesProps {
  readonly answer: Answer;
  readonly synonyms: boolean;
  readonly onSynonyms: (on: boolean) => void;
  /** Wants these words as they are written. */
  readonly onExactly: (words: readonly string[]) => void;
}

/** How the question was understood, where that is not plain: other names, other spellings, a part of it alone. */
export const Notes = memo(function Notes({
  answer: { also, corrected, unquoted, bounded },
  synonyms,
  onSynonyms,
  onExactly,
}: NotesProps) {
  const { t, local } = useSpeech();
  return (
    <>
      {bounded && (
        <Text size="sm" c="yellow" component="p" m={0} role="status" data-testid="bounded">
          {t(bounded.code, bounded.params)}
        </Text>
      )}
      {unquoted.length > 0 && (
        <Text size="sm" component="p" m={0} role="status" data-testid="unquoted">
          {t('search.unquoted', {
            phrases: unquoted.map((one) => t('search.quoted', { words: one })).join(t('search.separator')),
          })}
        </Text>
      )}
      {corrected.length > 0 && (
        <Group gap="xs" role="status" data-testid="corrected">
          <Text size="sm">
            {t('search.corrected', {
              from: corrected.map(({ from }) => from).join(t('search.separator')),
              to: corrected.map(({ to }) => to).join(t('search.separator')),
            })}
          </Text>
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => onExactly(corrected.map(({ from }) => from))}
          >
            {t('search.corrected.exactly', {
              from: corrected.map(({ from }) => from).join(t('search.separator')),
            })}
          </Anchor>
        </Group>
      )}
      {(also.length > 0 || !synonyms) && (
        <div className={classes.also} data-testid="also">
          <Text size="sm" c="dimmed" component="div" className={classes.alsoWords}>
            {also.length === 0
              ? t('search.also.off')
              : also.map(({ issueId, name, terms: every }, index) => {
                  // Its own name stands behind them.
                  const others = issueId === null ? every : every.filter((term) => term !== local(name));
                  const terms = others.length > 0 ? others : every;
                  return (
                    <Fragment key={issueId ?? every.join()}>
                      {index === 0 ? t('search.also') : t('search.also.next')}{' '}
                      <span className={classes.terms}>
                        {terms.slice(0, TOLD).join(t('search.separator'))}
                        {terms.length > TOLD && (
                          <span title={terms.slice(TOLD).join(t('search.separator'))}>
                            {' '}
                            {t('search.also.more', { count: terms.length - TOLD })}
                          </span>
                        )}
                      </span>
                      {issueId !== null && (
                        <>
                          {' '}
                          <Anchor
                            component="button"
                            type="button"
                            inherit
                            c="dimmed"
                            underline="always"
                            onClick={() => go(links.issue(issueId))}
                          >
                            {t('search.also.issue', { name: local(name) })}
                          </Anchor>
                        </>
                      )}
                    </Fragment>
                  );
                })}
          </Text>
          <Switch
            size="xs"
            className={classes.synonyms ?? ''}
            label={t('search.synonyms')}
            checked={synonyms}
            onChange={(event) => onSynonyms(event.currentTarget.checked)}
          />
        </div>
      )}
    </>
  );
});
