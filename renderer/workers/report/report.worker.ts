import '../../app/jitless.ts';
import { expose, transfer } from 'comlink';
import { ok, problemOf, type Result } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import {
  buildReport,
  fileNameOf,
  type Outline,
  outlineOf,
  type Pictures,
  type ReportRequest,
} from '#shared/report/index.ts';

/** A Word file and the name it is suggested to bear. */
export interface WrittenReport {
  readonly bytes: Uint8Array;
  readonly name: string;
}

const service = {
  outline: async (state: WorkspaceState, request: ReportRequest): Promise<Result<Outline>> => {
    try {
      return ok(outlineOf(await buildReport(state, request)));
    } catch (thrown) {
      return { ok: false, problem: problemOf(thrown) };
    }
  },

  write: async (
    state: WorkspaceState,
    request: ReportRequest,
    pictures: Pictures,
  ): Promise<Result<WrittenReport>> => {
    try {
      const report = await buildReport(state, request);
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

expose(service);
