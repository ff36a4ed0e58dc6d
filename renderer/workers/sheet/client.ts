import type { LeakChoices } from '#shared/attribution/leak.ts';
import type { FigureWorkbook } from '#shared/figure-table/from-workbook.ts';
import { problem } from '#shared/model/problem.ts';
import type { Made } from '#shared/sheet/make.ts';
import type { SheetReading, SheetResult, SheetState } from '#shared/sheet/read-sheet.ts';
import { runTask } from '../task.ts';
import type { SheetRequest, SheetService } from './sheet.worker.ts';

const start = () => new Worker(new URL('./sheet.worker.ts', import.meta.url), { type: 'module' });

const TASK = {
  doing: 'sheet',
  failed: (reason: string) => problem('sheets-failed', { reason }),
  cancelled: problem('sheets-cancelled'),
};
/** Our own rows, with no steps to tell of: the largest workspace takes seconds. */
const MAKING_LIMIT = 300;
/** A hostile file can keep a reader busy for ever; an honest one is read in a second. */
const READING_LIMIT = 120;

/**
 * Makes sheets or small copies of the open store beside the window; where names are left that nobody chose about, these instead.
 * @throws ProblemError as `makeSheets`; `sheets-cancelled`, `sheets-failed`, `task-too-slow`
 */
export function makeInWorker(
  storeId: string,
  request: SheetRequest,
  choices: LeakChoices,
  signal: AbortSignal,
): Promise<Made> {
  const task = { ...TASK, limit: MAKING_LIMIT, signal };
  return runTask<SheetService, Made>(start, (service) => service.make(storeId, request, choices), task);
}

/**
 * Reads what came back beside the window, which stays free.
 * @throws ProblemError `sheets-cancelled`, `sheets-failed`, `import-too-slow`
 */
export function readInWorker(
  file: { name: string; bytes: Uint8Array },
  state: SheetState,
  reading: SheetReading,
  signal: AbortSignal,
): Promise<SheetResult> {
  const { name } = file;
  const tooSlow = (seconds: number) => problem('import-too-slow', { name, seconds });
  const task = { ...TASK, limit: READING_LIMIT, tooSlow, signal };
  return runTask<SheetService, SheetResult>(start, (service) => service.read(file, state, reading), task);
}

/**
 * Reads the figures of a workbook beside the window.
 * @throws ProblemError as `readFigureWorkbook`; `sheets-failed`, `import-too-slow`
 */
export function readFiguresInWorker(file: { name: string; bytes: Uint8Array }): Promise<FigureWorkbook> {
  const { name } = file;
  const tooSlow = (seconds: number) => problem('import-too-slow', { name, seconds });
  const { signal } = new AbortController();
  const task = { ...TASK, limit: READING_LIMIT, tooSlow, signal };
  return runTask<SheetService, FigureWorkbook>(start, (service) => service.figures(file), task);
}
