import { IconClipboardText, IconFileImport } from '@tabler/icons-react';
import type { Action } from '../../ui/feature.ts';
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
];
