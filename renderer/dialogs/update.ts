import type { UpdateOffer } from '#shared/bridge.ts';
import { call } from '../platform/bridge.ts';
import { observable } from '../platform/observable.ts';
import { speak } from '../ui/report-problem.ts';

/** The update that was chosen and checked, until it is handed over or left. */
export const updateOffer = observable<UpdateOffer | null>(null);

/** Asks for an update file, and shows what is in it once it was checked. */
export async function chooseUpdate(): Promise<void> {
  updateOffer.set(await call('update.choose', { kind: speak()('update.kind') }));
}
