import { notifications } from '@mantine/notifications';
import type { Translate } from '#shared/i18n/index.ts';
import type { Mending } from '../store/index.ts';
import { speak } from './report-problem.ts';

/** What had to be mended when a workspace was opened, in sentences; none = it was found as it was left. */
export function mendingSentences(t: Translate, mending: Mending): string[] {
  const told: string[] = [];
  const count = mending.entries;
  if (mending.mended !== 'none') told.push(t(`shell.mending.${mending.mended}`, { count }));
  if (mending.tornTail) told.push(t('shell.mending.tornTail'));
  if (mending.damaged.length > 0)
    told.push(
      t('shell.mending.damaged', { files: mending.damaged.join(', '), count: mending.damaged.length }),
    );
  if (mending.keptAside) told.push(t('shell.mending.keptAside'));
  if (told.length > 0) told.push(t('shell.mending.kept'));
  return told;
}

/** Tells the person what was mended; stays until they have read it. */
export function notifyMending(mending: Mending): void {
  const t = speak();
  const told = mendingSentences(t, mending);
  if (told.length === 0) return;
  notifications.show({
    color: mending.damaged.length > 0 || mending.keptAside ? 'yellow' : 'ai',
    autoClose: false,
    title: t('shell.mending.title'),
    message: told.join(' '),
    closeButtonProps: { 'aria-label': t('common.close') },
  });
}
