import { notifications } from '@mantine/notifications';
import type { Brought } from '#shared/edit/bring-earlier.ts';
import { speak } from '../ui/report-problem.ts';

/** Tells what an earlier version kept elsewhere and was brought to its place as the workspace was opened; stays until it was read. */
export function notifyBrought(brought: Brought | null): void {
  if (!brought || Object.values(brought).every((count) => count === 0)) return;
  const t = speak();
  notifications.show({
    autoClose: false,
    title: t('shell.brought.title'),
    message: t('shell.brought', { ...brought }),
    closeButtonProps: { 'aria-label': t('common.close') },
  });
}
