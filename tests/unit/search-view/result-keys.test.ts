import { describe, expect, it } from 'vitest';
import { type Keyed, resultKeys } from '../../../renderer/features/search/result-keys.ts';

/** Presses keys in a list of five rows, of which the first cannot be ticked. @returns what was done, in order */
function pressed(where: 'onFieldKey' | 'onListKey', active: number, ...keys: string[]): string[] {
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
    clear: () => did.push('clear') > 0,
    leave: say('leave'),
  };
  for (const combination of keys) {
    const parts = combination.split('+');
    const here = new EventTarget() as EventTarget & HTMLElement;
    resultKeys(keyed)[where]({
      key: parts.at(-1) ?? '',
      ctrlKey: parts.includes('ctrl'),
      metaKey: false,
      altKey: parts.includes('alt'),
      shiftKey: parts.includes('shift'),
      target: here,
      currentTarget: here,
      preventDefault: say('used up'),
      nativeEvent: { isComposing: parts.includes('composing') },
    });
  }
  return did;
}

describe('keys of the search', () => {
  it('walk through the results from the field, and not beyond them', () => {
    expect(pressed('onFieldKey', 3, 'ArrowDown', 'PageDown', 'PageUp')).toEqual([
      ...['point 4', 'used up'],
      ...['point 4', 'used up'],
      ...['point 0', 'used up'],
    ]);
    expect(pressed('onFieldKey', 2, 'Enter', 'ctrl+Enter', 'Escape')).toEqual([
      ...['open', 'used up'],
      ...['code', 'used up'],
      ...['clear', 'used up'],
    ]);
  });

  it('leave to the field what edits text, and to the input method what it composes with', () => {
    expect(pressed('onFieldKey', 2, 'x', 'n', ' ', 'shift+ArrowDown', 'ctrl+a', 'alt+ArrowLeft')).toEqual([]);
    expect(pressed('onFieldKey', 2, 'composing+Enter', 'composing+ArrowDown')).toEqual([]);
    expect(pressed('onListKey', 2, 'composing+x')).toEqual([]);
  });

  it('act by letters in the list, in either width', () => {
    expect(pressed('onListKey', 2, 'n', 'ｋ').filter((one) => one !== 'used up')).toEqual([
      'point 3',
      'point 1',
    ]);
    expect(pressed('onListKey', 2, 'x', 'c', 'E', 'Escape').filter((one) => one !== 'used up')).toEqual([
      'tick 2 true',
      'code',
      'evidence',
      'leave',
    ]);
    expect(pressed('onListKey', 2, 'ctrl+a', 'ctrl+c').filter((one) => one !== 'used up')).toEqual([
      'tick all',
    ]);
  });

  it('tick on the way with Shift, but only what can be', () => {
    expect(pressed('onListKey', 1, 'shift+ArrowDown')).toEqual([
      'tick 1 true',
      'tick 2 true',
      'point 2',
      'used up',
    ]);
    expect(pressed('onListKey', 1, 'shift+ArrowUp')).toEqual(['tick 1 true', 'point 0', 'used up']);
    expect(pressed('onListKey', 0, 'x')).toEqual(['used up']);
  });
});
