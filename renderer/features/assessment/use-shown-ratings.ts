import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { begin, end, NONE_PENDING, type PendingRatings, settle, shownRatings } from './pending-ratings.ts';
import type { RoundRows } from './round-rows.ts';
import type { PaintEarly } from './use-rating.ts';

/**
 * A round's rows with what was just answered in them: an answer shows in the frame of its key press, and not only when
 * it is safe on disk. That it is saved is said by the shell once it is; what is refused goes from the screen.
 */
export function useShownRatings(rows: RoundRows): { rows: RoundRows; paintEarly: PaintEarly } {
  const [pending, setPending] = useState<PendingRatings>(NONE_PENDING);
  // Two keys may come before the screen is drawn again: the second builds on the first.
  const latest = useRef({ pending, stored: rows.ratings });
  latest.current.stored = rows.ratings;
  const write = useCallback((change: (now: PendingRatings) => PendingRatings) => {
    latest.current.pending = change(latest.current.pending);
    setPending(latest.current.pending);
  }, []);
  useEffect(() => write((now) => settle(now, rows.ratings)), [rows.ratings, write]);
  const shown = useMemo(() => ({ ...rows, ratings: shownRatings(rows.ratings, pending) }), [rows, pending]);
  const paintEarly = useCallback<PaintEarly>(
    (place, change, at) => {
      write((now) => begin(now, latest.current.stored, place, change, at));
      return (saved) => write((now) => end(now, place, at, saved));
    },
    [write],
  );
  return { rows: shown, paintEarly };
}
