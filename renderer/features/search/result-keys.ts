import { type CommandHandler, directionOf } from '../../ui/commands.ts';
import type { fieldCommands, listCommands, walkCommands } from './commands.ts';

/** Rows that Page Up and Page Down pass over. */
const LEAP = 8;

/** What the keys act on. A row is named by its place; `active` is the one that the arrows stand on. */
export interface Keyed {
  readonly rows: number;
  readonly active: number;
  readonly point: (index: number) => void;
  readonly open: () => void;
  readonly code: () => void;
  readonly evidence: () => void;
  readonly menu: () => void;
  /** Null: cannot be ticked. */
  readonly isTicked: (index: number) => boolean | null;
  readonly tick: (index: number, on: boolean) => void;
  readonly tickAll: () => void;
  /** Whether there is something to empty in the field. */
  readonly canClear: boolean;
  readonly clear: () => void;
  /** Out of the list: first the ticks, then the focus. */
  readonly leave: () => void;
}

type Handlers<Of> = Readonly<Record<keyof Of, CommandHandler>>;

/** What the keys of the results do: everywhere, in the field where one types on, and in the list where letters act. */
export function resultHandlers(keyed: Keyed): {
  readonly walk: Handlers<typeof walkCommands>;
  readonly field: Handlers<typeof fieldCommands>;
  readonly list: Handlers<typeof listCommands>;
} {
  const { rows, active } = keyed;
  const walk = (by: number) => ({
    run: () => keyed.point(Math.max(0, Math.min(rows - 1, active + by))),
    when: () => rows > 0,
  });
  const ticking = (index: number, on: boolean) => {
    if (keyed.isTicked(index) !== null) keyed.tick(index, on);
  };
  return {
    walk: {
      'search.down': walk(1),
      'search.up': walk(-1),
      'search.pageDown': walk(LEAP),
      'search.pageUp': walk(-LEAP),
      'search.open': keyed.open,
      'search.code': keyed.code,
    },
    field: { 'search.clear': { run: keyed.clear, when: () => keyed.canClear } },
    list: {
      'search.list.down': walk(1),
      'search.list.up': walk(-1),
      'search.list.first': () => keyed.point(0),
      'search.list.last': () => keyed.point(rows - 1),
      'search.list.tick': () => ticking(active, keyed.isTicked(active) === false),
      'search.list.tickOn': (event) => {
        const { down } = directionOf(event);
        ticking(active, true);
        ticking(active + down, true);
        walk(down).run();
      },
      'search.list.tickAll': keyed.tickAll,
      'search.list.code': keyed.code,
      'search.list.evidence': keyed.evidence,
      'search.list.menu': keyed.menu,
      'search.list.leave': keyed.leave,
    },
  };
}
