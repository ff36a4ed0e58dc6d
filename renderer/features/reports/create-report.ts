import { Discretion } from '#shared/attribution/discretion.ts';
import type { Leak, LeakChoices } from '#shared/attribution/leak.ts';
import { toldScene } from '#shared/attribution/told-scene.ts';
import { matrixOfRound } from '#shared/chart/matrix-of-round.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { type Language, translator } from '#shared/i18n/index.ts';
import type { Id } from '#shared/model/basics.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { call } from '../../platform/bridge.ts';
import { pngOf } from '../../platform/png.ts';
import { actor, readState } from '../../store/index.ts';
import {
  type Outline,
  outlineInWorker,
  type Pictures,
  type ReportKind,
  type ReportRequest,
  reportInWorker,
} from '../../workers/report/client.ts';

/** What a person chose. */
export interface ReportChoice {
  readonly kind: ReportKind;
  readonly subjectId: Id;
  readonly language: Language;
}

/** How far the making of a report is. */
export type ReportStage = 'reading' | 'picture' | 'writing' | 'checking' | 'saving';

/** Asks a person about names that are left in an output; null = they went back. */
export type AskAboutLeaks = (leaks: readonly Leak[]) => Promise<LeakChoices | null>;

/** Pixels of the picture for one of its own: sharp in print. */
const PRINT_SCALE = 3;

/** What the document would hold, read from the workspace as it is now. */
export async function previewReport(choice: ReportChoice, signal: AbortSignal): Promise<Outline> {
  const state = await readState();
  return outlineInWorker(state, requestFor(state, choice), { signal });
}

/**
 * Makes the Word file beside the window and asks where it is to be kept.
 * @returns the path it was saved under; null = the person closed the save dialogue
 * @throws ProblemError `report-cancelled` when aborted before that; nothing is saved then
 */
export async function createReport(
  choice: ReportChoice,
  fileKind: string,
  {
    signal,
    onStage,
    onLeaks,
  }: { signal: AbortSignal; onStage: (stage: ReportStage) => void; onLeaks: AskAboutLeaks },
): Promise<string | null> {
  onStage('reading');
  const state = await readState();
  const request = requestFor(state, choice);
  let pictures: Pictures = {};
  if (request.pictures.includes('matrix')) {
    onStage('picture');
    pictures = await drawMatrix(state, choice);
  }
  onStage('writing');
  let written = await reportInWorker(state, request, pictures, {}, { signal });
  if ('leaks' in written) {
    onStage('checking');
    const choices = await onLeaks(written.leaks);
    if (choices === null) return null;
    onStage('writing');
    written = await reportInWorker(state, request, pictures, choices, { signal });
    if ('leaks' in written) throw new ProblemError('leaks-undecided', { count: written.leaks.length });
  }
  const { bytes, name } = written;
  if (signal.aborted) throw new ProblemError('report-cancelled');
  onStage('saving');
  return call('dialog.save', {
    suggestedName: name,
    filters: [{ name: fileKind, extensions: ['docx'] }],
    bytes,
  });
}

function requestFor(state: WorkspaceState, { kind, subjectId, language }: ReportChoice): ReportRequest {
  const rated = kind === 'materiality' && state.ratings.some((one) => one.roundId === subjectId);
  return {
    kind,
    subjectId,
    language,
    creator: actor(),
    writtenAt: new Date().toISOString(),
    pictures: rated ? ['matrix'] : [],
  };
}

/** On white whatever the window's colours: a document is printed. */
async function drawMatrix(state: WorkspaceState, { subjectId, language }: ReportChoice): Promise<Pictures> {
  const discretion = new Discretion(state, translator(language)('report.withheldName'));
  const scene = toldScene(matrixOfRound(state, subjectId, language), discretion);
  const png = await pngOf(svgOf(scene, { scheme: 'light' }), PRINT_SCALE);
  return { matrix: { png, width: scene.width, height: scene.height } };
}
