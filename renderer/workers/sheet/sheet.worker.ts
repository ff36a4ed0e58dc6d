import '../../platform/jitless.ts';
import { expose, transfer } from 'comlink';
import type { LeakChoices } from '#shared/attribution/leak.ts';
import { ok, problemOf, type Result } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { type Made, type MakeRequest, makeSheets } from '#shared/sheet/make.ts';
import { readReturned } from '#shared/sheet/read-returned.ts';
import type { SheetReading, SheetResult, SheetState } from '#shared/sheet/read-sheet.ts';
import { keepWorkerDetails } from '../../platform/details.ts';

const service = {
  make: async (state: WorkspaceState, request: MakeRequest, choices: LeakChoices): Promise<Result<Made>> => {
    try {
      const made = await makeSheets(state, request, choices);
      return 'bytes' in made ? transfer(ok(made), [made.bytes.buffer]) : ok(made);
    } catch (thrown) {
      return { ok: false, problem: problemOf(thrown) };
    }
  },

  read: async (
    file: { name: string; bytes: Uint8Array },
    state: SheetState,
    reading: SheetReading,
  ): Promise<Result<SheetResult>> => {
    try {
      return ok(await readReturned(file, state, reading));
    } catch (thrown) {
      return { ok: false, problem: problemOf(thrown) };
    }
  },
};
export type SheetService = typeof service;

keepWorkerDetails();
expose(service);
