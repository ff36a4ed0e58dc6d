import { Button, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Hit, SearchRequest, Sort } from '#shared/search/request.ts';
import { useObservable } from '../../platform/observable.ts';
import { useCommands } from '../../ui/commands.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { searchGrouped, searchSynonyms } from '../../ui/search-preferences.ts';
import { retry } from '../../workers/search/service.ts';
import { type Asked, isAsked, NOTHING_ASKED, type Ticked, withFacet } from './asked.ts';
import { ChosenPills } from './chosen-pills.tsx';
import { fieldCommands, listCommands, walkCommands } from './commands.ts';
import { exactly } from './exactly.ts';
import { Examples } from './examples.tsx';
import { Facets } from './facets.tsx';
import { setSearchField } from './focus.ts';
import { keyOf, laidOut } from './layout.ts';
import { Notes } from './notes.tsx';
import { Nothing } from './nothing.tsx';
import { linkOf } from './open-hit.ts';
import { Part } from './part.tsx';
import { QueryField } from './query-field.tsx';
import { ResultBar } from './result-bar.tsx';
import { resultHandlers } from './result-keys.ts';
import { Results } from './results.tsx';
import { SavedList } from './saved-list.tsx';
import { SavedMenu } from './saved-menu.tsx';
import classes from './search.module.css';
import { ALL_TICKED, isTicked, NONE_TICKED, type Ticks, ticked, tickedOf } from './selection.ts';
import { Progress } from './status.tsx';
import { SyntaxHelp } from './syntax-help.tsx';
import { useAnswer, useSearchStatus } from './use-answer.ts';
import { useAsked } from './use-asked.ts';
import { useHitActs } from './use-hit-acts.tsx';
import { useLooking } from './use-looking.ts';
import { useSaved } from './use-saved.ts';
import { useStable } from './use-stable.ts';
import { useWholeGroups } from './use-whole-groups.ts';

/** How many more results each wish for more brings. */
const PAGE = 50;

