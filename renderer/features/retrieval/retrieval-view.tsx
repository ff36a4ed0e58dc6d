import { Badge, Button, Loader, Tabs, Text } from '@mantine/core';
import { IconFilterOff, IconFilterSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo } from 'react';
import { EMPTY_QUERY, VIEW_FORMS, type ViewForm } from '#shared/model/view.ts';
import { isEmptyQuery } from '#shared/retrieval/address.ts';
import { type Find, findPassages } from '#shared/retrieval/find.ts';
import { sentenceOf } from '#shared/retrieval/sentence.ts';
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
import { type Ask, type Asked, useQuery } from './use-query.ts';
import { type Retrieval, useRetrieval } from './use-retrieval.ts';
import { isChanged, ViewsMenu } from './views-menu.tsx';

/** What was said, asked for by issue, speaker, dialogue, advice and coder; as a list, as tables, as pictures. */
export function RetrievalView() {
  const { t } = useSpeech();
  const retrieval = useRetrieval();
  const [asked, ask] = useQuery();
  if (!retrieval) return <Loader m="xl" aria-label={t('retrieval.title')} />;
  return <OpenRetrieval retrieval={retrieval} asked={asked} onAsk={ask} />;
}

interface OpenProps {
  readonly retrieval: Retrieval;
  readonly asked: Asked;
  readonly onAsk: Ask;
}

function OpenRetrieval({ retrieval, asked, onAsk }: OpenProps) {
  const { t } = useSpeech();
  const { index, words, views } = retrieval;
  // Ticking a box answers at once; the results follow when there is time.
  const query = useDeferredValue(asked.query);
  const finds = useMemo(() => findPassages(index, query), [index, query]);
  const view = views.find(({ id }) => id === asked.viewId);
  const sentence = useMemo(() => sentenceOf(asked.query, index, words), [asked.query, index, words]);
  const nothingYet = index.entries.length === 0;

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
            <Text size="xs" c="dimmed" role="status" data-testid="find-count">
              {t('retrieval.count', countsOf(finds))}
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
      ) : finds.length === 0 && asked.form !== 'coverage' ? (
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
        <Results form={asked.form} finds={finds} retrieval={retrieval} query={query} onAsk={onAsk} />
      )}
    </Page>
  );
}

interface ResultsProps {
  readonly form: ViewForm;
  readonly finds: readonly Find[];
  readonly retrieval: Retrieval;
  readonly query: Asked['query'];
  readonly onAsk: Ask;
}

function Results({ form, finds, ...more }: ResultsProps) {
  switch (form) {
    case 'list':
      return <ResultList finds={finds} retrieval={more.retrieval} />;
    case 'table':
      return <ResultTable finds={finds} retrieval={more.retrieval} />;
    case 'issues':
    case 'speakers':
    case 'dialogues':
      return <CrossView form={form} {...more} />;
    case 'coverage':
      return <CoverageView {...more} />;
    case 'saturation':
      return <SaturationView {...more} />;
  }
}

function countsOf(finds: readonly Find[]): Record<'finds' | 'turns' | 'dialogues' | 'speakers', number> {
  return {
    finds: finds.length,
    turns: new Set(finds.map(({ turn }) => turn.id)).size,
    dialogues: new Set(finds.map(({ dialogue }) => dialogue.id)).size,
    speakers: new Set(finds.flatMap(({ speakerId }) => speakerId ?? [])).size,
  };
}
