import '../../platform/jitless.ts';
import type { LeakChoices } from '#shared/attribution/leak.ts';
import { readFigureWorkbook } from '#shared/figure-table/from-workbook.ts';
import { type Made, type MakeRequest, makeSheets } from '#shared/sheet/make.ts';
import { readReturned } from '#shared/sheet/read-returned.ts';
import { readStore } from '../../store/rows.ts';
import { exposeService, moving } from '../expose.ts';

/** What is asked for; which entry of the log it shows is found where the rows are read. */
export type SheetRequest = Omit<MakeRequest, 'seq'>;

const service = {
  make: async (storeId: string, request: SheetRequest, choices: LeakChoices): Promise<Made> => {
    const { state, seq } = await readStore(storeId);
    const made = await makeSheets(state, { ...request, seq }, choices);
    return 'bytes' in made ? moving(made, [made.bytes.buffer]) : made;
  },

  read: readReturned,

  figures: readFigureWorkbook,
};
export type SheetService = typeof service;

exposeService(service);
