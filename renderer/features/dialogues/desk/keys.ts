import { defineCommands } from '../../../ui/commands.ts';

/** The desk's own keys, as the help sheet lists them; `key-acts.ts` says what they do. */
export const deskKeys = defineCommands({
  'desk.turn': { label: 'desk.hotkey.turn', keys: ['ArrowDown'] },
  'desk.sentence': { label: 'desk.hotkey.sentence', keys: ['ArrowRight'] },
  'desk.word': { label: 'desk.hotkey.word', keys: ['W'] },
  'desk.whole-sentence': { label: 'desk.hotkey.whole-sentence', keys: ['S'] },
  'desk.whole': { label: 'desk.hotkey.whole', keys: ['Enter'] },
  'desk.grow': { label: 'desk.hotkey.grow', keys: ['shift+ArrowRight'] },
  'desk.growSentence': { label: 'desk.hotkey.growSentence', keys: ['shift+ArrowDown'] },
  'desk.growStart': { label: 'desk.hotkey.growStart', keys: ['mod+shift+ArrowLeft'] },
  'desk.code': { label: 'desk.code', keys: ['C'] },
  'desk.advice': { label: 'desk.advice', keys: ['A'] },
  'desk.repeat': { label: 'desk.hotkey.repeat', keys: ['R'] },
  'desk.quick': { label: 'desk.hotkey.quick', keys: ['1-9'] },
  'desk.mark': { label: 'desk.hotkey.mark', keys: [']'] },
  'desk.hit': { label: 'desk.hotkey.hit', keys: ['N'] },
  'desk.memo': { label: 'desk.hotkey.memo', keys: ['M'] },
  'desk.remove': { label: 'desk.hotkey.remove', keys: ['Delete'] },
  'desk.edit': { label: 'correct.edit.key', keys: ['E'] },
  'desk.clear': { label: 'desk.clear', keys: ['Escape'] },
});
