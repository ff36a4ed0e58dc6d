import { type ComponentType, type KeyboardEvent as ReactKeyboardEvent, useEffect, useRef } from 'react';
import type { MessageKey } from '#shared/i18n/index.ts';
import { isMac } from '../platform/os.ts';
import { type Hotkey, isHotkey, type KeyPress, takesModifier, worksWhileTyping } from './hotkeys.ts';

/**
 * Something a person can do, declared once in its feature's `commands.ts` (ARCHITECTURE, law 9). Keys, the window's menu, the
 * palette, toolbars, context menus and the help sheet are drawn from these. A command with `run` can be done from
 * anywhere; one without is bound by a view while it is mounted (`useCommands`).
 */
export interface Command {
  readonly label: MessageKey;
  /** Every key that does it, in the notation of `hotkeys.ts`; menus and tooltips show the first, the help sheet all. */
  readonly keys?: readonly Hotkey[];
  /** Whether its keys act while the person types in a field too; keys with `mod` do anyway. */
  readonly whileTyping?: boolean;
  /** Heading on the help sheet under which the command stands, below its feature's name; absent = the name alone. */
  readonly group?: MessageKey;
  readonly icon?: ComponentType<{ size?: number | string }>;
  /** Menu of the window in which the command stands; absent = none. */
  readonly menu?: 'file' | 'edit' | 'view' | 'dialogue' | 'assess' | 'help';
  /** Whether it can be done now; absent = always. A workspace is open unless `needsWorkspace` is false. */
  readonly when?: () => boolean;
  readonly needsWorkspace?: boolean;
  readonly run?: () => void | Promise<void>;
}

/** Commands by id (`feature.verb`, e.g. `dialogues.import`), in the order in which menus and the help sheet list them. */
export type Commands<Id extends string = string> = Readonly<Record<Id, Command>>;

/**
 * Declares commands.
 * @param group heading on the help sheet for those that name none themselves
 */
export function defineCommands<const Id extends string>(
  commands: Commands<Id>,
  group?: MessageKey,
): Commands<Id> {
  if (group === undefined) return commands;
  const grouped = Object.entries<Command>(commands).map(([id, command]) => [id, { group, ...command }]);
  return Object.fromEntries(grouped) as Commands<Id>;
}

/** A command that can be done from anywhere, with its id. */
export interface RunnableCommand extends Command {
  readonly id: string;
  readonly run: () => void | Promise<void>;
}

/** Those of the commands that can be done from anywhere. */
export function runnable(commands: Commands): readonly RunnableCommand[] {
  return Object.entries(commands).flatMap(([id, command]) =>
    command.run ? [{ ...command, id, run: command.run }] : [],
  );
}

/** What a view does for a command; the event says which key it was, where that matters (`digitOf`). */
export type CommandHandler =
  | ((event: KeyboardEvent) => void)
  | {
      readonly run: (event: KeyboardEvent) => void;
      /** Whether it can be done now; where not, the key is left to whoever else wants it. */
      readonly when?: (event: KeyboardEvent) => boolean;
    };

/**
 * Binds the keys of a view's commands while it is mounted. Each id of the list needs its handler.
 *
 * A key acts once: not where another handler has used it, while an input method composes, while the person types in a
 * field (unless the key carries `mod` or the command says `whileTyping`), behind a modal dialog, or where Enter and
 * Space press the button or follow the link that has the focus.
 * @param options `global`: listens on the window; otherwise the keys act where the returned handler is attached
 * @returns the handler for the element within which the keys act
 */
export function useCommands<Id extends string>(
  commands: Commands<Id>,
  handlers: Readonly<Record<NoInfer<Id>, CommandHandler>>,
  { global = false }: { readonly global?: boolean } = {},
): (event: ReactKeyboardEvent) => void {
  const press = (event: KeyboardEvent, within: Node | null): boolean =>
    !isBehindDialog(within) && runPressed(commands, handlers, event);
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    if (!global) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (latest.current(event, null)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [global]);
  return (event) => {
    const { currentTarget, nativeEvent, target } = event;
    // React hands on what happens in a menu or dialog of the element, which is drawn elsewhere.
    if (!(currentTarget instanceof Node && target instanceof Node && currentTarget.contains(target))) return;
    if (press(nativeEvent, currentTarget)) event.preventDefault();
  };
}