/** Kinds that are no words of anybody: where they alone are asked for, they are the list. */
const WAYS = ['issue', 'person', 'dialogue'];

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
  const { limit, folded, unfolded } = looking;
  const request = useMemo<SearchRequest | null>(
    () =>
      isAsked(asked)
        ? {
            query: asked.query,
            chosen: asked.chosen,
            sort: asked.sort,
            synonyms,
            typing: true,
            language,
            limit,
          }
        : null,
    [asked, synonyms, language, limit],
  );
  const { answered, problem, again } = useAnswer(request);
  const answer = answered?.answer ?? null;
  const whole = useWholeGroups(request, unfolded);
  const kinds = asked.chosen.kind ?? [];
  const waysOnly = kinds.length > 0 && kinds.every((kind) => WAYS.includes(kind));
  const shown = useMemo(
    () => answer && laidOut(answer, { grouped, waysOnly, folded, unfolded, wholeOf: (id) => whole.get(id) }),
    [answer, grouped, waysOnly, folded, unfolded, whole],
  );
  const walk = shown?.walk ?? [];
  const standing = walk.findIndex((hit) => keyOf(hit) === looking.active);
  const active = standing < 0 ? 0 : standing;
  const activeHit = walk[active];
  const activeId = activeHit && `${listId}-${keyOf(activeHit)}`;
  const turns = kinds.length === 0 || kinds.includes('turn') ? (answer?.counts.turn ?? 0) : 0;
  const chosenTurns = tickedOf(ticks, turns);

  useEffect(() => {
    setSearchField(field.current);
    field.current?.focus();
    field.current?.select();
    return () => setSearchField(null);
  }, []);

  // Coming back finds the results as they were left.
  const current = answered !== null && answered.request === request;
  useLayoutEffect(() => (current ? restore() : undefined), [current, restore]);
  const opensFirst = useRef(false);

  const askFor = useCallback(
    (next: Partial<Asked>, how: 'typing' | 'step' | 'replace') => {
      opensFirst.current = false;
      lookAfresh();
      setTicks(NONE_TICKED);
      ask(next, how);
    },
    [ask, lookAfresh],
  );
  const toField = (): void => field.current?.focus();
  const run = (saved: Asked) => {
    askFor(saved, 'step');
    toField();
  };
  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    leaveAt(keyOf(hit));
    settle();
    go(linkOf(hit, language, asked.query.trim()));
  };
  const openActive = (): void => {
    // A quick hand types and presses Enter before the answer is there: the answer's first is meant.
    if (current) open(activeHit);
    else opensFirst.current = true;
  };
  const point = (index: number): void => {
    const hit = walk[index];
    if (!hit) return;
    setLooking((before) => ({ ...before, active: keyOf(hit) }));
    // The first one shows what stands above it, too.
    if (index === 0) list.current?.scrollTo({ top: 0 });
    else rowOf(keyOf(hit))?.scrollIntoView({ block: 'nearest' });
  };
  const acts = useHitActs({
    request,
    ticks,
    ticked: chosenTurns,
    known: () => [
      ...(answer?.hits ?? []),
      ...(answer?.groups ?? []).flatMap(({ hits }) => hits),
      ...[...whole.values()].flat(),
    ],
    open: (hit) => open(hit),
    tick: (hit, on) => setTicks((before) => ticked(before, hit.id, on)),
    narrow: ({ dialogue }) =>
      dialogue && askFor({ chosen: withFacet(asked.chosen, 'dialogue', [dialogue.id]) }, 'step'),
  });
  const menuAtRow = (hit: Hit | undefined) => {
    const box = hit && rowOf(keyOf(hit))?.getBoundingClientRect();
    if (!box) return;
    const at = { x: box.left + 40, y: Math.min(box.bottom, window.innerHeight - 40) };
    acts.menu(hit, at);
  };
  useEffect(() => {
    if (!current || !opensFirst.current) return;
    opensFirst.current = false;
    open(activeHit);
  });

  // Handlers that never change, so that what is shown is drawn anew for its own news alone.
  const on = useStable({
    open,
    point: (hit: Hit) => setLooking((before) => ({ ...before, active: keyOf(hit) })),
    tick: (hit: Hit, tickIt: boolean) => setTicks((before) => ticked(before, hit.id, tickIt)),
    menu: acts.menu,
    choose: (chosen: Ticked) => askFor({ chosen }, 'step'),
    sort: (sort: Sort) => askFor({ sort }, 'step'),
    synonyms: (wanted: boolean) => {
      searchSynonyms.set(wanted);
      askFor({ synonyms: null }, 'replace');
    },
    exactly: (words: readonly string[]) => askFor({ query: exactly(asked.query, words) }, 'step'),
    fold: (id: string, fold: boolean) =>
      setLooking((before) => ({ ...before, folded: withOne(before.folded, id, fold) })),
    unfold: (id: string, unfold: boolean) =>
      setLooking((before) => ({ ...before, unfolded: withOne(before.unfolded, id, unfold) })),
    moreWays: () => askFor({ chosen: withFacet(asked.chosen, 'kind', WAYS) }, 'step'),
    tickAll: (all: boolean) => setTicks(all ? ALL_TICKED : NONE_TICKED),
    code: acts.code,
    drawer: () => setDrawer(true),
    clear: () => {
      askFor({ ...NOTHING_ASKED, sort: asked.sort }, 'step');
      toField();
    },
    tryOut: (query: string) => {
      askFor({ query, chosen: {} }, 'step');
      toField();
    },
  });
  const tickedOrNull = useCallback((hit: Hit) => isTicked(ticks, hit), [ticks]);

  const handlers = resultHandlers({
    rows: walk.length,
    active,
    point,
    open: openActive,
    code: () => acts.codeTicked(activeHit),
    evidence: () => activeHit?.kind === 'turn' && acts.takeAsEvidence(activeHit),
    menu: () => menuAtRow(activeHit),
    isTicked: (index) => (walk[index] ? isTicked(ticks, walk[index]) : null),
    tick: (index, tickIt) => walk[index] && on.tick(walk[index], tickIt),
    tickAll: () => setTicks(ALL_TICKED),
    canClear: asked.query !== '',
    clear: on.clear,
    leave: () => (chosenTurns > 0 ? setTicks(NONE_TICKED) : toField()),
  });
  const onFieldKey = useCommands(
    { ...walkCommands, ...fieldCommands },
    { ...handlers.walk, ...handlers.field },
  );
  const onListKey = useCommands({ ...walkCommands, ...listCommands }, { ...handlers.walk, ...handlers.list });

  const asking = isAsked(asked);
  // What it is named after may come a moment behind the typing.
  const useful = useDeferredValue(asked);
  // The rows come first, what they can be narrowed by a moment later: no key waits for both.
  const counted = useDeferredValue(answer);
  const nothing = answered !== null && answered.answer.hits.length === 0 && progress.state !== 'reading';

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
              again();
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
      {asking && answer && (
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
            <div
              ref={list}
              className={classes.scroller}
              onScroll={(event) => onScroll(event.currentTarget.scrollTop)}
            >
              {nothing && (
                <Nothing
                  request={answered.request}
                  chosen={asked.chosen}
                  onChosen={on.choose}
                  onSynonyms={on.synonyms}
                  onClear={on.clear}
                />
              )}
              {/* Walked by the field's keys, and by its own once it has the focus. */}
              {shown && walk.length > 0 && (
                <Part
                  id={listId}
                  role="grid"
                  tabIndex={0}
                  aria-label={t('search.results')}
                  aria-multiselectable
                  aria-activedescendant={activeId}
                  className={classes.list}
                  // What stands in a row has keys of its own.
                  onKeyDown={(event) => event.target === event.currentTarget && onListKey(event)}
                >
                  <Results
                    shown={shown}
                    listId={listId}
                    active={activeHit ? keyOf(activeHit) : null}
                    isTicked={tickedOrNull}
                    acts={on}
                    onFold={on.fold}
                    onUnfold={on.unfold}
                    onMoreWays={on.moreWays}
                  />
                </Part>
              )}
              {answer.hits.length >= limit && (
                <Button
                  variant="default"
                  size="xs"
                  m="sm"
                  onClick={() => setLooking((before) => ({ ...before, limit: before.limit + PAGE }))}
                >
                  {t('search.more')}
                </Button>
              )}
            </div>
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

function withOne(ids: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}
