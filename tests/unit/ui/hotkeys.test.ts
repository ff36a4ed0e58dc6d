import { describe, expect, test } from 'vitest';
import {
  acceleratorOf,
  hotkeyParts,
  isHotkey,
  type KeyPress,
  worksWhileTyping,
} from '../../../renderer/ui/hotkeys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('isHotkey', () => {
  test('mod is Control on most systems and Command on a Mac', () => {
    expect(isHotkey('mod+K', press('k', { ctrlKey: true }), false)).toBe(true);
    expect(isHotkey('mod+K', press('k', { metaKey: true }), false)).toBe(false);
    expect(isHotkey('mod+K', press('k', { metaKey: true }), true)).toBe(true);
    expect(isHotkey('mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
  });

  test('a further modifier makes another hotkey', () => {
    expect(isHotkey('mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(isHotkey('mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
    expect(isHotkey('mod+K', press('k', { ctrlKey: true, altKey: true }), false)).toBe(false);
  });

  test('a letter is known by its place where the layout types another script', () => {
    expect(isHotkey('mod+K', press('き', { ctrlKey: true, code: 'KeyK' }), false)).toBe(true);
    // On a Dvorak layout the place of K types another Latin letter: what is typed decides.
    expect(isHotkey('mod+K', press('t', { ctrlKey: true, code: 'KeyK' }), false)).toBe(false);
  });

  test('a sign is taken as typed, whatever Shift its layout needs', () => {
    expect(isHotkey('?', press('?', { shiftKey: true }), false)).toBe(true);
    expect(isHotkey('?', press('?'), false)).toBe(true);
    expect(isHotkey('?', press('/'), false)).toBe(false);
    expect(isHotkey('mod+/', press('/', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  });
});

test('while typing, only combinations act that edit no text', () => {
  expect(worksWhileTyping('mod+K')).toBe(true);
  expect(worksWhileTyping('mod+Z')).toBe(false);
  expect(worksWhileTyping('mod+Shift+Z')).toBe(false);
  expect(worksWhileTyping('?')).toBe(false);
  expect(worksWhileTyping('alt+ArrowLeft')).toBe(false);
});

test('keys are named as the keyboard at hand has them', () => {
  expect(hotkeyParts('mod+Shift+K', false)).toEqual(['Ctrl', 'Shift', 'K']);
  expect(hotkeyParts('mod+Shift+K', true)).toEqual(['⌘', '⇧', 'K']);
  expect(hotkeyParts('alt+ArrowLeft', false)).toEqual(['Alt', '←']);
  expect(hotkeyParts('mod++', false)).toEqual(['Ctrl', '+']);
});

test('a menu claims combinations and function keys, never a single sign', () => {
  expect(acceleratorOf('mod+Shift+W')).toBe('CmdOrCtrl+Shift+W');
  expect(acceleratorOf('alt+ArrowLeft')).toBe('Alt+Left');
  expect(acceleratorOf('F2')).toBe('F2');
  expect(acceleratorOf('?')).toBe('');
  expect(acceleratorOf(undefined)).toBe('');
});
