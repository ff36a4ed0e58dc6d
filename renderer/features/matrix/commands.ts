import { IconFileTypePng, IconFileTypeSvg } from '@tabler/icons-react';
import { defineCommands } from '../../ui/commands.ts';
import { exportPicture, hasPicture } from './export.ts';

export const commands = defineCommands({
  'matrix.exportSvg': {
    label: 'matrix.action.svg',
    icon: IconFileTypeSvg,
    menu: 'assess',
    when: hasPicture,
    run: () => exportPicture('svg'),
  },
  'matrix.exportPng': {
    label: 'matrix.action.png',
    icon: IconFileTypePng,
    menu: 'assess',
    when: hasPicture,
    run: () => exportPicture('png'),
  },
});

/** Keys of the panel beside the pictures. */
export const sideCommands = defineCommands({
  'matrix.back': { label: 'matrix.key.back', keys: ['Escape'], whileTyping: true },
});
