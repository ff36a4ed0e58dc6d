import { ActionIcon, Alert, Button, Chip, Group, List, Loader, Text, TextInput } from '@mantine/core';
import { IconSearch, IconSearchOff, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { navigate } from 'wouter/use-hash-location';
import { describeProblem } from '#shared/i18n/index.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '#shared/search/documents.ts';
import { parseQuery } from '#shared/search/query.ts';
import type { Answer, Hit, SearchRequest } from '#shared/search/workspace-search.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { Examples } from './examples.tsx';
import { setSearchField } from './focus.ts';
import { HitRow } from './hit-row.tsx';
import { linkOf } from './open-hit.ts';
import classes from './search.module.css';
import { useAnswer, useSearchStatus } from './use-answer.ts';

/** Results shown at first, and more with each wish for more. */
const PAGE = 40;
/** How long typing must rest before the address takes the query in, in milliseconds. */
const REST = 300;

/** Everything that was said, advised, named: found by words, and opened at them. */
export function SearchView() {
  const { t, language } = useSpeech();
  const [query, setQuery] = useQueryInAddress();
  const [kind, setKind] = useState<DocumentKind | 'all'>('all');
  const [limit, setLimit] = useState(PAGE);
  const [active, setActive] = useState(0);
  const fieldRef = useRef<HTMLInputElement>(null);
  const listId = useId();
  const { progress } = useSearchStatus();

  const asked = query.trim() !== '';
  const request = useMemo<SearchRequest | null>(
    () =>
      asked ? { query, typing: true, language, limit, ...(kind === 'all' ? {} : { kinds: [kind] }) } : null,
    [asked, query, language, limit, kind],
  );
  const { answered, problem } = useAnswer(request);
  const hits = answered?.answer.hits ?? [];

  useEffect(() => {
    setSearchField(fieldRef.current);
    fieldRef.current?.focus();
    fieldRef.current?.select();
    return () => setSearchField(null);
  }, []);

  const ask = (next: string): void => {
    setQuery(next);
    setLimit(PAGE);
    setActive(0);
  };
  const open = (hit: Hit | undefined): void => {
    if (hit) go(linkOf(hit, language));
  };
  const point = (index: number): void => {
    setActive(index);
    document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter and arrows belong to the input method while it composes Japanese.
    if (event.nativeEvent.isComposing) return;
    const last = hits.length - 1;
    const to: Record<string, number> = {
      ArrowDown: Math.min(last, active + 1),
      ArrowUp: Math.max(0, active - 1),
    };
    const next = to[event.key];
    if (next !== undefined && last >= 0) point(next);
    else if (event.key === 'Enter') open(hits[active]);
    else if (event.key === 'Escape' && query !== '') ask('');
    else return;
    event.preventDefault();
  };

  return (
    <Page
      title={t('search.title')}
      toolbar={
        <div className={classes.tools}>
          <TextInput
            ref={fieldRef}
            value={query}
            size="md"
            role="combobox"
            aria-label={t('search.placeholder')}
            aria-expanded={hits.length > 0}
            aria-controls={listId}
            aria-activedescendant={hits.length > 0 ? `${listId}-${active}` : undefined}
            aria-autocomplete="list"
            placeholder={t('search.placeholder')}
            spellCheck={false}
            autoComplete="off"
            leftSection={<IconSearch size={18} stroke={1.5} />}
            rightSection={
              query !== '' && (
                <ActionIcon aria-label={t('search.clear')} onClick={() => ask('')}>
                  <IconX size={16} />
                </ActionIcon>
              )
            }
            onChange={(event) => ask(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          {answered && (
            <Kinds
              answer={answered.answer}
              kind={kind}
              onKind={(next) => {
                setKind(next);
                setActive(0);
              }}
            />
          )}
          {asked && progress.state === 'reading' && (
            <Group gap="xs" role="status">
              <Loader size={14} />
              <Text size="xs" c="dimmed">
                {t('search.reading', { share: progress.share })}
              </Text>
            </Group>
          )}
          {(problem ?? (progress.state === 'failed' ? progress.problem : null)) && (
            <Alert color="red">
              {describeProblem(
                t,
                problem ?? (progress.state === 'failed' ? progress.problem : { code: '', params: {} }),
              )}
            </Alert>
          )}
        </div>
      }
    >
      {!asked && (
        <EmptyState icon={IconSearch} title={t('search.empty.title')}>
          {t('search.empty.text')}
          <Examples
            onTry={(example) => {
              ask(example);
              fieldRef.current?.focus();
            }}
          />
        </EmptyState>
      )}
      {answered && hits.length === 0 && progress.state !== 'reading' && (
        <Nothing query={answered.request.query.trim()} onClear={() => ask('')} />
      )}
      <div id={listId} role="listbox" aria-label={t('search.results')} className={classes.list}>
        {hits.map((hit, index) => (
          <div key={`${hit.kind}:${hit.id}`} role="presentation">
            {!hit.complete && (index === 0 || hits[index - 1]?.complete) && (
              <div className={classes.divider}>
                {t(index === 0 ? 'search.partial.none' : 'search.partial.more')}
              </div>
            )}
            <HitRow
              hit={hit}
              id={`${listId}-${index}`}
              active={index === active}
              onPoint={() => setActive(index)}
              onOpen={() => open(hit)}
            />
          </div>
        ))}
      </div>
      {hits.length >= limit && (
        <Button variant="default" mt="md" onClick={() => setLimit(limit + PAGE)}>
          {t('search.more')}
        </Button>
      )}
    </Page>
  );
}

/** How many of each kind; choosing one lists that kind alone. */
function Kinds({
  answer: { counts, total, searched },
  kind,
  onKind,
}: {
  answer: Answer;
  kind: DocumentKind | 'all';
  onKind: (kind: DocumentKind | 'all') => void;
}) {
  const { t } = useSpeech();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = DOCUMENT_KINDS.filter((one) => counts[one] > 0 || one === kind);
  return (
    <Group gap="sm">
      <Chip.Group value={kind} onChange={(value) => onKind(value as DocumentKind | 'all')}>
        <Group gap={6} role="radiogroup" aria-label={t('search.kinds')}>
          {(['all', ...shown] as const).map((one) => (
            <Chip key={one} value={one} size="xs" variant="light">
              {t(`search.kinds.${one}`, { count: one === 'all' ? all : counts[one] })}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Text size="xs" c="dimmed" aria-live="polite">
        {t('search.count', { total, searched })}
      </Text>
    </Group>
  );
}

/** What to try when nothing was found, as it fits what was asked. */
function Nothing({ query, onClear }: { query: string; onClear: () => void }) {
  const { t } = useSpeech();
  const { clauses, filters } = parseQuery(query, false);
  return (
    <EmptyState
      icon={IconSearchOff}
      title={t('search.none.title')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('search.none.clear')}
        </Button>
      }
    >
      {t('search.none.text', { query })}
      <List size="sm" mt="xs" ta="start">
        {clauses.some(({ phrase }) => phrase) && <List.Item>{t('search.none.quotes')}</List.Item>}
        {filters.length > 0 && <List.Item>{t('search.none.filters')}</List.Item>}
        <List.Item>{t('search.none.beginning')}</List.Item>
      </List>
    </EmptyState>
  );
}

/** The query stands in the address, so that going back finds the same results again. */
function useQueryInAddress(): [string, (query: string) => void] {
  const [params] = useSearchParams();
  const addressed = params.get('q') ?? '';
  const [query, setQuery] = useState(addressed);
  const written = useRef(addressed);

  useEffect(() => {
    // Somebody else led here: a link to what a person said, or going back.
    if (addressed === written.current) return;
    written.current = addressed;
    setQuery(addressed);
  }, [addressed]);

  useEffect(() => {
    if (query === written.current) return;
    const timer = setTimeout(() => {
      written.current = query;
      const link = links.search(query);
      navigate(link.includes('?') ? link : `${link}?`, { replace: true });
    }, REST);
    return () => clearTimeout(timer);
  }, [query]);

  return [query, setQuery];
}
