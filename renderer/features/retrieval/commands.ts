import { IconFileTypeSvg, IconFilterSearch, IconTargetArrow } from '@tabler/icons-react';
import { ARROWS, defineCommands } from '../../ui/commands.ts';
import { go, links } from '../../ui/links.ts';
import { hasPicture, savePicture } from './picture.ts';

export const commands = defineCommands({
  'retrieval.open': {
    label: 'retrieval.action.open',
    icon: IconFilterSearch,
    menu: 'dialogue',
    run: () => go(links.passages()),
  },
  'retrieval.coverage': {
    label: 'retrieval.action.coverage',
    icon: IconTargetArrow,
    menu: 'dialogue',
    run: () => go(links.passages('as=coverage')),
  },
  'retrieval.saturationSvg': {
    label: 'retrieval.action.svg',
    icon: IconFileTypeSvg,
    when: hasPicture,
    run: savePicture,
  },
});

/** Keys of a table of figures. */
export const cellCommands = defineCommands({
  'retrieval.cell': { label: 'retrieval.key.cell', keys: ARROWS },
});
