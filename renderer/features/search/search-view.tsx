import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Hit } from '#shared/search/request.ts';
import { useObservable } from '../../platform/observable.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { searchGrouped, searchSynonyms } from '../../ui/search-preferences.ts';
import { retry } from '../../workers/search/service.ts';
import { type Asked, isAsked, withFacet } from './asked.ts';
import { ChosenPills } from './chosen-pills.tsx';
import { Examples } from './examples.tsx';
import { Facets } from './facets.tsx';
import { setSearchField } from './focus.ts';
import { keyOf } from './layout.ts';
import { Notes } from './notes.tsx';
import { linkOf } from './open-hit.ts';
import { QueryField } from './query-field.tsx';
import { ResultBar } from './result-bar.tsx';
import { ResultList } from './result-list.tsx';
import { SavedList } from './saved-list.tsx';
import { SavedMenu } from './saved-menu.tsx';
import classes from './search.module.css';
import { isTicked, NONE_TICKED, type Ticks, ticked, tickedOf } from './selection.ts';
import { Progress } from './status.tsx';
import { SyntaxHelp } from './syntax-help.tsx';
import { useActiveHit } from './use-active-hit.ts';
import { useSearchStatus } from './use-answer.ts';
import { useAsked } from './use-asked.ts';
import { useHitActs } from './use-hit-acts.tsx';
import { useLooking } from './use-looking.ts';
import { useResultKeys } from './use-result-keys.ts';
import { useResults } from './use-results.ts';
import { useSaved } from './use-saved.ts';
import { useSearchActs } from './use-search-acts.ts';

/** Everything that was said, advised, named: found by words, and opened at them. */
export default function SearchView() {
  const { t, language } = useSpeech();
  const { asked, ask, settle, address, arrivals } = useAsked();
  const usual = useObservable(searchSynonyms.value);
  const grouped = useObservable(searchGrouped.value);
  const synonyms = asked.synonyms ?? usual;
  const [ticks, setTicks] = useState<Ticks>(NONE_TICKED);
  const [drawer, setDrawer] = useState(false);
  const narrow = useMediaQuery('(max-width: 1100px)', window.innerWidth <= 1100, {
    getInitialValueInEffect: false,
  });
  const { progress } = useSearchStatus();
  const searches = useSaved() ?? [];
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();

  const rowOf = useCallback((key: string) => document.getElementById(`${listId}-${key}`), [listId]);
  const { looking, setLooking, lookAfresh, leaveAt, onScroll, restore } = useLooking(
    address,
    arrivals,
    list,
    rowOf,
  );
  const results = useResults({ asked, synonyms, grouped, language, looking });
  const { request, answered, answer, current, problem, shown, turns } = results;
  const walk = shown?.walk ?? [];
  const chosenTurns = tickedOf(ticks, turns);

  useEffect(() => {
    setSearchField(field.current);
    field.current?.focus();
    field.current?.select();
    return () => setSearchField(null);
  }, []);

  // Coming back finds the results as they were left.
  useLayoutEffect(() => (current ? restore() : undefined), [current, restore]);

  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    leaveAt(keyOf(hit));
    settle();
    go(linkOf(hit, language, asked.query.trim()));
  };
  const at = useActiveHit({ walk, current, looking, setLooking, list, rowOf, open });
  const { activeHit, cancelOpening } = at;
  const activeId = activeHit && `${listId}-${keyOf(activeHit)}`;

  const askFor = useCallback(
    (next: Partial<Asked>, how: 'typing' | 'step' | 'replace') => {
      cancelOpening();
      lookAfresh();
      setTicks(NONE_TICKED);
      ask(next, how);
    },
    [ask, lookAfresh, cancelOpening],
  );
  const toField = (): void => field.current?.focus();
  const run = (saved: Asked) => {
    askFor(saved, 'step');
    toField();
  };
  const acts = useHitActs({
    request,
    ticks,
    ticked: chosenTurns,
    known: results.known,
    open: (hit) => open(hit),
    tick: (hit, on) => setTicks((before) => ticked(before, hit.id, on)),
    narrow: ({ dialogue }) =>
      dialogue && askFor({ chosen: withFacet(asked.chosen, 'dialogue', [dialogue.id]) }, 'step'),
  });
  const openDrawer = () => setDrawer(true);
  const on = useSearchActs({ asked, askFor, open, setLooking, setTicks, acts, openDrawer, toField });
  const tickedOrNull = useCallback((hit: Hit) => isTicked(ticks, hit), [ticks]);

  const { onFieldKey, onListKey } = useResultKeys({
    ...at,
    walk,
    rowOf,
    ticks,
    ticked: chosenTurns,
    query: asked.query,
    acts,
    on,
    toField,
  });

  const asking = isAsked(asked);
  // What it is named after may come a moment behind the typing.
  const useful = useDeferredValue(asked);
  // The rows come first, what they can be narrowed by a moment later: no key waits for both.
  const counted = useDeferredValue(answer);

  return (
    <Page
      fill
      title={t('search.title')}
      actions={<SavedMenu searches={searches} asked={useful} onRun={run} />}
      toolbar={
        <div className={classes.tools}>
          <QueryField
            ref={field}
            query={asked.query}
            listId={listId}
            activeId={activeId}
            help={<SyntaxHelp onTry={on.tryOut} />}
            onQuery={(query) => askFor({ query }, 'typing')}
            onClear={on.clear}
            onKeyDown={onFieldKey}
          />
          <Progress
            asked={asking}
            problem={problem}
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
          <SavedList searches={searches} onRun={run} />
          <EmptyState icon={IconSearch} title={t('search.empty.title')}>
            {t('search.empty.text')}
            <Examples onTry={on.tryOut} />
          </EmptyState>
        </div>
      )}
      {asking && answered && answer && (
        <div className={classes.columns}>
          {!narrow && (
            <aside className={classes.side} aria-label={t('search.facets')}>
              <Facets answer={counted} chosen={asked.chosen} onChosen={on.choose} />
            </aside>
          )}
          <div className={classes.main}>
            <div className={classes.above}>
              <ChosenPills answer={answer} chosen={asked.chosen} onChosen={on.choose} />
              <Notes answer={answer} synonyms={synonyms} onSynonyms={on.synonyms} onExactly={on.exactly} />
              <ResultBar
                answer={answer}
                chosen={asked.chosen}
                sort={asked.sort}
                turns={turns}
                ticked={chosenTurns}
                onTickAll={on.tickAll}
                onCode={on.code}
                onSort={on.sort}
                onFacets={narrow ? on.drawer : null}
              />
            </div>
            <ResultList
              list={list}
              listId={listId}
              answered={answered}
              chosen={asked.chosen}
              shown={shown}
              activeHit={activeHit}
              activeId={activeId}
              reading={progress.state === 'reading'}
              limit={looking.limit}
              isTicked={tickedOrNull}
              on={on}
              onScroll={onScroll}
              onKeyDown={onListKey}
            />
          </div>
        </div>
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
      {acts.dialogs}
    </Page>
  );
}
