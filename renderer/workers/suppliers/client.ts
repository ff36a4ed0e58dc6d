import { problem } from '#shared/model/problem.ts';
import type { ListMapping } from '#shared/suppliers/list/mapping.ts';
import type { RowOutcome } from '#shared/suppliers/list/offers.ts';
import type { SupplierListTable } from '#shared/suppliers/list/read-list.ts';
import { type Progress, runTask } from '../task.ts';
import type { SuppliersService } from './suppliers.worker.ts';

const start = () => new Worker(new URL('./suppliers.worker.ts', import.meta.url), { type: 'module' });

/** A hostile file can keep a reader busy for ever; an honest one of twenty thousand rows is read in seconds. */
const LIMIT = 120;

/**
 * Reads a list of suppliers beside the window.
 * @throws ProblemError as `readSupplierList`; `import-too-slow`, `task-cancelled`, `task-failed`
 */
export function readListInWorker(
  file: { name: string; bytes: Uint8Array },
  sheet: string | null,
  signal: AbortSignal,
): Promise<SupplierListTable> {
  const tooSlow = (seconds: number) => problem('import-too-slow', { name: file.name, seconds });
  const task = { doing: 'supplier list', limit: LIMIT, tooSlow, signal };
  return runTask<SuppliersService, SupplierListTable>(start, (service) => service.read(file, sheet), task);
}

/** What a list would bring in. @throws ProblemError `task-cancelled`, `task-failed`, `task-too-slow` */
export function offersInWorker(
  storeId: string,
  table: SupplierListTable,
  mapping: ListMapping,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<RowOutcome[]> {
  const task = { doing: 'supplier offers', limit: LIMIT, signal, onProgress };
  return runTask<SuppliersService, RowOutcome[]>(
    start,
    (service, progress) => service.offer(storeId, table, mapping, progress),
    task,
  );
}
