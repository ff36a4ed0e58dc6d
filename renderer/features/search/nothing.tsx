import { Anchor, Button, List, Stack } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { parseQuery } from '#shared/search/query.ts';
import { FACETS, type SearchRequest } from '#shared/search/request.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { type Ticked, tickedCount, withFacet } from './asked.ts';
import { useAnswers } from './use-answer.ts';

export interface NothingProps {
  readonly request: SearchRequest;
  readonly chosen: Ticked;
  /** Results are listed by facets alone: what was asked before they were ticked. */
  readonly onChosen: (chosen: Ticked) => void;
  readonly onSynonyms: (on: boolean) => void;
  readonly onClear: () => void;
}

/** What was searched, what narrows it to nothing, and what to try as it fits what was asked. */
export function Nothing({ request, chosen, onChosen, onSynonyms, onClear }: NothingProps) {
  const { t } = useSpeech();
  const query = request.query.trim();
  const { clauses, filters } = parseQuery(query, false);
  // One facet left out at a time, then all, then with the other names of issues.
  const loosened = [
    ...FACETS.filter((facet) => (chosen[facet]?.length ?? 0) > 0).map((facet) => ({
      key: facet,
      label: (count: number) => t('search.none.without', { facet: t(`search.facet.${facet}`), count }),
      chosen: withFacet(chosen, facet, []),
      synonyms: request.synonyms,
    })),
    ...(FACETS.filter((facet) => (chosen[facet]?.length ?? 0) > 0).length > 1
      ? [
          {
            key: 'all',
            label: (count: number) => t('search.none.withoutAll', { count }),
            chosen: {} as Ticked,
            synonyms: request.synonyms,
          },
        ]
      : []),
    ...(request.synonyms
      ? []
      : [
          {
            key: 'synonyms',
            label: (count: number) => t('search.none.synonyms', { count }),
            chosen,
            synonyms: true,
          },
        ]),
  ];
  const answers = useAnswers(
    loosened.map((one) => ({ ...request, limit: 1, chosen: one.chosen, synonyms: one.synonyms })),
    loosened.length > 0,
  );
  const ways = loosened.flatMap((one, index) => {
    const count = answers[index]?.total ?? 0;
    return count > 0 ? [{ ...one, count }] : [];
  });
  return (
    <EmptyState
      icon={IconSearchOff}
      title={t('search.none.title')}
      action={
        <Stack gap="xs" align="center">
          {ways.map(({ key, label, count, ...one }) => (
            <Button
              key={key}
              variant="light"
              onClick={() => (key === 'synonyms' ? onSynonyms(true) : onChosen(one.chosen))}
            >
              {label(count)}
            </Button>
          ))}
          <Anchor component="button" type="button" size="sm" onClick={onClear}>
            {t('search.none.clear')}
          </Anchor>
        </Stack>
      }
    >
      {t(tickedCount(chosen) > 0 ? 'search.none.narrowed' : 'search.none.text', { query })}
      {ways.length === 0 && (
        <List size="sm" mt="xs" ta="start">
          {clauses.some(({ phrase }) => phrase) && <List.Item>{t('search.none.quotes')}</List.Item>}
          {filters.length > 0 && <List.Item>{t('search.none.filters')}</List.Item>}
          {clauses.length > 1 && <List.Item>{t('search.none.fewer')}</List.Item>}
          <List.Item>{t('search.none.beginning')}</List.Item>
        </List>
      )}
    </EmptyState>
  );
}
