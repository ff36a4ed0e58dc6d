import { type Remote, wrap } from 'comlink';
import type { LeakChoices } from '#shared/attribution/leak.ts';
import { noted, ProblemError, type Result } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import type {
  Board,
  BoardRequest,
  Outline,
  Pictures,
  ReportKind,
  ReportRequest,
  Section,
} from '#shared/report/index.ts';
import type { NamedScene, ReportService, WrittenReport } from './report.worker.ts';

export type {
  Block,
  Board,
  Cell,
  Line,
  Omission,
  Outline,
  OutlineSection,
  Pictures,
  Section,
  SectionChoice,
} from '#shared/report/index.ts';
export type { ReportKind, ReportRequest, WrittenReport };

export interface ReportWatch {
  /** Aborting ends the worker at once; nothing is written. */
  readonly signal?: AbortSignal;
}

/** Everything that a report could hold, without writing it. @throws ProblemError as `buildReport`, or `report-cancelled` */
export function outlineInWorker(
  state: WorkspaceState,
  request: ReportRequest,
  watch: ReportWatch = {},
): Promise<Outline> {
  return inWorker(watch, (service) => service.outline(state, request));
}

/** The pictures that a report is to hold, to be painted by the window. @throws ProblemError as `outlineInWorker` */
export function scenesInWorker(
  state: WorkspaceState,
  request: ReportRequest,
  watch: ReportWatch = {},
): Promise<readonly NamedScene[]> {
  return inWorker(watch, (service) => service.scenes(state, request));
}

/** A round's page for a board, and the names that are left in it. @throws ProblemError as `boardOf` */
export function boardInWorker(
  state: WorkspaceState,
  request: BoardRequest,
  choices: LeakChoices = {},
  watch: ReportWatch = {},
): Promise<Board> {
  return inWorker(watch, (service) => service.board(state, request, choices));
}

/** The sections of a report, to be shown in the window. @throws ProblemError as `outlineInWorker` */
export function sectionsInWorker(
  state: WorkspaceState,
  request: ReportRequest,
  watch: ReportWatch = {},
): Promise<readonly Section[]> {
  return inWorker(watch, (service) => service.sections(state, request));
}

/**
 * A report as a Word file, made beside the window; where names are left in it that nobody chose about, these instead.
 * @throws ProblemError as `buildReport`, or `report-cancelled`
 */
export function reportInWorker(
  state: WorkspaceState,
  request: ReportRequest,
  pictures: Pictures,
  choices: LeakChoices,
  watch: ReportWatch = {},
): Promise<WrittenReport> {
  return inWorker(watch, (service) => service.write(state, request, pictures, choices));
}

/** One worker a task: cancelling is ending it, and what it held is gone with it. */
async function inWorker<R>(
  { signal }: ReportWatch,
  work: (service: Remote<ReportService>) => Promise<Result<R>>,
): Promise<R> {
  if (signal?.aborted) throw new ProblemError('report-cancelled');
  const worker = new Worker(new URL('./report.worker.ts', import.meta.url), { type: 'module' });
  let onAbort = () => {};
  try {
    const stopped = new Promise<never>((_, reject) => {
      onAbort = () => reject(new ProblemError('report-cancelled'));
      signal?.addEventListener('abort', onAbort);
      worker.addEventListener('error', (event) =>
        reject(new ProblemError('report-failed', { reason: noted(event.message, 'report') })),
      );
    });
    const result = await Promise.race([work(wrap<ReportService>(worker)), stopped]);
    if (!result.ok) throw new ProblemError(result.problem.code, result.problem.params);
    return result.value;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    worker.terminate();
  }
}
