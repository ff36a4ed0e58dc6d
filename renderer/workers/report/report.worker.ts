import '../../platform/jitless.ts';
import { expose, transfer } from 'comlink';
import { type Leak, type LeakChoices, undecided } from '#shared/attribution/leak.ts';
import type { Scene } from '#shared/chart/scene.ts';
import { ok, problemOf, type Result } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import {
  type Board,
  type BoardRequest,
  boardOf,
  buildReport,
  checkedReport,
  fileNameOf,
  type Outline,
  outlineOf,
  type PictureName,
  type Pictures,
  pictureOf,
  picturesFor,
  type ReportRequest,
  type Section,
} from '#shared/report/index.ts';
import { keepWorkerDetails } from '../../platform/details.ts';

/** A Word file and the name it is suggested to bear; or the names in it that somebody has to decide about first. */
export type WrittenReport =
  | { readonly bytes: Uint8Array; readonly name: string }
  | { readonly leaks: readonly Leak[] };

export interface NamedScene {
  readonly name: PictureName;
  readonly scene: Scene;
}

const service = {
  outline: async (state: WorkspaceState, request: ReportRequest): Promise<Result<Outline>> => {
    try {
      const { kind, subjectId } = request;
      const all = { pictures: picturesFor(state, kind, subjectId, 'all'), sections: 'all' } as const;
      return ok(outlineOf(await buildReport(state, { ...request, ...all })));
    } catch (thrown) {
      return { ok: false, problem: problemOf(thrown) };
    }
  },

  /** The pictures that the document is to hold, laid out; the window paints them, since it has the fonts. */
  scenes: async (
    state: WorkspaceState,
    { kind, subjectId, language, sections }: ReportRequest,
  ): Promise<Result<readonly NamedScene[]>> => {
    try {
      const names = picturesFor(state, kind, subjectId, sections);
      return ok(names.map((name) => ({ name, scene: pictureOf(state, subjectId, language, name) })));
    } catch (thrown) {
      return { ok: false, problem: problemOf(thrown) };
    }
  },

  board: async (
    state: WorkspaceState,
    request: BoardRequest,
    choices: LeakChoices,
  ): Promise<Result<Board>> => {
    try {
      return ok(boardOf(state, request, choices));
    } catch (thrown) {
      return { ok: false, problem: problemOf(thrown) };
    }
  },

  sections: async (state: WorkspaceState, request: ReportRequest): Promise<Result<readonly Section[]>> => {
    try {
      return ok((await buildReport(state, request)).sections);
    } catch (thrown) {
      return { ok: false, problem: problemOf(thrown) };
    }
  },

  write: async (
    state: WorkspaceState,
    request: ReportRequest,
    pictures: Pictures,
    choices: LeakChoices,
  ): Promise<Result<WrittenReport>> => {
    try {
      const { document: report, leaks } = await checkedReport(state, request, choices);
      if (undecided(leaks, choices).length > 0) return ok({ leaks });
      // A megabyte that a preview does not need.
      const { writeDocx } = await import('#shared/report/docx/write.ts');
      const bytes = await writeDocx(report, pictures);
      return transfer(ok({ bytes, name: fileNameOf(report) }), [bytes.buffer]);
    } catch (thrown) {
      return { ok: false, problem: problemOf(thrown) };
    }
  },
};
export type ReportService = typeof service;

keepWorkerDetails();
expose(service);
