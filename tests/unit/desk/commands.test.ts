import { describe, expect, it } from 'vitest';
import {
  type DeskCommand,
  deskCommands,
  SELECTION_COMMANDS,
} from '../../../renderer/features/dialogues/desk/commands.ts';
import { isHotkey, type KeyPress } from '../../../renderer/ui/hotkeys.ts';

const IDS = Object.keys(deskCommands) as DeskCommand[];

/** The commands of a key press, held keys in front: `ctrl+shift+ArrowLeft`; `code` is its place on the keyboard. */
function pressed(combination: string, code = ''): DeskCommand[] {
  const parts = combination.split('+');
  const press: KeyPress = {
    key: parts.at(-1) ?? '',
    code,
    ctrlKey: parts.includes('ctrl'),
    metaKey: parts.includes('meta'),
    altKey: parts.includes('alt'),
    shiftKey: parts.includes('shift'),
  };
  return IDS.filter((id) => deskCommands[id].keys?.some((key) => isHotkey(key, press, false)));
}

describe('keys of the desk', () => {
  it.each([
    ['ArrowDown', 'desk.nextTurn'],
    ['j', 'desk.nextTurn'],
    ['k', 'desk.previousTurn'],
    ['ArrowRight', 'desk.nextSentence'],
    ['shift+ArrowRight', 'desk.grow'],
    ['shift+ArrowDown', 'desk.growSentence'],
    ['ctrl+shift+ArrowLeft', 'desk.growStart'],
    ['ctrl+shift+ArrowRight', 'desk.shrinkStart'],
    ['w', 'desk.nextWord'],
    ['shift+W', 'desk.previousWord'],
    ['Enter', 'desk.wholeTurn'],
    ['[', 'desk.previousMark'],
    ['7', 'desk.quick'],
    ['Backspace', 'desk.remove'],
    ['Escape', 'desk.clear'],
  ])('%s is one command: %s', (combination, command) => {
    expect(pressed(combination)).toEqual([command]);
  });

  it('are found by their place where an input method or a layout types something else', () => {
    expect(pressed('そ', 'KeyC')).toEqual(['desk.code']);
    expect(pressed('ｃ', 'KeyC')).toEqual(['desk.code']);
    expect(pressed('&', 'Digit1')).toEqual(['desk.quick']);
    expect(pressed('］')).toEqual(['desk.nextMark']);
  });

  it('leave alone what is held with other keys, and 0', () => {
    expect(
      ['ctrl+c', 'alt+ArrowLeft', 'meta+k', 'ctrl+ArrowRight', 'shift+c', '0'].flatMap((one) => pressed(one)),
    ).toEqual([]);
  });

  it('are each of one command only', () => {
    const keys = IDS.flatMap((id) => deskCommands[id].keys ?? []).map((key) => key.toLowerCase());
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
  });
});

it('what can be done with selected words has an icon, for toolbar and menu', () => {
  expect(SELECTION_COMMANDS.filter((id) => !deskCommands[id].icon)).toEqual([]);
});
