import { type ReactNode, useState } from 'react';
import type { FoundRange, Hit, SearchRequest } from '#shared/search/request.ts';
import { TakeAsEvidence } from '../../dialogs/take-as-evidence.tsx';
import { useCopyQuote } from '../../dialogs/use-copy-quote.tsx';
import { useAttempt } from '../../ui/attempt.tsx';
import { Coding } from './coding.tsx';
import { HitMenu } from './hit-menu.tsx';
import { keyOf } from './layout.ts';
import { placeOf } from './places.ts';
import { ALL_TICKED, isTicked, type Ticks } from './selection.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A hit, and what is being done with it. */
type Doing =
  | { readonly what: 'menu'; readonly hit: Hit; readonly at: Point }
  | { readonly what: 'evidence'; readonly place: FoundRange }
  /** Null: what is ticked, or all of it. */
  | { readonly what: 'code'; readonly hits: readonly Hit[] | null };

export interface HitActsProps {
  readonly request: SearchRequest | null;
  readonly ticks: Ticks;
  /** How many turns are ticked. */
  readonly ticked: number;
  /** Every hit that is known: those are looked up by themselves that the search does not count as whole. */
  readonly known: () => readonly Hit[];
  readonly open: (hit: Hit) => void;
  readonly tick: (hit: Hit, on: boolean) => void;
  /** Shows the results of the hit's dialogue alone. */
  readonly narrow: (hit: Hit) => void;
}

export interface HitActs {
  readonly menu: (hit: Hit, at: Point) => void;
  readonly takeAsEvidence: (hit: Hit) => void;
  /** Codes what is ticked; where nothing is, the hit. */
  readonly codeTicked: (hit: Hit | undefined) => void;
  /** Codes what is ticked; where nothing is, all that was found. */
  readonly code: () => void;
  readonly dialogs: ReactNode;
}

/** What can be done with hits without opening them: the menu of one, coding, taking as evidence, copying. */
export function useHitActs({ request, ticks, ticked, known, open, tick, narrow }: HitActsProps): HitActs {
  const attempt = useAttempt();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { copy, dialog } = useCopyQuote();
  const end = () => setDoing(null);
  const placed = (hit: Hit, use: (place: FoundRange) => void) =>
    void attempt(async () => {
      const place = await placeOf(hit);
      if (place) use(place);
    });
  const takeAsEvidence = (hit: Hit) => placed(hit, (place) => setDoing({ what: 'evidence', place }));
  const menu = (hit: Hit, at: Point) => setDoing({ what: 'menu', hit, at });
  const dialogs = (
    <>
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
          onCopy={() => placed(doing.hit, copy)}
          onNarrow={() => narrow(doing.hit)}
        />
      )}
      {doing?.what === 'code' && request && (
        <Coding
          request={request}
          hits={doing.hits}
          ticks={ticked > 0 ? ticks : ALL_TICKED}
          listed={known()}
          onClose={end}
        />
      )}
      {doing?.what === 'evidence' && <TakeAsEvidence passage={doing.place} onClose={end} />}
      {dialog}
    </>
  );
  return {
    menu,
    takeAsEvidence,
    codeTicked: (hit) => {
      if (ticked > 0) setDoing({ what: 'code', hits: null });
      else if (hit?.kind === 'turn') setDoing({ what: 'code', hits: [hit] });
    },
    code: () => setDoing({ what: 'code', hits: null }),
    dialogs,
  };
}
