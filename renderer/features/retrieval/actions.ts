import { IconFileTypeSvg, IconFilterSearch, IconTargetArrow } from '@tabler/icons-react';
import type { Action } from '../../ui/feature.ts';
import { go, links } from '../../ui/links.ts';
import { hasPicture, savePicture } from './picture.ts';

export const actions: readonly Action[] = [
  {
    id: 'retrieval.open',
    label: 'retrieval.action.open',
    icon: IconFilterSearch,
    menu: 'dialogue',
    run: () => go(links.passages()),
  },
  {
    id: 'retrieval.coverage',
    label: 'retrieval.action.coverage',
    icon: IconTargetArrow,
    menu: 'dialogue',
    run: () => go(links.passages('as=coverage')),
  },
  {
    id: 'retrieval.saturationSvg',
    label: 'retrieval.action.svg',
    icon: IconFileTypeSvg,
    when: hasPicture,
    run: savePicture,
  },
];
