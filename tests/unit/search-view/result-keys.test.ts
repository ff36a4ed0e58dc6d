import { describe, expect, it } from 'vitest';
import { fieldCommands, listCommands, walkCommands } from '../../../renderer/features/search/commands.ts';
import { type Keyed, resultHandlers } from '../../../renderer/features/search/result-keys.ts';
import { runPressed } from '../../../renderer/ui/commands.ts';
import { standInForDom } from '../ui/dom.ts';

standInForDom();

/** Presses keys in a list of five rows, of which the first cannot be ticked. @returns what was done, in order */
function pressed(where: 'field' | 'list', active: number, ...keys: string[]): string[] {
  const did: string[] = [];
  const say = (what: string) => () => did.push(what);
  const keyed: Keyed = {
    rows: 5,
    active,
    point: (index) => did.push(`point ${index}`),
    open: say('open'),
    code: say('code'),
    evidence: say('evidence'),
    menu: say('menu'),
    isTicked: (index) => (index < 1 || index > 4 ? null : false),
    tick: (index, on) => did.push(`tick ${index} ${on}`),
    tickAll: say('tick all'),
    canClear: true,
    clear: say('clear'),
    leave: say('leave'),
  };
  for (const combination of keys) {
    const parts = combination.split('+');
    const event = {
      key: parts.at(-1) ?? '',
      code: '',
      ctrlKey: parts.includes('ctrl'),
      metaKey: false,
      altKey: parts.includes('alt'),
      shiftKey: parts.includes('shift'),
      target: where === 'field' ? new HTMLInputElement() : new HTMLElement(),
      isComposing: parts.includes('composing'),
      defaultPrevented: false,
    } as unknown as KeyboardEvent;
    const { walk, field, list } = resultHandlers(keyed);
    const used =
      where === 'field'
        ? runPressed({ ...walkCommands, ...fieldCommands }, { ...walk, ...field }, event)
        : runPressed({ ...walkCommands, ...listCommands }, { ...walk, ...list }, event);
    if (used) did.push('used up');
  }
  return did;
}

describe('keys of the search', () => {
  it('walk through the results from the field, and not beyond them', () => {
    expect(pressed('field', 3, 'ArrowDown', 'PageDown', 'PageUp')).toEqual([
      ...['point 4', 'used up'],
      ...['point 4', 'used up'],
      ...['point 0', 'used up'],
    ]);
    expect(pressed('field', 2, 'Enter', 'ctrl+Enter', 'Escape')).toEqual([
      ...['open', 'used up'],
      ...['code', 'used up'],
      ...['clear', 'used up'],
    ]);
  });

  it('leave to the field what edits text, and to the input method what it composes with', () => {
    expect(pressed('field', 2, 'x', 'n', ' ', 'shift+ArrowDown', 'ctrl+a', 'alt+ArrowLeft')).toEqual([]);
    expect(pressed('field', 2, 'composing+Enter', 'composing+ArrowDown')).toEqual([]);
    expect(pressed('list', 2, 'composing+x')).toEqual([]);
  });

  it('act by letters in the list, in either width', () => {
    expect(pressed('list', 2, 'n', 'ｋ').filter((one) => one !== 'used up')).toEqual(['point 3', 'point 1']);
    expect(pressed('list', 2, 'x', 'c', 'E', 'Escape').filter((one) => one !== 'used up')).toEqual([
      'tick 2 true',
      'code',
      'evidence',
      'leave',
    ]);
    expect(pressed('list', 2, 'ctrl+a', 'ctrl+c').filter((one) => one !== 'used up')).toEqual(['tick all']);
  });

  it('tick on the way with Shift, but only what can be', () => {
    expect(pressed('list', 1, 'shift+ArrowDown')).toEqual([
      'tick 1 true',
      'tick 2 true',
      'point 2',
      'used up',
    ]);
    expect(pressed('list', 1, 'shift+ArrowUp')).toEqual(['tick 1 true', 'point 0', 'used up']);
    expect(pressed('list', 0, 'x')).toEqual(['used up']);
  });
});
