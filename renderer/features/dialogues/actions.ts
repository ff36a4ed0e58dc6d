import {
  IconArrowDown,
  IconArrowUp,
  IconClipboardText,
  IconFileImport,
  IconFileSearch,
} from '@tabler/icons-react';
import type { Action } from '../../ui/feature.ts';
import { canFind, find } from './desk/finder.ts';
import { chooseFiles, pasteText } from './import/session.ts';

export const actions: readonly Action[] = [
  {
    id: 'dialogues.import',
    label: 'dialogues.import',
    icon: IconFileImport,
    hotkey: 'mod+I',
    menu: 'dialogue',
    run: chooseFiles,
  },
  {
    id: 'dialogues.paste',
    label: 'dialogues.paste',
    icon: IconClipboardText,
    hotkey: 'mod+Shift+V',
    menu: 'dialogue',
    run: pasteText,
  },
  {
    id: 'dialogues.find',
    label: 'desk.find',
    icon: IconFileSearch,
    hotkey: 'mod+F',
    menu: 'edit',
    when: canFind,
    run: () => find('open'),
  },
  {
    id: 'dialogues.findNext',
    label: 'desk.find.next',
    icon: IconArrowDown,
    hotkey: 'mod+G',
    otherHotkeys: ['F3'],
    menu: 'edit',
    when: canFind,
    run: () => find('next'),
  },
  {
    id: 'dialogues.findPrevious',
    label: 'desk.find.previous',
    icon: IconArrowUp,
    hotkey: 'mod+Shift+G',
    otherHotkeys: ['shift+F3'],
    menu: 'edit',
    when: canFind,
    run: () => find('previous'),
  },
];
