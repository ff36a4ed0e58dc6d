import { Button } from '@mantine/core';
import type { KeyboardEvent, RefObject } from 'react';
import type { Hit } from '#shared/search/request.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import type { Ticked } from './asked.ts';
import { keyOf, type Shown } from './layout.ts';
import { Nothing } from './nothing.tsx';
import { Part } from './part.tsx';
import { Results } from './results.tsx';
import classes from './search.module.css';
import type { Answered } from './use-answer.ts';
import type { SearchActs } from './use-search-acts.ts';

export interface ResultListProps {
  readonly list: RefObject<HTMLDivElement | null>;
  /** Id of the grid, and beginning of the rows' ids. */
  readonly listId: string;
  readonly answered: Answered;
  readonly chosen: Ticked;
  readonly shown: Shown | null;
  readonly activeHit: Hit | undefined;
  /** Id of its row. */
  readonly activeId: string | undefined;
  /** Whether the index is still being read: that nothing was found is not said yet. */
  readonly reading: boolean;
  /** How many results are asked for. */
  readonly limit: number;
  readonly isTicked: (hit: Hit) => boolean | null;
  readonly on: SearchActs;
  readonly onScroll: (top: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What was found, to be scrolled; more of it, or what to try where there is nothing. */
export function ResultList(props: ResultListProps) {
  const { t } = useSpeech();
  const { list, listId, answered, chosen, shown, activeHit, activeId, reading, limit, on } = props;
  const { hits } = answered.answer;
  return (
    <div
      ref={list}
      className={classes.scroller}
      onScroll={(event) => props.onScroll(event.currentTarget.scrollTop)}
    >
      {hits.length === 0 && !reading && (
        <Nothing
          request={answered.request}
          chosen={chosen}
          onChosen={on.choose}
          onSynonyms={on.synonyms}
          onClear={on.clear}
        />
      )}
      {/* Walked by the field's keys, and by its own once it has the focus. */}
      {shown && shown.walk.length > 0 && (
        <Part
          id={listId}
          role="grid"
          tabIndex={0}
          aria-label={t('search.results')}
          aria-multiselectable
          aria-activedescendant={activeId}
          className={classes.list}
          // What stands in a row has keys of its own.
          onKeyDown={(event) => event.target === event.currentTarget && props.onKeyDown(event)}
        >
          <Results
            shown={shown}
            listId={listId}
            active={activeHit ? keyOf(activeHit) : null}
            isTicked={props.isTicked}
            acts={on}
            onFold={on.fold}
            onUnfold={on.unfold}
            onMoreWays={on.moreWays}
          />
        </Part>
      )}
      {hits.length >= limit && (
        <Button variant="default" size="xs" m="sm" onClick={on.more}>
          {t('search.more')}
        </Button>
      )}
    </div>
  );
}
