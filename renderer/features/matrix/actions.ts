import { IconFileTypePng, IconFileTypeSvg } from '@tabler/icons-react';
import type { Action } from '../../ui/feature.ts';
import { exportPicture, hasPicture } from './export.ts';

export const actions: readonly Action[] = [
  {
    id: 'matrix.exportSvg',
    label: 'matrix.action.svg',
    icon: IconFileTypeSvg,
    menu: 'assess',
    when: hasPicture,
    run: () => exportPicture('svg'),
  },
  {
    id: 'matrix.exportPng',
    label: 'matrix.action.png',
    icon: IconFileTypePng,
    menu: 'assess',
    when: hasPicture,
    run: () => exportPicture('png'),
  },
];
