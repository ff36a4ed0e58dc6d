import {
  IconBulb,
  IconCopy,
  IconHeartHandshake,
  IconMessageCheck,
  IconPencil,
  IconScale,
  IconTag,
  IconX,
} from '@tabler/icons-react';
import { defineCommands } from '../../../ui/commands.ts';
import { act, isDeskShown } from './acts.ts';

/**
 * What can be done at the desk: keys, toolbar, context menu and the help sheet are drawn from this list;
 * `use-desk-commands.ts` says what each does.
 */
export const deskCommands = defineCommands({
  'desk.nextTurn': { label: 'desk.hotkey.nextTurn', keys: ['ArrowDown', 'J'] },
  'desk.previousTurn': { label: 'desk.hotkey.previousTurn', keys: ['ArrowUp', 'K'] },
  'desk.nextSentence': { label: 'desk.hotkey.nextSentence', keys: ['ArrowRight'] },
  'desk.previousSentence': { label: 'desk.hotkey.previousSentence', keys: ['ArrowLeft'] },
  'desk.nextWord': { label: 'desk.hotkey.nextWord', keys: ['W'] },
  'desk.previousWord': { label: 'desk.hotkey.previousWord', keys: ['shift+W'] },
  'desk.wholeSentence': { label: 'desk.hotkey.whole-sentence', keys: ['S'] },
  'desk.wholeTurn': { label: 'desk.hotkey.whole', keys: ['Enter'] },
  'desk.grow': { label: 'desk.hotkey.grow', keys: ['shift+ArrowRight'] },
  'desk.shrink': { label: 'desk.hotkey.shrink', keys: ['shift+ArrowLeft'] },
  'desk.growSentence': { label: 'desk.hotkey.growSentence', keys: ['shift+ArrowDown'] },
  'desk.shrinkSentence': { label: 'desk.hotkey.shrinkSentence', keys: ['shift+ArrowUp'] },
  'desk.growStart': { label: 'desk.hotkey.growStart', keys: ['mod+shift+ArrowLeft'] },
  'desk.shrinkStart': { label: 'desk.hotkey.shrinkStart', keys: ['mod+shift+ArrowRight'] },
  'desk.code': { label: 'desk.code', keys: ['C'], icon: IconTag },
  'desk.advice': { label: 'desk.advice', keys: ['A'], icon: IconBulb },
  'desk.commitment': {
    label: 'desk.commitment',
    keys: ['O'],
    icon: IconHeartHandshake,
    when: isDeskShown,
    run: () => act('commitment'),
  },
  'desk.evidence': { label: 'desk.evidence', icon: IconScale },
  'desk.told': { label: 'desk.told', icon: IconMessageCheck },
  'desk.copy': { label: 'desk.copy', icon: IconCopy },
  'desk.repeat': { label: 'desk.hotkey.repeat', keys: ['R'] },
  'desk.quick': { label: 'desk.hotkey.quick', keys: ['1-9'] },
  'desk.nextMark': { label: 'desk.hotkey.nextMark', keys: [']'] },
  'desk.previousMark': { label: 'desk.hotkey.previousMark', keys: ['['] },
  'desk.nextHit': { label: 'desk.hotkey.nextHit', keys: ['N'] },
  'desk.previousHit': { label: 'desk.hotkey.previousHit', keys: ['P'] },
  'desk.memo': { label: 'desk.hotkey.memo', keys: ['M'] },
  'desk.borders': { label: 'desk.borders', keys: ['B'] },
  'desk.recode': { label: 'desk.hotkey.recode', keys: ['I'] },
  'desk.remove': { label: 'desk.hotkey.remove', keys: ['Delete', 'Backspace'] },
  'desk.edit': { label: 'correct.edit.key', keys: ['E'], icon: IconPencil },
  'desk.clear': { label: 'desk.clear', keys: ['Escape'], icon: IconX },
});

/** Keys while the borders of a coding are moved; with Alt too, as long as nothing else has the arrows. */
export const borderCommands = defineCommands(
  {
    'desk.border.grow': { label: 'desk.border.grow', keys: ['ArrowRight', 'alt+ArrowRight'] },
    'desk.border.shrink': { label: 'desk.border.shrink', keys: ['ArrowLeft', 'alt+ArrowLeft'] },
    'desk.border.growStart': {
      label: 'desk.border.growStart',
      keys: ['shift+ArrowLeft', 'alt+shift+ArrowLeft'],
    },
    'desk.border.shrinkStart': {
      label: 'desk.border.shrinkStart',
      keys: ['shift+ArrowRight', 'alt+shift+ArrowRight'],
    },
    'desk.border.store': { label: 'desk.borders.store', keys: ['Enter'] },
    'desk.border.cancel': { label: 'common.cancel', keys: ['Escape'] },
  },
  'desk.borders',
);

export type DeskCommand = keyof typeof deskCommands;

/** What can be done with the selected words, in the order in which toolbar and context menu list it. */
export const SELECTION_COMMANDS = [
  'desk.code',
  'desk.advice',
  'desk.commitment',
  'desk.evidence',
  'desk.told',
  'desk.copy',
] as const;
export type SelectionCommand = (typeof SELECTION_COMMANDS)[number];
