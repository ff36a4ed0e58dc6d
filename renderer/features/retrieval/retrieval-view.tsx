import { Alert, Badge, Button, Group, Loader, Tabs, Text } from '@mantine/core';
import { IconFilterOff, IconFilterSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { z } from 'zod';
import { describeProblem } from '#shared/i18n/index.ts';
import type { Problem } from '#shared/model/problem.ts';
import { EMPTY_QUERY, VIEW_FORMS } from '#shared/model/view.ts';
import { isEmptyQuery } from '#shared/retrieval/address.ts';
import { crossOf, type RetrievalRequest, type SheetSort } from '#shared/retrieval/retriever.ts';
import { sentenceOf } from '#shared/retrieval/sentence.ts';
import { SHEET_COLUMNS } from '#shared/retrieval/sheet.ts';
import { useKept } from '../../store/index.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { Builder } from './builder.tsx';
import { CoverageView } from './coverage-view.tsx';
import { CrossView } from './cross-view.tsx';
import { ResultList } from './result-list.tsx';
import { ResultTable } from './result-table.tsx';
import classes from './retrieval.module.css';
import { SaturationView } from './saturation-view.tsx';
import { retryRetrieval } from './service.ts';
import { type Ask, type Asked, useQuery } from './use-query.ts';
import { type Answered, type Retrieval, useAnswer, useRetrieval } from './use-retrieval.ts';
import { isChanged, ViewsMenu } from './views-menu.tsx';

const KeptSort = z.object({ column: z.enum(SHEET_COLUMNS), down: z.boolean() }).nullable();

/** What was said, asked for by issue, speaker, dialogue, advice and coder; as a list, as tables, as pictures. */
export default function RetrievalView() {
  const { t } = useSpeech();
  const { retrieval, problem } = useRetrieval();
  const [asked, ask] = useQuery();
  if (problem) return <Failure problem={problem} />;
  if (!retrieval) return <Loader m="xl" aria-label={t('retrieval.title')} />;
  return <OpenRetrieval retrieval={retrieval} asked={asked} onAsk={ask} />;
}

interface OpenProps {
  readonly retrieval: Retrieval;
  readonly asked: Asked;
  readonly onAsk: Ask;
}

function OpenRetrieval({ retrieval, asked, onAsk }: OpenProps) {
  const { t, language } = useSpeech();
  const { frame, names, words, views } = retrieval;
  const [sort, setSort] = useKept<SheetSort | null>('passages.sort', KeptSort, null);
  const { query, form } = asked;
  const request = useMemo<RetrievalRequest>(
    () => ({ query, form, sort, language }),
    [query, form, sort, language],
  );
  // Ticking a box shows at once; the results follow.
  const { answered, pending, problem } = useAnswer(request);
  const view = views.find(({ id }) => id === asked.viewId);
  const sentence = useMemo(() => sentenceOf(query, names, words), [query, names, words]);
  const nothingYet = frame.passages === 0;

  return (
    <Page
      title={t('retrieval.title')}
      aside={
        view && (
          <Badge variant={isChanged(view, asked) ? 'outline' : 'light'}>
            {isChanged(view, asked) ? t('retrieval.view.changed', { name: view.name }) : view.name}
          </Badge>
        )
      }
      description={nothingYet ? t('retrieval.description') : <span data-testid="sentence">{sentence}</span>}
      actions={!nothingYet && <ViewsMenu asked={asked} views={views} onAsk={onAsk} />}
      toolbar={
        !nothingYet && (
          <div className={classes.tools}>
            <Builder query={asked.query} retrieval={retrieval} onAsk={onAsk} />
            <Tabs
              value={asked.form}
              onChange={(form) => onAsk({ form: VIEW_FORMS.find((one) => one === form) ?? 'list' })}
            >
              <Tabs.List aria-label={t('retrieval.forms')}>
                {VIEW_FORMS.map((form) => (
                  <Tabs.Tab key={form} value={form}>
                    {t(`retrieval.form.${form}`)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
            </Tabs>
            <Text
              size="xs"
              c="dimmed"
              role="status"
              aria-busy={pending || undefined}
              data-testid="find-count"
            >
              {answered && t('retrieval.count', { ...answered.answer.counts })}
            </Text>
          </div>
        )
      }
    >
      {nothingYet ? (
        <EmptyState
          icon={IconFilterSearch}
          title={t('retrieval.empty.title')}
          action={<Button onClick={() => go(links.dialogues())}>{t('retrieval.empty.toDialogues')}</Button>}
        >
          {t('retrieval.empty.text')}
        </EmptyState>
      ) : problem ? (
        <Failure problem={problem} />
      ) : !answered ? (
        <Loader size="sm" m="md" />
      ) : answered.answer.counts.finds === 0 && answered.request.form !== 'coverage' ? (
        <EmptyState
          icon={IconFilterOff}
          title={t('retrieval.none.title')}
          action={
            !isEmptyQuery(asked.query) && (
              <Button variant="default" onClick={() => onAsk({ query: EMPTY_QUERY })}>
                {t('retrieval.clear')}
              </Button>
            )
          }
        >
          {t('retrieval.none.text')}
        </EmptyState>
      ) : (
        <Results answered={answered} retrieval={retrieval} onAsk={onAsk} sort={sort} onSort={setSort} />
      )}
    </Page>
  );
}

interface ResultsProps {
  readonly answered: Answered;
  readonly retrieval: Retrieval;
  readonly onAsk: Ask;
  readonly sort: SheetSort | null;
  readonly onSort: (sort: SheetSort | null) => void;
}

function Results({ answered, retrieval, onAsk, sort, onSort }: ResultsProps) {
  const { request, answer } = answered;
  const { form, query } = request;
  const table = useMemo(() => answer.cross && crossOf(answer.cross), [answer]);
  const more = { request, retrieval, onAsk };
  if (form === 'list') return <ResultList answered={answered} retrieval={retrieval} />;
  if (form === 'table')
    return <ResultTable answered={answered} retrieval={retrieval} sort={sort} onSort={onSort} />;
  if (form === 'coverage')
    return answer.coverage && <CoverageView groups={answer.coverage} query={query} {...more} />;
  if (form === 'saturation')
    return answer.saturation && <SaturationView steps={answer.saturation} {...more} />;
  return table && <CrossView form={form} table={table} {...more} />;
}

function Failure({ problem }: { problem: Problem }) {
  const { t } = useSpeech();
  return (
    <Alert color="red" m="md" role="alert">
      <Group justify="space-between" gap="md">
        <Text size="sm">{describeProblem(t, problem)}</Text>
        <Button size="xs" variant="default" onClick={retryRetrieval}>
          {t('retrieval.again')}
        </Button>
      </Group>
    </Alert>
  );
}
