/**
 * A key as commands declare it (`mod+Shift+K`, `?`, `alt+ArrowLeft`, `Space`), or a range of digits (`1-5`). `mod` is
 * Command on macOS and Control elsewhere.
 */
export type Hotkey = string;

interface Keys {
  readonly mod: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** The key without modifiers, lower case. */
  readonly key: string;
}

/** The part of a KeyboardEvent that decides. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

function parse(hotkey: string): Keys {
  const parts = hotkey.toLowerCase().split('+');
  // `mod++` is mod and the plus sign.
  const key = hotkey.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  return {
    mod: parts.includes('mod'),
    ctrl: parts.includes('ctrl'),
    alt: parts.includes('alt'),
    shift: parts.includes('shift'),
    key: key === 'plus' ? '+' : key,
  };
}

const isLetter = (key: string): boolean => /^[a-z]$/.test(key);

/** The first and last digit of a range. */
function rangeOf(key: string): readonly [string, string] | null {
  const [, first, last] = /^(\d)-(\d)$/.exec(key) ?? [];
  return first !== undefined && last !== undefined ? [first, last] : null;
}

/**
 * Whether a key press is the hotkey. Letters and digits are recognised by their place too, so that a Japanese,
 * Cyrillic or French layout does not lose them; signs like `?` are taken as typed, with whatever Shift a layout needs
 * for them. A letter in full width is the letter.
 */
export function isHotkey(hotkey: Hotkey, press: KeyPress, mac: boolean): boolean {
  const { mod, ctrl, alt, shift, key } = parse(hotkey);
  if (press.altKey !== alt) return false;
  if (press.metaKey !== (mac && mod)) return false;
  if (press.ctrlKey !== (ctrl || (!mac && mod))) return false;
  const pressed = press.key === ' ' ? 'space' : press.key.normalize('NFKC').toLowerCase();
  const isSign = key.length === 1 && !/[a-z0-9]/.test(key);
  if (!isSign && press.shiftKey !== shift) return false;
  if (pressed === key) return true;
  if (isLetter(key)) return !isLetter(pressed) && press.code === `Key${key.toUpperCase()}`;
  const [first, last] = rangeOf(key) ?? [key, key];
  if (!/^\d$/.test(first) || pressed.length !== 1) return false;
  const digit = /^\d$/.test(pressed) ? pressed : (/^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1] ?? '');
  return first <= digit && digit <= last;
}

/** Combinations that edit text in a field and are left to it. */
const TEXT_EDITING = ['mod+z', 'mod+shift+z', 'mod+y', 'mod+a', 'mod+c', 'mod+x', 'mod+v', 'mod+shift+v'];

/** Whether a hotkey is pressed together with Control or Command. */
export function takesModifier(hotkey: Hotkey): boolean {
  return parse(hotkey).mod;
}

/** Whether a hotkey may act while the person types in a field: only with `mod`, and never what edits text there. */
export function worksWhileTyping(hotkey: Hotkey): boolean {
  return takesModifier(hotkey) && !TEXT_EDITING.includes(hotkey.toLowerCase());
}

const MAC_SIGNS = { mod: '⌘', ctrl: '⌃', alt: '⌥', shift: '⇧' } as const;
const WORDS = { mod: 'Ctrl', ctrl: 'Ctrl', alt: 'Alt', shift: 'Shift' } as const;
const KEY_NAMES: Readonly<Record<string, string>> = {
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  escape: 'Esc',
  enter: 'Enter',
  delete: 'Del',
  backspace: '⌫',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  contextmenu: '☰',
  comma: ',',
};

/** The keys to press, as they are written on a keyboard: `['Ctrl', 'Shift', 'K']`. */
export function hotkeyParts(hotkey: Hotkey, mac: boolean): string[] {
  const keys = parse(hotkey);
  const names = mac ? MAC_SIGNS : WORDS;
  const modifiers = (['mod', 'ctrl', 'alt', 'shift'] as const)
    .filter((modifier) => keys[modifier])
    .map((modifier) => names[modifier]);
  return [
    ...modifiers,
    KEY_NAMES[keys.key] ??
      rangeOf(keys.key)?.join('–') ??
      (keys.key.length === 1 ? keys.key.toUpperCase() : titleCase(keys.key)),
  ];
}

const ACCELERATOR_KEYS: Readonly<Record<string, string>> = {
  arrowleft: 'Left',
  arrowright: 'Right',
  arrowup: 'Up',
  arrowdown: 'Down',
  escape: 'Esc',
  '+': 'Plus',
};

/** The hotkey in Electron's notation for menus; empty for single signs, which a menu must not claim. */
export function acceleratorOf(hotkey: Hotkey | undefined): string {
  if (!hotkey) return '';
  const { mod, ctrl, alt, shift, key } = parse(hotkey);
  const isFunctionKey = /^f\d{1,2}$/.test(key);
  if (!mod && !ctrl && !alt && !isFunctionKey) return '';
  const name = ACCELERATOR_KEYS[key] ?? (key.length === 1 ? key.toUpperCase() : titleCase(key));
  return [mod && 'CmdOrCtrl', ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}

function titleCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
