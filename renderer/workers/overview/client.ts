import type { Language } from '#shared/i18n/index.ts';
import { runTask } from '../task.ts';
import type { Overview, OverviewService } from './overview.worker.ts';

export type { Overview, SmallMatrix } from './overview.worker.ts';

/** Our own rows: a large workspace takes seconds, tenfold where much else runs. In seconds. */
const LIMIT = 120;

/**
 * What changed since an entry of the log, and the latest round's matrix, read beside the window.
 * @param since number of the last entry that was seen; null = nothing to compare with
 * @throws ProblemError; also where `signal` was aborted
 */
export function overviewInWorker(
  storeId: string,
  since: number | null,
  language: Language,
  signal: AbortSignal,
): Promise<Overview> {
  return runTask<OverviewService, Overview>(
    () => new Worker(new URL('./overview.worker.ts', import.meta.url), { type: 'module' }),
    (service) => service.overview(storeId, since, language),
    { doing: 'overview', limit: LIMIT, signal },
  );
}
