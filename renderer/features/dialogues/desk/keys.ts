import type { ViewKey } from '../../../ui/feature.ts';

/** The desk's own keys, as the help sheet lists them; `key-acts.ts` says what they do. */
export const deskKeys: readonly ViewKey[] = [
  { hotkey: 'ArrowDown', label: 'desk.hotkey.turn' },
  { hotkey: 'ArrowRight', label: 'desk.hotkey.sentence' },
  { hotkey: 'W', label: 'desk.hotkey.word' },
  { hotkey: 'S', label: 'desk.hotkey.whole-sentence' },
  { hotkey: 'Enter', label: 'desk.hotkey.whole' },
  { hotkey: 'shift+ArrowRight', label: 'desk.hotkey.grow' },
  { hotkey: 'shift+ArrowDown', label: 'desk.hotkey.growSentence' },
  { hotkey: 'mod+shift+ArrowLeft', label: 'desk.hotkey.growStart' },
  { hotkey: 'C', label: 'desk.code' },
  { hotkey: 'A', label: 'desk.advice' },
  { hotkey: 'R', label: 'desk.hotkey.repeat' },
  { hotkey: '1', label: 'desk.hotkey.quick' },
  { hotkey: ']', label: 'desk.hotkey.mark' },
  { hotkey: 'N', label: 'desk.hotkey.hit' },
  { hotkey: 'M', label: 'desk.hotkey.memo' },
  { hotkey: 'Delete', label: 'desk.hotkey.remove' },
  { hotkey: 'E', label: 'correct.edit.key' },
  { hotkey: 'Escape', label: 'desk.clear' },
];
