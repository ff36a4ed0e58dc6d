import { notifications } from '@mantine/notifications';
import type { Translate } from '#shared/i18n/index.ts';
import type { Mending } from '../store/index.ts';
import { speak } from '../ui/report-problem.ts';

/** What had to be mended when a workspace was opened, in sentences; none = it was found as it was left. */
export function mendingSentences(t: Translate, mending: Mending): string[] {
  const told: string[] = [];
  const { entries: count, missing, damaged, folder } = mending;
  if (missing && missing.lostChanges > 0) told.push(t('shell.mending.lost', { count: missing.lostChanges }));
  if (missing?.atLeast) told.push(t('shell.mending.lostEnd'));
  const recovered = missing ? missing.lostEntries - missing.lostChanges : 0;
  if (recovered > 0) told.push(t('shell.mending.recovered', { count: recovered }));
  if (mending.mended !== 'none') told.push(t(`shell.mending.${mending.mended}`, { count }));
  if (mending.tornTail) told.push(t(`shell.mending.tornTail.${mending.complete ? 'known' : 'unknown'}`));
  if (damaged.length > 0)
    told.push(t('shell.mending.damaged', { files: damaged.join(', '), count: damaged.length, folder }));
  if (mending.keptAside) told.push(t('shell.mending.keptAside'));
  if (told.length > 0 && mending.complete) told.push(t('shell.mending.complete'));
  return told;
}

/** Tells the person what was mended; stays until they have read it. */
export function notifyMending(mending: Mending): void {
  const t = speak();
  const told = mendingSentences(t, mending);
  if (told.length === 0) return;
  notifications.show({
    color: mending.missing ? 'red' : mending.damaged.length > 0 || mending.keptAside ? 'yellow' : 'ai',
    autoClose: false,
    title: t('shell.mending.title'),
    message: told.join('\n'),
    styles: { description: { whiteSpace: 'pre-line' } },
    closeButtonProps: { 'aria-label': t('common.close') },
  });
}
