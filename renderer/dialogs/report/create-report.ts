import { type Leak, type LeakChoices, undecided } from '#shared/attribution/leak.ts';
import { svgOf } from '#shared/chart/svg.ts';
import type { Language } from '#shared/i18n/index.ts';
import type { Id } from '#shared/model/basics.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { call } from '../../platform/bridge.ts';
import { pngOf } from '../../platform/png.ts';
import { actor, openStoreId } from '../../store/index.ts';
import {
  type AsOf,
  type NamedScene,
  type Outline,
  outlineInWorker,
  type Pictures,
  type Preset,
  type ReportKind,
  type ReportSubject as Request,
  reportInWorker,
  type Section,
  type SectionChoice,
  sectionsInWorker,
} from '../../workers/report/client.ts';

/** What is reported on. */
export interface ReportSubject {
  readonly kind: ReportKind;
  readonly subjectId: Id;
  readonly language: Language;
  /** Absent = the full report. */
  readonly preset?: Preset;
}

/** What a person chose. */
export interface ReportChoice extends ReportSubject {
  /** What they ticked and unticked. */
  readonly sections: SectionChoice;
}

/** How far the making of a report is. */
export type ReportStage = 'reading' | 'picture' | 'writing' | 'checking' | 'saving';

/** Asks a person about names that are left in an output; null = they went back. */
export type AskAboutLeaks = (leaks: readonly Leak[]) => Promise<LeakChoices | null>;

/** Pixels of the picture for one of its own: sharp in print. */
const PRINT_SCALE = 3;

/** Everything that the document could hold, read from the workspace as it is now. */
export async function previewReport(subject: ReportSubject, signal: AbortSignal): Promise<AsOf<Outline>> {
  return outlineInWorker(openStoreId(), requestFor(subject, {}), { signal });
}

/** The sections themselves, to be read in the window; without pictures. */
export async function readReport(
  subject: ReportSubject,
  signal: AbortSignal,
): Promise<AsOf<readonly Section[]>> {
  return sectionsInWorker(openStoreId(), requestFor(subject, {}), { signal });
}

/**
 * Makes the Word file beside the window and asks where it is to be kept.
 * @returns the path it was saved under; null = the person closed the save dialog
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
  const storeId = openStoreId();
  const request = requestFor(choice, choice.sections);
  const drawn = async (scenes: readonly NamedScene[]) => {
    if (scenes.length > 0) onStage('picture');
    const pictures = await paint(scenes);
    onStage('writing');
    return pictures;
  };
  const write = async (choices: LeakChoices) => {
    onStage('reading');
    return (await reportInWorker(storeId, request, choices, drawn, { signal })).value;
  };
  let choices: LeakChoices = {};
  let written = await write(choices);
  // Again where the workspace has changed while they chose, and a name came with it.
  while ('leaks' in written) {
    onStage('checking');
    const chosen = await onLeaks(undecided(written.leaks, choices));
    if (chosen === null) return null;
    choices = { ...choices, ...chosen };
    written = await write(choices);
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

function requestFor({ kind, subjectId, language, preset }: ReportSubject, sections: SectionChoice): Request {
  return {
    kind,
    subjectId,
    language,
    ...(preset ? { preset } : {}),
    creator: actor(),
    writtenAt: new Date().toISOString(),
    sections,
  };
}

/** On white whatever the window's colours: a document is printed. */
async function paint(scenes: readonly NamedScene[]): Promise<Pictures> {
  const painted = await Promise.all(
    scenes.map(async ({ name, scene }) => {
      const png = await pngOf(svgOf(scene, { scheme: 'light' }), PRINT_SCALE);
      return [name, { png, width: scene.width, height: scene.height }] as const;
    }),
  );
  return Object.fromEntries(painted);
}
