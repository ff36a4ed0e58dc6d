import {
  IconArrowDown,
  IconArrowUp,
  IconClipboardText,
  IconFileImport,
  IconFileSearch,
} from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { act, isDeskShown } from './desk/acts.ts';
import { chooseFiles, pasteText } from './import/session.ts';

export const commands = defineCommands({
  'dialogues.import': {
    label: 'dialogues.import',
    icon: IconFileImport,
    keys: ['mod+I'],
    menu: 'dialogue',
    run: chooseFiles,
  },
  'dialogues.paste': {
    label: 'dialogues.paste',
    icon: IconClipboardText,
    keys: ['mod+Shift+V'],
    menu: 'dialogue',
    run: pasteText,
  },
  'dialogues.find': {
    label: 'desk.find',
    icon: IconFileSearch,
    keys: ['mod+F'],
    menu: 'edit',
    when: isDeskShown,
    run: () => act('find'),
  },
  'dialogues.findNext': {
    label: 'desk.find.next',
    icon: IconArrowDown,
    keys: ['mod+G', 'F3'],
    menu: 'edit',
    when: isDeskShown,
    run: () => act('find-next'),
  },
  'dialogues.findPrevious': {
    label: 'desk.find.previous',
    icon: IconArrowUp,
    keys: ['mod+Shift+G', 'shift+F3'],
    menu: 'edit',
    when: isDeskShown,
    run: () => act('find-previous'),
  },
});
