import { IconFileText, IconReportAnalytics } from '@tabler/icons-react';
import type { Action } from '../../ui/feature.ts';
import { go, links } from '../../ui/links.ts';

export const actions: readonly Action[] = [
  {
    id: 'reports.dialogue',
    label: 'reports.create.dialogue',
    icon: IconFileText,
    menu: 'file',
    run: () => go(links.report('dialogue')),
  },
  {
    id: 'reports.materiality',
    label: 'reports.create.materiality',
    icon: IconReportAnalytics,
    menu: 'file',
    run: () => go(links.report('materiality')),
  },
];
