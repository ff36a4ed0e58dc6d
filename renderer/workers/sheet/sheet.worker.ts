import '../../platform/jitless.ts';
import type { LeakChoices } from '#shared/attribution/leak.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { type Made, type MakeRequest, makeSheets } from '#shared/sheet/make.ts';
import { readReturned } from '#shared/sheet/read-returned.ts';
import { exposeService, moving } from '../expose.ts';

const service = {
  make: async (state: WorkspaceState, request: MakeRequest, choices: LeakChoices): Promise<Made> => {
    const made = await makeSheets(state, request, choices);
    return 'bytes' in made ? moving(made, [made.bytes.buffer]) : made;
  },

  read: readReturned,
};
export type SheetService = typeof service;

exposeService(service);
