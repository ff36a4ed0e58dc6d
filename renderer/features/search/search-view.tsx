import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import type { Answer } from '#shared/search/request.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { Page } from '../../ui/page.tsx';
import { retry } from '../../workers/search/service.ts';
import { isAsked } from './asked.ts';
import { ChosenPills } from './chosen-pills.tsx';
import { Examples } from './examples.tsx';
import { Facets } from './facets.tsx';
import { Notes } from './notes.tsx';
import { QueryField } from './query-field.tsx';
import { ResultBar } from './result-bar.tsx';
import { ResultList } from './result-list.tsx';
import { SavedList } from './saved-list.tsx';
import { SavedMenu } from './saved-menu.tsx';
import classes from './search.module.css';
import { Progress } from './status.tsx';
import { SyntaxHelp } from './syntax-help.tsx';
import { type Answered, useSearchStatus } from './use-answer.ts';
import { useSaved } from './use-saved.ts';
import { type Search, useSearch } from './use-search.ts';

/** Everything that was said, advised, named: found by words, and opened at them. */
export default function SearchView() {
  const { t } = useSpeech();
  const [drawer, setDrawer] = useState(false);
  const narrow = useMediaQuery('(max-width: 1100px)', window.innerWidth <= 1100, {
    getInitialValueInEffect: false,
  });
  const { progress } = useSearchStatus();
  const searches = useSaved() ?? [];
  const search = useSearch(() => setDrawer(true));
  const { asked, results, on } = search;
  const { answered, answer } = results;

  const asking = isAsked(asked);
  // What it is named after may come a moment behind the typing.
  const useful = useDeferredValue(asked);
  // The rows come first, what they can be narrowed by a moment later: no key waits for both.
  const counted = useDeferredValue(answer);

  return (
    <Page
      fill
      title={t('search.title')}
      actions={<SavedMenu searches={searches} asked={useful} onRun={search.run} />}
      toolbar={
        <div className={classes.tools}>
          <QueryField
            ref={search.field}
            query={asked.query}
            listId={search.listId}
            activeId={search.activeId}
            help={<SyntaxHelp onTry={on.tryOut} />}
            onQuery={(query) => search.askFor({ query }, 'typing')}
            onClear={on.clear}
            onKeyDown={search.onFieldKey}
          />
          <Progress
            asked={asking}
            problem={results.problem}
            onAgain={() => {
              if (progress.state === 'failed') retry();
              results.again();
            }}
          />
        </div>
      }
    >
      {!asking && (
        <div className={classes.empty}>
          <SavedList searches={searches} onRun={search.run} />
          <EmptyState icon={IconSearch} title={t('search.empty.title')}>
            {t('search.empty.text')}
            <Examples onTry={on.tryOut} />
          </EmptyState>
        </div>
      )}
      {asking && answered && (
        <Found
          search={search}
          answered={answered}
          counted={counted}
          narrow={narrow === true}
          reading={progress.state === 'reading'}
        />
      )}
      <Drawer
        opened={drawer && narrow === true}
        onClose={() => setDrawer(false)}
        size={320}
        title={t('search.facets')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Facets untitled answer={counted} chosen={asked.chosen} onChosen={on.choose} />
      </Drawer>
      {search.dialogs}
    </Page>
  );
}

interface FoundProps {
  readonly search: Search;
  readonly answered: Answered;
  /** The answer that the facets count. */
  readonly counted: Answer | null;
  /** There is no room for the facets beside the results. */
  readonly narrow: boolean;
  /** The index is still being read. */
  readonly reading: boolean;
}

/** What was found, what is to be said of it, and what it can be narrowed by. */
function Found({ search, answered, counted, narrow, reading }: FoundProps) {
  const { t } = useSpeech();
  const { asked, results, on } = search;
  const { answer } = answered;
  return (
    <div className={classes.columns}>
      {!narrow && (
        <aside className={classes.side} aria-label={t('search.facets')}>
          <Facets answer={counted} chosen={asked.chosen} onChosen={on.choose} />
        </aside>
      )}
      <div className={classes.main}>
        <div className={classes.above}>
          <ChosenPills answer={answer} chosen={asked.chosen} onChosen={on.choose} />
          <Notes answer={answer} synonyms={search.synonyms} onSynonyms={on.synonyms} onExactly={on.exactly} />
          <ResultBar
            answer={answer}
            chosen={asked.chosen}
            sort={asked.sort}
            turns={results.turns}
            ticked={search.chosenTurns}
            onTickAll={on.tickAll}
            onCode={on.code}
            onSort={on.sort}
            onFacets={narrow ? on.drawer : null}
          />
        </div>
        <ResultList
          list={search.list}
          listId={search.listId}
          answered={answered}
          chosen={asked.chosen}
          shown={results.shown}
          activeHit={search.activeHit}
          activeId={search.activeId}
          reading={reading}
          limit={search.looking.limit}
          isTicked={search.isTicked}
          on={on}
          onScroll={search.onScroll}
          onKeyDown={search.onListKey}
        />
      </div>
    </div>
  );
}
