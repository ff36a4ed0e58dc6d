import { Button, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Hit, SearchRequest } from '#shared/search/request.ts';
import { TakeAsEvidence } from '../../acts/take-as-evidence.tsx';
import { useObservable } from '../../platform/observable.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { searchGrouped, searchSynonyms } from '../../ui/search-preferences.ts';
import { type Asked, isAsked, NOTHING_ASKED, type Ticked, withFacet } from './asked.ts';
import { ChosenPills } from './chosen-pills.tsx';
import { Coding } from './coding.tsx';
import { Examples } from './examples.tsx';
import { Facets } from './facets.tsx';
import { setSearchField } from './focus.ts';
import { HitMenu } from './hit-menu.tsx';
import type { RowActs } from './hit-row.tsx';
import { keyOf, laidOut } from './layout.ts';
import { FRESH, type Looking, recall, remember } from './memory.ts';
import { Notes } from './notes.tsx';
import { Nothing } from './nothing.tsx';
import { linkOf } from './open-hit.ts';
import { Part } from './part.tsx';
import { placeOf } from './places.ts';
import { QueryField } from './query-field.tsx';
import { ResultBar } from './result-bar.tsx';
import { resultKeys } from './result-keys.ts';
import { Results } from './results.tsx';
import { SavedList, SavedMenu, useSaved } from './saved.tsx';
import classes from './search.module.css';
import { ALL_TICKED, isTicked, NONE_TICKED, type Ticks, ticked, tickedOf } from './selection.ts';
import { retry } from './service.ts';
import { Progress } from './status.tsx';
import { SyntaxHelp } from './syntax-help.tsx';
import { useAnswer, useAnswers, useSearchStatus } from './use-answer.ts';
import { useAsked } from './use-asked.ts';
import { useCopyQuote } from './use-copy-quote.tsx';

/** How many more results each wish for more brings. */
const PAGE = 40;
/** Hits of one dialogue that are shown when all of them are asked for. */
const MOST_OF_GROUP = 200;

/** Kinds that are no words of anybody: where they alone are asked for, they are the list. */
const WAYS = ['issue', 'person', 'dialogue'];

/** A hit, and what is being done with it. */
type Doing =
  | { readonly what: 'menu'; readonly hit: Hit; readonly at: { readonly x: number; readonly y: number } }
  | { readonly what: 'evidence'; readonly turnId: string; readonly start: number; readonly end: number }
  | { readonly what: 'code'; readonly hits: readonly Hit[] | null };

