import { watchCalls } from '../platform/bridge.ts';
import { observable } from '../platform/observable.ts';

/** Whether all that was done is on disk: `saved`, on its way, or refused by the disk. */
export type Saving = 'saved' | 'saving' | 'problem';

export const saving = observable<Saving>('saved');

let underWay = 0;

/**
 * Follows what the log on disk acknowledges. A failure stays shown until a later entry is kept.
 * @returns a function that stops following
 */
export function followSaving(): () => void {
  return watchCalls((name, outcome) => {
    if (name === 'workspace.open' && outcome === 'done') return saving.set('saved');
    if (name !== 'journal.append') return;
    underWay += outcome === 'sent' ? 1 : -1;
    if (outcome === 'failed') saving.set('problem');
    else if (underWay > 0) saving.set('saving');
    else saving.set('saved');
  });
}
