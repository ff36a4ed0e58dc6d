import type { ViewKey } from '../../../ui/feature.ts';

/** The desk's own keys, as the help sheet lists them. */
export const deskKeys: readonly ViewKey[] = [
  { hotkey: 'ArrowDown', label: 'desk.hotkey.turn' },
  { hotkey: 'ArrowRight', label: 'desk.hotkey.sentence' },
  { hotkey: 'shift+ArrowRight', label: 'desk.hotkey.grow' },
  { hotkey: 'Enter', label: 'desk.hotkey.whole' },
  { hotkey: 'C', label: 'desk.code' },
  { hotkey: 'A', label: 'desk.advice' },
  { hotkey: 'E', label: 'correct.edit.key' },
  { hotkey: 'Escape', label: 'desk.clear' },
];
