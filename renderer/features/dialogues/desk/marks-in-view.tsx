import { memo, useMemo } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { Turn } from '#shared/model/turn.ts';
import { type Observable, useObservable } from '../../../platform/observable.ts';
import type { StoredMark } from './marks.ts';
import { MarksPanel, type MarksPanelProps } from './marks-panel.tsx';

/** Indexes of the first and last turn that can be seen. */
export interface View {
  readonly first: number;
  readonly last: number;
}

/** The panel of marks, following what can be seen of the text. What is typed elsewhere does not draw it anew. */
export const MarksInView = memo(function MarksInView({
  view,
  turns,
  indexOf,
  marks,
  ...rest
}: Omit<MarksPanelProps, 'turns' | 'next'> & {
  view: Observable<View>;
  turns: readonly Turn[];
  indexOf: ReadonlyMap<Id, number>;
}) {
  const { first, last } = useObservable(view);
  const inView = useMemo(() => turns.slice(first, last + 1), [turns, first, last]);
  const next = useMemo(() => nextMarked(indexOf, marks, last), [indexOf, marks, last]);
  return <MarksPanel turns={inView} marks={marks} next={next} {...rest} />;
});

/** The first marked turn behind an index; at the end it goes on from the beginning. */
function nextMarked(
  indexOf: ReadonlyMap<Id, number>,
  marks: ReadonlyMap<Id, readonly StoredMark[]>,
  last: number,
): Id | null {
  let next: { id: Id; way: number } | null = null;
  for (const [id, own] of marks) {
    const index = indexOf.get(id);
    if (own.length === 0 || index === undefined) continue;
    const way = index > last ? index - last : indexOf.size + index;
    if (next === null || way < next.way) next = { id, way };
  }
  return next?.id ?? null;
}
