import { describe, expect, test } from 'vitest';
import { defineCommands, digitOf, runPressed } from '../../../renderer/ui/commands.ts';
import { standInForDom } from './dom.ts';

standInForDom();

const commands = defineCommands(
  {
    'x.next': { label: 'rating.next', keys: ['N', 'ArrowDown'] },
    'x.rate': { label: 'rating.key.answer', keys: ['1-5'] },
    'x.save': { label: 'common.save', keys: ['mod+Enter'] },
    'x.all': { label: 'search.tickAll', keys: ['mod+A'] },
    'x.leave': { label: 'common.cancel', keys: ['Escape'], whileTyping: true },
    'x.tick': { label: 'search.key.tick', keys: ['Space'] },
  },
  'grid.title',
);

/** @returns what a key press did; null = nothing */
function done(key: string, fields: Partial<KeyboardEvent> = {}, when = true): string | null {
  let did: string | null = null;
  const say = (what: string) => (event: KeyboardEvent) => {
    did = what === 'rate' ? `rate ${digitOf(event)}` : what;
  };
  const event = {
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    defaultPrevented: false,
    target: new HTMLElement(),
    ...fields,
  } as KeyboardEvent;
  const used = runPressed(
    commands,
    {
      'x.next': { run: say('next'), when: () => when },
      'x.rate': say('rate'),
      'x.save': say('save'),
      'x.all': say('all'),
      'x.leave': say('leave'),
      'x.tick': say('tick'),
    },
    event,
  );
  expect(used).toBe(did !== null);
  return did;
}

describe('a key press', () => {
  test('runs its command, by any of its keys', () => {
    expect(done('n')).toBe('next');
    expect(done('ArrowDown')).toBe('next');
    expect(done(' ')).toBe('tick');
    expect(done('q')).toBeNull();
    expect(done('n', { ctrlKey: true })).toBeNull();
  });

  test('is a letter or digit by its place, and in full width', () => {
    expect(done('т', { code: 'KeyN' })).toBe('next');
    expect(done('ｎ')).toBe('next');
    expect(done('3')).toBe('rate 3');
    expect(done('４')).toBe('rate 4');
    expect(done('é', { code: 'Digit2' })).toBe('rate 2');
    expect(done('6')).toBeNull();
    expect(done('ArrowLeft', { code: 'Numpad4' })).toBeNull();
  });

  test('is left alone where an input method composes, or somebody has used it', () => {
    expect(done('n', { isComposing: true })).toBeNull();
    expect(done('n', { defaultPrevented: true })).toBeNull();
  });

  test('is left to the field where one types, unless it has mod or the command says otherwise', () => {
    const target = new HTMLInputElement();
    expect(done('n', { target })).toBeNull();
    expect(done('a', { target, ctrlKey: true })).toBeNull();
    expect(done('Enter', { target, ctrlKey: true })).toBe('save');
    expect(done('Escape', { target })).toBe('leave');
    expect(done('n', { target: Object.assign(new HTMLInputElement(), { type: 'checkbox' }) })).toBe('next');
  });

  test('presses the button that has the focus, where it is Enter or Space', () => {
    const button = new HTMLElement();
    button.closest = () => button;
    expect(done(' ', { target: button })).toBeNull();
    expect(done('n', { target: button })).toBe('next');
  });

  test('is left to others where the command cannot be done now', () => {
    expect(done('n', {}, false)).toBeNull();
  });
});

test('a list can stand under one heading of the help sheet', () => {
  expect(Object.values(commands).every(({ group }) => group === 'grid.title')).toBe(true);
});
