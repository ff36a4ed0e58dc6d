import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useMemo,
  useState,
} from 'react';
import type { Advice } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import { useCopyQuote } from '../../dialogs/use-copy-quote.tsx';
import { directionOf, useCommands } from '../../ui/commands.ts';
import type { MenuPlace } from '../../ui/context-menu.tsx';
import { go, links } from '../../ui/links.ts';
import { extended, NOTHING, type Selection, toggled, within } from '../../ui/selection.ts';
import { registerCommands } from './commands.ts';
import type { RegisterHandle } from './register-table.tsx';
import { type AdviceActs, useAdviceActs } from './use-advice-acts.tsx';
import type { Register, RegisterRow } from './use-register.ts';

export interface RegisterActs {
  readonly active: Id | null;
  readonly ticked: ReadonlySet<Id>;
  /** Those of the ticked that are shown. */
  readonly chosen: readonly Advice[];
  readonly menu: { readonly row: RegisterRow; readonly at: MenuPlace } | null;
  readonly acts: AdviceActs;
  readonly onClick: (row: RegisterRow, event: MouseEvent) => void;
  readonly onTick: (id: Id, range: boolean) => void;
  readonly onAll: (on: boolean) => void;
  readonly clear: () => void;
  readonly openMenu: (id: Id, at: MenuPlace) => void;
  readonly closeMenu: () => void;
  readonly copy: (row: RegisterRow) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly dialog: ReactNode;
}

/** Which row the keys act on, which rows are chosen, and what is done with them. */
export function useRegisterActs(
  { rows, order }: Register,
  openId: Id | null,
  handle: RefObject<RegisterHandle | null>,
): RegisterActs {
  const acts = useAdviceActs();
  const { copy, dialog } = useCopyQuote();
  const [pointed, setPointed] = useState<Id | null>(null);
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [menuOf, setMenuOf] = useState<{ readonly id: Id; readonly at: MenuPlace } | null>(null);
  const rowOf = useMemo(() => new Map(rows.map((row) => [row.advice.id, row])), [rows]);
  const wanted = openId ?? pointed;
  const active = wanted !== null && rowOf.has(wanted) ? wanted : (order[0] ?? null);
  const chosen = within(selection, order);
  const menuRow = menuOf && rowOf.get(menuOf.id);

  const point = (id: Id | undefined) => id && setPointed(id);
  const walk = (by: number) => point(order[clamp((active ? order.indexOf(active) : -1) + by, order.length)]);
  const tick = (id: Id, range: boolean) => {
    setPointed(id);
    setSelection((now) => (range ? extended(now, id, order) : toggled(now, id)));
  };
  const clear = () => {
    setSelection(NOTHING);
    handle.current?.focus();
  };
  const openMenu = (id: Id, at: MenuPlace) => {
    setPointed(id);
    setMenuOf({ id, at });
  };
  const all = () => setSelection({ ids: new Set(order), from: order[0] ?? null });
  const some = () => active !== null;
  const onKeyDown = useCommands(registerCommands, {
    'advice.down': () => walk(1),
    'advice.up': () => walk(-1),
    'advice.first': () => point(order[0]),
    'advice.last': () => point(order.at(-1)),
    'advice.open': { run: () => active && go(links.advice(active)), when: some },
    'advice.tick': { run: () => active && tick(active, false), when: some },
    'advice.tickOn': {
      run: (event) => {
        const next = order[clamp(order.indexOf(active ?? '') + directionOf(event).down, order.length)];
        if (!active || !next) return;
        setSelection((now) => extended({ ids: now.ids, from: now.from ?? active }, next, order));
        setPointed(next);
      },
      when: some,
    },
    'advice.tickAll': all,
    'advice.done': {
      run: () => {
        const of = chosen.length > 0 ? chosen : active ? [active] : [];
        acts.setStatus(
          of.flatMap((id) => rowOf.get(id)?.advice ?? []),
          'done',
        );
      },
      when: some,
    },
    'advice.menu': {
      run: () => {
        const at = active && handle.current?.placeOf(active);
        if (active && at) openMenu(active, at);
      },
      when: some,
    },
    'advice.leave': { run: clear, when: () => chosen.length > 0 },
  });

  return {
    active,
    ticked: selection.ids,
    chosen: chosen.flatMap((id) => rowOf.get(id)?.advice ?? []),
    menu: menuOf && menuRow ? { row: menuRow, at: menuOf.at } : null,
    acts,
    onClick: (row, event) => {
      const { id } = row.advice;
      if (event.shiftKey || event.ctrlKey || event.metaKey) tick(id, event.shiftKey);
      else {
        setPointed(id);
        go(links.advice(id));
      }
    },
    onTick: tick,
    onAll: (on) => (on ? all() : setSelection(NOTHING)),
    clear,
    openMenu,
    closeMenu: () => setMenuOf(null),
    copy: ({ quotes: [first] }) => first && copy(first.passage),
    onKeyDown,
    dialog,
  };
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
