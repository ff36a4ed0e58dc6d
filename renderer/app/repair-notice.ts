import { notifications } from '@mantine/notifications';
import type { Translate } from '#shared/i18n/index.ts';
import type { OpeningRepair } from '../store/index.ts';
import { speak } from '../ui/report-problem.ts';

/** What had to be repaired when a workspace was opened, in sentences; none = it was found as it was left. */
export function repairSentences(t: Translate, repair: OpeningRepair): string[] {
  const sentences: string[] = [];
  const { entries: count, missing, damaged, folder } = repair;
  if (missing && missing.lostChanges > 0)
    sentences.push(t('shell.mending.lost', { count: missing.lostChanges }));
  if (missing?.atLeast) sentences.push(t('shell.mending.lostEnd'));
  const recovered = missing ? missing.lostEntries - missing.lostChanges : 0;
  if (recovered > 0) sentences.push(t('shell.mending.recovered', { count: recovered }));
  if (repair.repaired !== 'none') sentences.push(t(`shell.mending.${repair.repaired}`, { count }));
  if (repair.tornTail) sentences.push(t(`shell.mending.tornTail.${repair.complete ? 'known' : 'unknown'}`));
  if (damaged.length > 0)
    sentences.push(t('shell.mending.damaged', { files: damaged.join(', '), count: damaged.length, folder }));
  if (repair.keptAside) sentences.push(t('shell.mending.keptAside'));
  if (sentences.length > 0 && repair.complete) sentences.push(t('shell.mending.complete'));
  return sentences;
}

/** Tells the person what was repaired; stays until they have read it. */
export function notifyRepair(repair: OpeningRepair): void {
  const t = speak();
  const sentences = repairSentences(t, repair);
  if (sentences.length === 0) return;
  notifications.show({
    color: repair.missing ? 'red' : repair.damaged.length > 0 || repair.keptAside ? 'yellow' : 'ai',
    autoClose: false,
    title: t('shell.mending.title'),
    message: sentences.join('\n'),
    styles: { description: { whiteSpace: 'pre-line' } },
    closeButtonProps: { 'aria-label': t('common.close') },
  });
}
