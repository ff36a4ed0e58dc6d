import { IconListCheck } from '@tabler/icons-react';
import { readAgenda } from '../../store/agenda.ts';
import { useRows } from '../../store/index.ts';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { links } from '../../ui/links.ts';
import { commands } from './commands.ts';

/** How much is overdue, of whatever kind. */
function useOverdue() {
  const count = useRows(async (db) => (await readAgenda(db)).agenda.overdue.length, []);
  return count ? ({ count, label: 'followUp.overdue.nav', to: links.followUp() } as const) : null;
}

export const feature: Feature = {
  id: 'follow-up',
  path: '/follow-up/*?',
  home: '/follow-up',
  label: 'followUp.title',
  icon: IconListCheck,
  order: 22,
  View: lazyView(() => import('./view.tsx')),
  commands: [commands],
  useWaiting: useOverdue,
};
