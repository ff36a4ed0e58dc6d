import { useMemo } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Mark } from './marks.ts';
import type { DeskState } from './state.ts';
import type { TurnListProps } from './turn-list.tsx';
import type { Find } from './use-find.ts';

/** What is shown over the text and not stored: hits, the words that a link led to, and the selection. */
export function usePassingMarks(
  { selection, linked, borders }: Pick<DeskState, 'selection' | 'linked' | 'borders'>,
  { hits, at }: Find,
): TurnListProps['passing'] {
  return useMemo(() => {
    const own = new Map<Id, readonly Mark[]>();
    const get = (turnId: IdOf<'turns'>) => own.get(turnId) ?? hits.marksOf(turnId);
    // A link's own words are shown until all hits are found.
    if (linked && hits.query === '')
      own.set(linked.turnId, [{ kind: 'hit', start: linked.start, end: linked.end }]);
    const hit = hits.found.at(at);
    if (hit)
      own.set(
        hit.turnId,
        (get(hit.turnId) ?? []).map((mark) =>
          mark.start === hit.start ? { kind: 'hit', start: mark.start, end: mark.end, current: true } : mark,
        ),
      );
    // The words that a coding would have are shown as those that are selected.
    const shown = borders?.range ?? selection;
    if (shown) {
      const { turnId, start, end } = shown;
      own.set(turnId, [...(get(turnId) ?? []), { kind: 'selection', start, end }]);
    }
    return { get };
  }, [linked, hits, at, selection, borders]);
}