/** Everything that was said, advised, named: found by words, and opened at them. */
export function SearchView() {
  const { t, language } = useSpeech();
  const attempt = useAttempt();
  const { asked, ask, settle, address, arrivals } = useAsked();
  const usual = useObservable(searchSynonyms.value);
  const grouped = useObservable(searchGrouped.value);
  const synonyms = asked.synonyms ?? usual;
  const [looking, setLooking] = useState<Looking>(() => recall(address));
  const [ticks, setTicks] = useState<Ticks>(NONE_TICKED);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [drawer, setDrawer] = useState(false);
  const narrow = useMediaQuery('(max-width: 1100px)', window.innerWidth <= 1100, {
    getInitialValueInEffect: false,
  });
  const { progress } = useSearchStatus();
  const searches = useSaved() ?? [];
  const { copy, dialog: leaks } = useCopyQuote();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();

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
  const latest = useRef(looking);
  latest.current = looking;
  const scrollTo = useRef<number | null>(looking.scrollTop);
  const scrollTop = useRef(looking.scrollTop);
  const place = useRef(address);
  const keep = useCallback(
    () => remember(place.current, { ...latest.current, scrollTop: scrollTop.current }),
    [],
  );
  useEffect(() => keep, [keep]);
  const arrived = useRef(arrivals);
  if (arrived.current !== arrivals) {
    arrived.current = arrivals;
    keep();
    const known = recall(address);
    scrollTo.current = known.scrollTop;
    setLooking(known);
    setTicks(NONE_TICKED);
  }
  useEffect(() => {
    place.current = address;
  }, [address]);
  useLayoutEffect(() => {
    if (scrollTo.current === null || !answered || answered.request !== request || !list.current) return;
    list.current.scrollTop = scrollTo.current;
    scrollTo.current = null;
  });

  const askFor = useCallback(
    (next: Partial<Asked>, how: 'typing' | 'step' | 'replace') => {
      keep();
      setLooking(FRESH);
      setTicks(NONE_TICKED);
      scrollTo.current = null;
      if (list.current) list.current.scrollTop = 0;
      ask(next, how);
    },
    [ask, keep],
  );
  const choose = (chosen: Ticked) => askFor({ chosen }, 'step');
  const clear = () => {
    askFor({ ...NOTHING_ASKED, sort: asked.sort }, 'step');
    field.current?.focus();
  };
  const tryOut = (query: string) => {
    askFor({ query, chosen: {} }, 'step');
    field.current?.focus();
  };
  const setSynonyms = (on: boolean) => {
    searchSynonyms.set(on);
    askFor({ synonyms: null }, 'replace');
  };
  const open = useCallback(
    (hit: Hit | undefined) => {
      if (!hit) return;
      setLooking((before) => ({ ...before, active: keyOf(hit) }));
      latest.current = { ...latest.current, active: keyOf(hit) };
      settle();
      go(linkOf(hit, language, asked.query.trim()));
    },
    [settle, language, asked.query],
  );
  const point = (index: number): void => {
    const hit = walk[index];
    if (!hit) return;
    setLooking((before) => ({ ...before, active: keyOf(hit) }));
    const row = document.getElementById(`${listId}-${keyOf(hit)}`);
    // The first one shows what stands above it, too.
    if (index === 0) list.current?.scrollTo({ top: 0 });
    else row?.scrollIntoView({ block: 'nearest' });
  };
  const tick = useCallback((hit: Hit, on: boolean) => setTicks((before) => ticked(before, hit.id, on)), []);
  const openRef = useRef(open);
  openRef.current = open;
  const acts = useMemo<RowActs>(
    () => ({
      open: (hit) => openRef.current(hit),
      point: (hit) => setLooking((before) => ({ ...before, active: keyOf(hit) })),
      tick,
      menu: (hit, at) => setDoing({ what: 'menu', hit, at }),
    }),
    [tick],
  );
  const tickedOrNull = useCallback((hit: Hit) => isTicked(ticks, hit), [ticks]);

  const takeAsEvidence = (hit: Hit) =>
    void attempt(async () => {
      const place = await placeOf(hit);
      if (place) setDoing({ what: 'evidence', ...place });
    });
  const copyQuote = (hit: Hit) =>
    void attempt(async () => {
      const place = await placeOf(hit);
      if (place) copy(place);
    });
  const codeChosen = () => setDoing({ what: 'code', hits: null });
  const codeHit = (hit: Hit | undefined) => {
    if (chosenTurns > 0) codeChosen();
    else if (hit?.kind === 'turn') setDoing({ what: 'code', hits: [hit] });
  };
  const menuAtRow = (hit: Hit | undefined) => {
    const box = activeId && document.getElementById(activeId)?.getBoundingClientRect();
    if (hit && box)
      setDoing({
        what: 'menu',
        hit,
        at: { x: box.left + 40, y: Math.min(box.bottom, window.innerHeight - 40) },
      });
  };

  const { onFieldKey, onListKey } = resultKeys({
    rows: walk.length,
    active,
    point,
    open: () => open(activeHit),
    code: () => codeHit(activeHit),
    evidence: () => activeHit?.kind === 'turn' && takeAsEvidence(activeHit),
    menu: () => menuAtRow(activeHit),
    isTicked: (index) => (walk[index] ? isTicked(ticks, walk[index]) : null),
    tick: (index, on) => walk[index] && tick(walk[index], on),
    tickAll: () => setTicks(ALL_TICKED),
    clear: () => {
      if (asked.query === '') return false;
      clear();
      return true;
    },
    leave: () => (chosenTurns > 0 ? setTicks(NONE_TICKED) : field.current?.focus()),
  });

  const asking = isAsked(asked);
  const nothing = answered !== null && answered.answer.hits.length === 0 && progress.state !== 'reading';
  const run = (saved: Asked) => {
    askFor(saved, 'step');
    field.current?.focus();
  };

  return (
    <Page
      fill
      title={t('search.title')}
      actions={<SavedMenu searches={searches} asked={asked} onRun={run} />}
      toolbar={
        <div className={classes.tools}>
          <QueryField
            ref={field}
            query={asked.query}
            listId={listId}
            activeId={activeId}
            help={<SyntaxHelp onTry={tryOut} />}
            onQuery={(query) => askFor({ query }, 'typing')}
            onClear={clear}
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
            <Examples onTry={tryOut} />
          </EmptyState>
        </div>
      )}
      {asking && answer && (
        <div className={classes.columns}>
          {!narrow && (
            <aside className={classes.side} aria-label={t('search.facets')}>
              <Facets answer={answer} chosen={asked.chosen} onChosen={choose} />
            </aside>
          )}
          <div className={classes.main}>
            <div className={classes.above}>
              <ChosenPills answer={answer} chosen={asked.chosen} onChosen={choose} />
              <Notes
                query={asked.query}
                answer={answer}
                synonyms={synonyms}
                onSynonyms={setSynonyms}
                onAsk={(query) => askFor({ query }, 'step')}
              />
              <ResultBar
                answer={answer}
                chosen={asked.chosen}
                sort={asked.sort}
                turns={turns}
                ticked={chosenTurns}
                onTickAll={(all) => setTicks(all ? ALL_TICKED : NONE_TICKED)}
                onCode={codeChosen}
                onSort={(sort) => askFor({ sort }, 'step')}
                onFacets={narrow ? () => setDrawer(true) : null}
              />
            </div>
            <div
              ref={list}
              className={classes.scroller}
              onScroll={(event) => {
                scrollTop.current = event.currentTarget.scrollTop;
              }}
            >
              {nothing && request && (
                <Nothing
                  request={request}
                  chosen={asked.chosen}
                  onChosen={choose}
                  onSynonyms={setSynonyms}
                  onClear={clear}
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
                  onKeyDown={onListKey}
                >
                  <Results
                    shown={shown}
                    listId={listId}
                    active={activeHit ? keyOf(activeHit) : null}
                    isTicked={tickedOrNull}
                    acts={acts}
                    onFold={(id, fold) =>
                      setLooking((before) => ({ ...before, folded: withOne(before.folded, id, fold) }))
                    }
                    onUnfold={(id, unfold) =>
                      setLooking((before) => ({ ...before, unfolded: withOne(before.unfolded, id, unfold) }))
                    }
                    onMoreWays={() => choose(withFacet(asked.chosen, 'kind', WAYS))}
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
        <Facets untitled answer={answer} chosen={asked.chosen} onChosen={choose} />
      </Drawer>
      {doing?.what === 'menu' && (
        <HitMenu
          key={keyOf(doing.hit)}
          hit={doing.hit}
          at={doing.at}
          ticked={isTicked(ticks, doing.hit)}
          onClose={() => setDoing((now) => (now === doing ? null : now))}
          onOpen={() => open(doing.hit)}
          onTick={(on) => tick(doing.hit, on)}
          onCode={() => setDoing({ what: 'code', hits: [doing.hit] })}
          onEvidence={() => takeAsEvidence(doing.hit)}
          onCopy={() => copyQuote(doing.hit)}
          onNarrow={() =>
            doing.hit.dialogue && choose(withFacet(asked.chosen, 'dialogue', [doing.hit.dialogue.id]))
          }
        />
      )}
      {doing?.what === 'code' && request && (
        <Coding
          request={request}
          hits={doing.hits}
          ticks={chosenTurns > 0 ? ticks : ALL_TICKED}
          listed={answer?.hits ?? []}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.what === 'evidence' && (
        <TakeAsEvidence
          passage={{ turnId: doing.turnId, start: doing.start, end: doing.end }}
          onClose={() => setDoing(null)}
        />
      )}
      {leaks}
    </Page>
  );
}

function withOne(ids: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}

/** All hits of the dialogues that were unfolded, once they are known. */
function useWholeGroups(
  request: SearchRequest | null,
  unfolded: ReadonlySet<string>,
): ReadonlyMap<string, readonly Hit[]> {
  const ids = request ? [...unfolded] : [];
  const answers = useAnswers(
    ids.flatMap((id): SearchRequest[] =>
      request ? [{ ...request, limit: MOST_OF_GROUP, chosen: { ...request.chosen, dialogue: [id] } }] : [],
    ),
    ids.length > 0,
  );
  const key = ids.join();
  return useMemo(
    () =>
      new Map(
        key.split(',').flatMap((id, index) => {
          const answer = answers[index];
          return answer ? [[id, answer.hits] as const] : [];
        }),
      ),
    [key, answers],
  );
}
