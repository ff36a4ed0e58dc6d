import { IconBulb } from '@tabler/icons-react';
import { dueOf } from '#shared/retrieval/advice-sheet.ts';
import { today } from '../../platform/today.ts';
import { commitmentsByAdvice } from '../../store/commitments.ts';
import { useRows } from '../../store/index.ts';
import type { Feature } from '../../ui/feature.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { links } from '../../ui/links.ts';
import { commands, drawerCommands, edgeCommands, registerCommands } from './commands.ts';

/** How much advice is overdue; the way to it, under the names of those who own it. */
function useOverdue() {
  const count = useRows(async (db) => {
    const day = today();
    const promised = await commitmentsByAdvice(db);
    return (await db.advice.toArray()).filter(
      (advice) => dueOf({ advice, commitments: promised.get(advice.id) ?? [] }, day) === 'overdue',
    ).length;
  }, []);
  return count
    ? ({ count, label: 'advice.overdue.nav', to: links.adviceList({ due: 'overdue', as: 'owner' }) } as const)
    : null;
}

export const feature: Feature = {
  id: 'advice',
  path: '/advice/*?',
  home: '/advice',
  label: 'advice.title',
  icon: IconBulb,
  order: 20,
  View: lazyView(() => import('./view.tsx')),
  commands: [commands, registerCommands, drawerCommands, edgeCommands],
  useWaiting: useOverdue,
};
