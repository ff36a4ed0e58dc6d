import type { KeyboardEvent } from 'react';
import type { Hit } from '#shared/search/request.ts';
import { useCommands } from '../../ui/commands.ts';
import { fieldCommands, listCommands, walkCommands } from './commands.ts';
import { keyOf } from './layout.ts';
import { resultHandlers } from './result-keys.ts';
import { isTicked, type Ticks } from './selection.ts';
import type { ActiveHit } from './use-active-hit.ts';
import type { HitActs } from './use-hit-acts.tsx';
import type { SearchActs } from './use-search-acts.ts';

export interface ResultKeysProps extends Pick<ActiveHit, 'active' | 'activeHit' | 'point' | 'openActive'> {
  readonly walk: readonly Hit[];
  readonly rowOf: (key: string) => HTMLElement | null;
  readonly ticks: Ticks;
  /** How many turns are ticked. */
  readonly ticked: number;
  readonly query: string;
  readonly acts: HitActs;
  readonly on: SearchActs;
  readonly toField: () => void;
}

/** Binds the keys of the results: for the field where one types, and for the list once it has the focus. */
export function useResultKeys(props: ResultKeysProps): {
  readonly onFieldKey: (event: KeyboardEvent) => void;
  readonly onListKey: (event: KeyboardEvent) => void;
} {
  const { walk, active, activeHit, ticks, acts, on } = props;
  const menuAtRow = (hit: Hit | undefined) => {
    const box = hit && props.rowOf(keyOf(hit))?.getBoundingClientRect();
    if (!box) return;
    const at = { x: box.left + 40, y: Math.min(box.bottom, window.innerHeight - 40) };
    acts.menu(hit, at);
  };
  const handlers = resultHandlers({
    rows: walk.length,
    active,
    point: props.point,
    open: props.openActive,
    code: () => acts.codeTicked(activeHit),
    evidence: () => activeHit?.kind === 'turn' && acts.takeAsEvidence(activeHit),
    menu: () => menuAtRow(activeHit),
    isTicked: (index) => (walk[index] ? isTicked(ticks, walk[index]) : null),
    tick: (index, tickIt) => walk[index] && on.tick(walk[index], tickIt),
    tickAll: () => on.tickAll(true),
    canClear: props.query !== '',
    clear: on.clear,
    leave: () => (props.ticked > 0 ? on.tickAll(false) : props.toField()),
  });
  const onFieldKey = useCommands(
    { ...walkCommands, ...fieldCommands },
    { ...handlers.walk, ...handlers.field },
  );
  const onListKey = useCommands({ ...walkCommands, ...listCommands }, { ...handlers.walk, ...handlers.list });
  return { onFieldKey, onListKey };
}
