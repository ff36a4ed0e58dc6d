import { proxy, type Remote } from 'comlink';
import type { LeakChoices } from '#shared/attribution/leak.ts';
import type { Edition } from '#shared/model/edition.ts';
import { problem, type Result } from '#shared/model/problem.ts';
import type { Board, BoardRequest, Outline, Pictures, ReportKind, Section } from '#shared/report/index.ts';
import { moving, type Results, resultOf } from '../expose.ts';
import { type Progress, runTask } from '../task.ts';
import type {
  AsOf,
  NamedScene,
  Published,
  ReportService,
  ReportSubject,
  WrittenReport,
} from './report.worker.ts';

export { isOfDialogue, REPORT_KINDS } from '#shared/report/document.ts';
export type {
  Block,
  Board,
  Cell,
  Line,
  Omission,
  Outline,
  OutlineSection,
  Pictures,
  Preset,
  Section,
  SectionChoice,
} from '#shared/report/index.ts';
export { PRESETS } from '#shared/report/presets.ts';
export type { AsOf, NamedScene, ReportKind, ReportSubject, WrittenReport };

export interface ReportWatch {
  /** Aborting ends the worker at once; nothing is written. */
  readonly signal?: AbortSignal;
}

/** Our own rows: the largest workspace takes seconds, tenfold where much else runs. In seconds. */
const LIMIT = 300;

/** Everything that a report could hold, without writing it. @throws ProblemError as `buildReport`, or `report-cancelled` */
export function outlineInWorker(
  storeId: string,
  subject: ReportSubject,
  watch: ReportWatch = {},
): Promise<AsOf<Outline>> {
  return inWorker(watch, (service) => service.outline(storeId, subject));
}

/** A round's page for a board, and the names that are left in it. @throws ProblemError as `boardOf` */
export function boardInWorker(
  storeId: string,
  request: BoardRequest,
  choices: LeakChoices = {},
  watch: ReportWatch = {},
): Promise<AsOf<Board>> {
  return inWorker(watch, (service) => service.board(storeId, request, choices));
}

/** The sections of a report, to be shown in the window. @throws ProblemError as `outlineInWorker` */
export function sectionsInWorker(
  storeId: string,
  subject: ReportSubject,
  watch: ReportWatch = {},
): Promise<AsOf<readonly Section[]>> {
  return inWorker(watch, (service) => service.sections(storeId, subject));
}

/** What a statement says now, in every language. @throws ProblemError as `outlineInWorker` */
export function publishedInWorker(
  storeId: string,
  request: Published,
  watch: ReportWatch = {},
): Promise<AsOf<Edition['documents']>> {
  return inWorker(watch, (service) => service.published(storeId, request));
}

/**
 * A report as a Word file, made beside the window; where names are left in it that nobody chose about, these instead.
 * @param paint draws its pictures; called with an empty list where there is none
 * @throws ProblemError as `buildReport` and `paint`, or `report-cancelled`
 */
export function reportInWorker(
  storeId: string,
  subject: ReportSubject,
  choices: LeakChoices,
  paint: (scenes: readonly NamedScene[]) => Promise<Pictures>,
  watch: ReportWatch = {},
): Promise<AsOf<WrittenReport>> {
  const painting = proxy((scenes: readonly NamedScene[]) =>
    resultOf(async () => {
      const pictures = await paint(scenes);
      return moving(
        pictures,
        Object.values(pictures).map(({ png }) => png.buffer),
      );
    }),
  );
  return inWorker(watch, (service, progress) => service.write(storeId, subject, choices, painting, progress));
}

function inWorker<R>(
  { signal }: ReportWatch,
  work: (service: Remote<Results<ReportService>>, progress: Progress) => Promise<Result<R>>,
): Promise<R> {
  return runTask<ReportService, R>(
    () => new Worker(new URL('./report.worker.ts', import.meta.url), { type: 'module' }),
    work,
    {
      doing: 'report',
      limit: LIMIT,
      failed: (reason) => problem('report-failed', { reason }),
      signal,
      cancelled: problem('report-cancelled'),
    },
  );
}
