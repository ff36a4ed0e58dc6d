import { type KeyboardEvent, type MouseEvent, type RefObject, useMemo, useState } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { SupplierRow } from '#shared/suppliers/rows.ts';
import { useCommands } from '../../ui/commands.ts';
import type { MenuPlace } from '../../ui/context-menu.tsx';
import { go, links } from '../../ui/links.ts';
import { extended, NOTHING, type Selection, toggled, within } from '../../ui/selection.ts';
import { tableCommands } from './commands.ts';
import type { TableHandle } from './table.tsx';

export interface TableActs {
  /** The row that keys act on; null = there is none. */
  readonly active: Id | null;
  readonly ticked: ReadonlySet<Id>;
  /** Those of the ticked that are shown. */
  readonly chosen: readonly Id[];
  readonly menu: { readonly id: Id; readonly at: MenuPlace } | null;
  readonly onClick: (id: Id, event: MouseEvent) => void;
  readonly onTick: (id: Id, range: boolean) => void;
  readonly onAll: (on: boolean) => void;
  readonly clear: () => void;
  readonly openMenu: (id: Id, at: MenuPlace) => void;
  readonly closeMenu: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Which row of the table the keys act on, which are chosen, and what keys do with them. */
export function useTableActs(
  rows: readonly SupplierRow[],
  handle: RefObject<TableHandle | null>,
  acts: { readonly plan: (ids: readonly Id[]) => void; readonly copy: () => void },
): TableActs {
  const [pointed, setPointed] = useState<Id | null>(null);
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [menu, setMenu] = useState<{ readonly id: Id; readonly at: MenuPlace } | null>(null);
  const order = useMemo(() => rows.map(({ id }) => id), [rows]);
  const placeOf = useMemo(() => new Map(order.map((id, at) => [id, at])), [order]);
  const active = pointed !== null && placeOf.has(pointed) ? pointed : (order[0] ?? null);
  const chosen = useMemo(() => within(selection, order), [selection, order]);

  const at = active === null ? -1 : (placeOf.get(active) ?? -1);
  const step = (by: number): Id | null => order[Math.max(0, Math.min(order.length - 1, at + by))] ?? null;
  const walk = (by: number) => setPointed(step(by));
  const tick = (id: Id, range: boolean) => {
    setPointed(id);
    setSelection((now) => (range ? extended(now, id, order) : toggled(now, id)));
  };
  const clear = () => {
    setSelection(NOTHING);
    handle.current?.focus();
  };
  const openMenu = (id: Id, place: MenuPlace) => {
    setPointed(id);
    setMenu({ id, at: place });
  };
  const all = () => setSelection({ ids: new Set(order), from: order[0] ?? null });
  const some = () => active !== null;
  const onKeyDown = useCommands(tableCommands, {
    'suppliers.down': () => walk(1),
    'suppliers.up': () => walk(-1),
    'suppliers.pageDown': () => walk(handle.current?.page() ?? 1),
    'suppliers.pageUp': () => walk(-(handle.current?.page() ?? 1)),
    'suppliers.first': () => walk(-order.length),
    'suppliers.last': () => walk(order.length),
    'suppliers.open': { run: () => active && go(links.supplier(active)), when: some },
    'suppliers.tick': { run: () => active && tick(active, false), when: some },
    'suppliers.tickOn': {
      run: (event) => {
        const next = step(event.key === 'ArrowUp' ? -1 : 1);
        if (!active || !next) return;
        setSelection((now) => extended({ ids: now.ids, from: now.from ?? active }, next, order));
        setPointed(next);
      },
      when: some,
    },
    'suppliers.tickAll': all,
    'suppliers.plan': {
      run: () => acts.plan(chosen.length > 0 ? chosen : active ? [active] : []),
      when: some,
    },
    'suppliers.copy': { run: acts.copy, when: () => some() && window.getSelection()?.isCollapsed !== false },
    'suppliers.menu': {
      run: () => {
        const place = active && handle.current?.placeOf(active);
        if (active && place) openMenu(active, place);
      },
      when: some,
    },
    'suppliers.leave': { run: clear, when: () => chosen.length > 0 },
  });
  return {
    active,
    ticked: selection.ids,
    chosen,
    menu,
    onClick: (id, event) => {
      if (event.shiftKey || event.ctrlKey || event.metaKey) tick(id, event.shiftKey);
      else go(links.supplier(id));
    },
    onTick: tick,
    onAll: (on) => (on ? all() : setSelection(NOTHING)),
    clear,
    openMenu,
    closeMenu: () => setMenu(null),
    onKeyDown,
  };
}