/** Runs the first command whose key was pressed and that can be done now. @returns whether there is one */
export function runPressed<Id extends string>(
  commands: Commands<Id>,
  handlers: Readonly<Record<NoInfer<Id>, CommandHandler>>,
  event: KeyboardEvent,
): boolean {
  for (const id of Object.keys(commands) as Id[]) {
    if (!isPressed(commands[id], event) || commands[id].when?.() === false) continue;
    const handler = handlers[id];
    const { run, when } = typeof handler === 'function' ? { run: handler, when: undefined } : handler;
    if (when?.(event) === false) continue;
    run(event);
    return true;
  }
  return false;
}

/** Whether a key press is one of the command's, and may act where the focus is. */
export function isPressed(command: Command, event: KeyboardEvent): boolean {
  // A key that composes Japanese belongs to the input method; one that a view has used is used up.
  if (event.isComposing || event.defaultPrevented || pressesControl(event) || closesList(event)) return false;
  const mac = isMac();
  const key = command.keys?.find((one) => isHotkey(one, event, mac));
  if (key === undefined) return false;
  return (
    !isTyping(event.target) ||
    command.whileTyping === true ||
    worksWhileTyping(key) ||
    (waits(event.target) && takesModifier(key))
  );
}

/** Whether a field of a grid has the focus in which nothing is typed yet: undo there is undo of the last change. */
function waits(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && 'waiting' in (target.dataset ?? {});
}

/** Whether a modal dialog has the keyboard to itself, which the element (null = the window) is not part of. */
export function isBehindDialog(element: Node | null): boolean {
  const dialogs = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')];
  return dialogs.length > 0 && !dialogs.some((dialog) => dialog.contains(element));
}

/** The digit of a key press that matched a range such as `1-9`. */
export function digitOf({ key, code }: Pick<KeyPress, 'key' | 'code'>): number {
  const typed = /^\d$/.exec(key.normalize('NFKC'))?.[0];
  return Number(typed ?? /\d$/.exec(code)?.[0]);
}

/** The handler of a field in which Enter submits what was typed, unless an input method composes. */
export function onEnter(submit: () => void): (event: ReactKeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
}

/** Where a key of movement leads; Home, End and the Page keys as the arrow that points the same way. */
export function directionOf({ key }: Pick<KeyPress, 'key'>): Direction {
  return DIRECTIONS[key] ?? { across: 0, down: 0 };
}

export interface Direction {
  /** 1 = to the right, -1 = to the left. */
  readonly across: -1 | 0 | 1;
  readonly down: -1 | 0 | 1;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: { across: 0, down: -1 },
  ArrowDown: { across: 0, down: 1 },
  ArrowLeft: { across: -1, down: 0 },
  ArrowRight: { across: 1, down: 0 },
  Home: { across: -1, down: 0 },
  End: { across: 1, down: 0 },
  PageUp: { across: 0, down: -1 },
  PageDown: { across: 0, down: 1 },
};

/** The keys that move in four directions. */
export const ARROWS: readonly Hotkey[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

/** A command's keys as `aria-keyshortcuts` wants them. */
export function ariaKeys({ keys = [] }: Command): string {
  const mod = isMac() ? 'Meta' : 'Control';
  return keys
    .map((key) =>
      key.replace(/\b(mod|alt|shift)\b/g, (one) => (one === 'mod' ? mod : one === 'alt' ? 'Alt' : 'Shift')),
    )
    .join(' ');
}

/** Whether the person is typing into something. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return target instanceof HTMLInputElement && !NOT_TYPED_INTO.has(target.type);
}

const NOT_TYPED_INTO = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'color', 'file', 'reset']);

/** On a field, or around it, where Escape has a meaning of its own: it clears what is looked for, or closes the field. */
export const OWN_ESCAPE = '[data-own-escape]';

/** Whether the key press closes the open list of suggestions of a field, and nothing around it. */
export function closesList({ key, target }: Pick<KeyboardEvent, 'key' | 'target'>): boolean {
  return (
    key === 'Escape' &&
    target instanceof Element &&
    target.ariaExpanded === 'true' &&
    isListShown(target) &&
    // E.g. in the search field: the results under it are no list to be closed.
    target.closest(OWN_ESCAPE) === null
  );
}

/** A field with nothing to suggest says that its list is open, and shows none. */
function isListShown(field: Element): boolean {
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '');
  return list === null || list.checkVisibility();
}

/** Whether the key press activates the button or link that has the focus. */
function pressesControl({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if ((key !== 'Enter' && key !== ' ') || ctrlKey || metaKey || altKey) return false;
  return target instanceof Element && target.closest('button, a[href], summary') !== null;
}
