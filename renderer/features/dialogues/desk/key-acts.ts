import type { Step } from '#shared/anchor/units.ts';

/** What a key does at the desk. */
export type KeyAct =
  | { readonly act: 'step'; readonly step: Step }
  | { readonly act: 'turn'; readonly by: 1 | -1 }
  | { readonly act: 'mark'; readonly by: 1 | -1 }
  | { readonly act: 'hit'; readonly by: 1 | -1 }
  | { readonly act: 'quick'; readonly digit: number }
  | { readonly act: 'code' | 'advice' | 'edit' | 'repeat' | 'remove' | 'memo' | 'escape' };

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const step = (name: Step): KeyAct => ({ act: 'step', step: name });

const PLAIN: Readonly<Record<string, KeyAct>> = {
  ArrowDown: { act: 'turn', by: 1 },
  ArrowUp: { act: 'turn', by: -1 },
  j: { act: 'turn', by: 1 },
  k: { act: 'turn', by: -1 },
  ArrowRight: step('next-sentence'),
  ArrowLeft: step('previous-sentence'),
  w: step('next-word'),
  s: step('sentence'),
  Enter: step('turn'),
  c: { act: 'code' },
  a: { act: 'advice' },
  r: { act: 'repeat' },
  e: { act: 'edit' },
  m: { act: 'memo' },
  n: { act: 'hit', by: 1 },
  p: { act: 'hit', by: -1 },
  ']': { act: 'mark', by: 1 },
  '[': { act: 'mark', by: -1 },
  Delete: { act: 'remove' },
  Backspace: { act: 'remove' },
  Escape: { act: 'escape' },
};

const SHIFT: Readonly<Record<string, KeyAct>> = {
  ArrowRight: step('grow'),
  ArrowLeft: step('shrink'),
  ArrowDown: step('grow-sentence'),
  ArrowUp: step('shrink-sentence'),
  w: step('previous-word'),
};

const MOD_SHIFT: Readonly<Record<string, KeyAct>> = {
  ArrowLeft: step('grow-start'),
  ArrowRight: step('shrink-start'),
};

/**
 * What a key press does; null = nothing of the desk's. Letters, digits and brackets are recognised by their place on
 * the keyboard where a layout or an input method types something else with them.
 */
export function keyAct(pressed: Pressed): KeyAct | null {
  if (pressed.altKey) return null;
  if (pressed.ctrlKey || pressed.metaKey) return (pressed.shiftKey && MOD_SHIFT[pressed.key]) || null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(pressed.code)?.[1];
  if (digit && !pressed.shiftKey) return { act: 'quick', digit: Number(digit) };
  const key = keyOf(pressed);
  if (pressed.shiftKey) return SHIFT[key] ?? null;
  return PLAIN[key] ?? null;
}

function keyOf({ key, code }: Pressed): string {
  const typed = key.normalize('NFKC').toLowerCase();
  if (key.length > 1) return key;
  if (/^[a-z[\]]$/.test(typed)) return typed;
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key;
}
