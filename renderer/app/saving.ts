import { watchCalls } from '../platform/bridge.ts';
import { observable } from '../platform/observable.ts';
import { pendingChanges } from '../store/index.ts';

/** Whether all that was done is on disk: `saved`, on its way, or refused by the disk. */
export type Saving = 'saved' | 'saving' | 'problem';

export const saving = observable<Saving>('saved');

/**
 * Follows the changes that are asked for, those that wait their turn among them, and what the log on disk
 * acknowledges. A failure stays shown until a later change is saved.
 * @returns a function that stops following
 */
export function followSaving(): () => void {
  let refused = false;
  const update = () => saving.set(pendingChanges.get() > 0 ? 'saving' : refused ? 'problem' : 'saved');
  const unwatch = watchCalls((name, outcome) => {
    if (outcome === 'sent' || (name !== 'journal.append' && name !== 'workspace.open')) return;
    refused = name === 'journal.append' && outcome === 'failed';
    update();
  });
  const unsubscribe = pendingChanges.subscribe(update);
  return () => {
    unwatch();
    unsubscribe();
  };
}
